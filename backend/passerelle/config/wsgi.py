"""HTTP on WSGI threads: the faster shape to deploy."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
application = get_wsgi_application()
