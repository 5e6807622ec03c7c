"""What a trial stands on: the embedded PostgreSQL with nothing in it but the tables, Django set up on it, and a Redis."""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

from scripts.paths import BACKEND, RUN
from scripts.postgres import embedded
from scripts.say import stop
from tests.support.deployed import REDIS
from tests.support.redis import redis_server

HOME = RUN / "trials"


@contextmanager
def ground() -> Iterator[None]:
    """Never a database that somebody gave: a trial empties every table, again and again."""
    HOME.mkdir(parents=True, exist_ok=True)
    lock = (HOME / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stop("Trials are running already. Wait for them to end.")
    shutil.rmtree(HOME / "data", ignore_errors=True)
    for name in ("PASSERELLE_DEMO", "PASSERELLE_ORIGINS", "REDIS_URL", "SECRET_KEY", "EMAIL_URL"):
        os.environ.pop(name, None)
    with embedded(HOME / "data") as url, redis_server() as redis:
        os.environ |= {
            "DATABASE_URL": url,
            REDIS: redis.url,
            "PASSERELLE_ENVIRONMENT": "test",
            "DJANGO_SETTINGS_MODULE": "passerelle.config.settings",
        }
        sys.path.insert(0, str(BACKEND))
        django.setup()
        _migrate()
        yield
    lock.close()


def _migrate() -> None:
    from django.core.management import call_command  # noqa: PLC0415  (needs Django to be set up)

    call_command("migrate", verbosity=0)
