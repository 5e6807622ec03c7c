"""The same application with one number changed, for tests of what only that number shows."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
http = get_asgi_application()

from passerelle.live.routing import live_beside  # noqa: E402  (needs Django set up)

only_woken = live_beside(http, poll=86_400, hold=86_400)
"""Never looks at the journal by itself: what arrives was brought by a wake-up. A poll is held until there is something."""

impatient = live_beside(http, heartbeat=0.1, hello_within=1.0, hold=0.5)
