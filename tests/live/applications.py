"""The same application with one number changed, for tests of what only that number shows."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
http = get_asgi_application()

from passerelle.live.routing import sockets  # noqa: E402  (needs Django set up)

only_woken = ProtocolTypeRouter({"http": http, "websocket": sockets(poll=86_400)})
"""Never looks at the journal by itself: what arrives was brought by a wake-up."""

impatient = ProtocolTypeRouter({"http": http, "websocket": sockets(heartbeat=0.1, hello_within=1.0)})
