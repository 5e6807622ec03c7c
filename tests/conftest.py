"""Starts the run: environment first, then a database, then Django.

``DATABASE_URL`` is used when it is set; otherwise an embedded PostgreSQL is started for the run and thrown away
after it. Settings read the environment once, at import, so nothing of Django may be imported above
``pytest_configure``; pytest-django then sets Django up (its own ``pytest_configure`` runs last).
"""

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest_plugins = ["tests.support.database", "tests.support.server"]


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    os.environ["PASSERELLE_ENVIRONMENT"] = "test"
    os.environ["DJANGO_SETTINGS_MODULE"] = "passerelle.config.settings"
    for name in ("PASSERELLE_DEMO", "PASSERELLE_ORIGINS", "REDIS_URL", "SECRET_KEY", "EMAIL_URL"):
        os.environ.pop(name, None)
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = _embedded(config)
    from django.conf import settings  # noqa: PLC0415  (see above)

    settings.DATABASES  # noqa: B018  (read now, while the environment is right)


def _embedded(config: pytest.Config) -> str:
    """The address of a PostgreSQL that lives as long as the run. Not durable: a crash of the machine may lose it."""
    from scripts.postgres import embedded  # noqa: PLC0415  (only where no DATABASE_URL is given)

    stack = ExitStack()
    config.add_cleanup(stack.close)
    # A short folder: the path of a PostgreSQL socket may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pass-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    url: str = stack.enter_context(embedded(folder / "data", durable=False))
    return url
