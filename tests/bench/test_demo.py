"""A fresh clone is timed as somebody has it who never had this repository."""

import os
from pathlib import Path

from bench.demo import newcomer
from scripts.paths import BIN


def test_a_newcomer_has_nothing_of_a_checkout_at_work(tmp_path: Path) -> None:
    at_work = {
        "DATABASE_URL": "postgresql:///mine",
        "REDIS_URL": "redis://mine",
        "SECRET_KEY": "mine",
        "DJANGO_SETTINGS_MODULE": "passerelle.config.settings",
        "PASSERELLE_RUN": "/mine",
        "VIRTUAL_ENV": str(BIN.parent),
        "UV_PROJECT_ENVIRONMENT": str(BIN.parent),
        "UV_CACHE_DIR": "/mine/uv",
        "PYTHONPATH": "backend",
        "MAKEFLAGS": " -- only=demo",
        "MAKELEVEL": "1",
        "MAKEOVERRIDES": "only=demo",
        "PATH": os.pathsep.join([str(BIN), "/usr/local/bin", "/usr/bin"]),
        "HOME": "/home/somebody",
        "PIP_CERT": "/etc/ssl/ours.pem",
    }
    assert newcomer(at_work, tmp_path) == {
        "PATH": os.pathsep.join(["/usr/local/bin", "/usr/bin"]),
        "HOME": "/home/somebody",
        "PIP_CERT": "/etc/ssl/ours.pem",
        "PIP_CACHE_DIR": str(tmp_path / "pip"),
        "UV_CACHE_DIR": str(tmp_path / "uv"),
        "npm_config_cache": str(tmp_path / "npm"),
    }
