"""Exit 0 when the process in this container answers; for the health checks of docker-compose.yml."""

import os
import urllib.request
from urllib.parse import urlsplit

# The host must be one the product answers on, as it must for everybody.
host = urlsplit(os.environ["PASSERELLE_ORIGINS"].split(",")[0]).hostname or "localhost"
port = os.environ.get("PORT", "8000")
asked = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
urllib.request.urlopen(asked, timeout=4)  # noqa: S310  (the address is written above)
