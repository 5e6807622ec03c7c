"""HTTP and sockets in one process for the one-command run; sockets alone where HTTP runs on WSGI."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
application = get_asgi_application()
