"""HTTP and sockets in one process for the one-command run; sockets alone where HTTP runs on WSGI."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
http = get_asgi_application()

from passerelle.live.routing import live_beside  # noqa: E402  (needs Django set up)

application = live_beside(http)
