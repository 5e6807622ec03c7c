"""The product's settings with connections that are kept and no pool, as Django keeps them where ``CONN_MAX_AGE`` is set.

For comparison only: under ASGI each of a changing set of threads keeps one of its own.
"""

from passerelle.config.settings import *  # noqa: F403  (all of them, but for this)
from passerelle.config.settings import DATABASES

DATABASES["default"] |= {
    "CONN_MAX_AGE": None,
    "OPTIONS": {name: value for name, value in DATABASES["default"].get("OPTIONS", {}).items() if name != "pool"},
}
