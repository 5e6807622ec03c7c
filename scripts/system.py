"""What only the machine's own package manager has: a browser and a Redis for the tests."""

import os
import shutil
import subprocess

from scripts.say import say, stop

SHELL = "chromium-headless-shell"
"""Chromium without the browser's own windows and menus: the same pages in a third of the processor's time."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome")
REDIS = "redis-server"


def browser() -> str:
    """The path of a Chromium: the one without windows if it is there, else any."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        stop(f"The browser tests need Chromium. Run this, then try again:\n\n    sudo sh -c '{_install(SHELL)}'")
    return found


def redis() -> str:
    """The path of a Redis server."""
    found = shutil.which(REDIS)
    if found is None:
        stop(f"The tests of live updates need a Redis server. Run this, then try again:\n\n    sudo sh -c '{_install(REDIS)}'")
    return found


def prepare() -> None:
    """Install the quick browser from the distribution's packages where we are root; do with any that is there."""
    _fetch(SHELL, "Chromium")
    browser()


def prepare_redis() -> None:
    """Install the server from the distribution's packages where we are root. What is started of it is the tests' own."""
    _fetch(REDIS, "Redis")
    redis()


def _install(package: str) -> str:
    return f"apt-get update && apt-get install --yes --no-install-recommends {package}"


def _fetch(program: str, name: str) -> None:
    """The package is called as its program is."""
    if shutil.which(program) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"Installing {name}")
        done = subprocess.run(
            ["sh", "-c", _install(program)],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            say(f"{program} could not be installed:\n{done.stderr}")
