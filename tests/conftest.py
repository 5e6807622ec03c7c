"""Starts the run: environment first, then a database, then Django.

``DATABASE_URL`` is used when it is set; otherwise an embedded PostgreSQL is started for the run and thrown away
after it. All of it happens while this file is imported, because the conftests below may import models, and
pytest imports them before any hook of ours: pytest-django, which would set Django up earlier still, is not told
the settings module in pyproject.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import django
import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.database", "tests.support.server"]

# A busy machine is not a broken rule: how long one example takes says nothing.
settings.register_profile("passerelle", deadline=None)
settings.load_profile("passerelle")


def _begin() -> None:
    os.environ["PASSERELLE_ENVIRONMENT"] = "test"
    os.environ["DJANGO_SETTINGS_MODULE"] = "passerelle.config.settings"
    for name in ("PASSERELLE_DEMO", "PASSERELLE_ORIGINS", "REDIS_URL", "SECRET_KEY", "EMAIL_URL"):
        os.environ.pop(name, None)
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = _embedded()
    django.setup()


def _embedded() -> str:
    """The address of a PostgreSQL that lives as long as this process. Not durable: nothing in it is to be kept."""
    from scripts.postgres import embedded  # noqa: PLC0415  (only where no DATABASE_URL is given)

    stack = ExitStack()
    atexit.register(stack.close)
    # A short folder: the path of a PostgreSQL socket may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pass-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    url: str = stack.enter_context(embedded(folder / "data", durable=False))
    return url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests one process runs where several share the work: those of a file, since they share what it builds.

    Two exceptions. What the demo's first start built serves several files; and the file that plays every service is
    minutes of work for one process and none of it shared but the world, which is quickly built.
    """
    for item in items:
        shared: tuple[str, ...] = getattr(item, "fixturenames", ())
        if "stage" not in shared:
            item.add_marker(pytest.mark.xdist_group("demo" if "first_run" in shared else item.path.as_posix()))


_begin()
