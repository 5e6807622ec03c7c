"""What only the machine's own package manager has: a browser for the tests."""

import os
import shutil
import subprocess

from scripts.say import say, stop

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get update && apt-get install --yes --no-install-recommends chromium"


def browser() -> str:
    """The path of a Chromium; installed from the distribution's packages where we are root, else asked for."""
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing Chromium")
        done = subprocess.run(
            ["sh", "-c", INSTALL],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            stop(f"Chromium could not be installed:\n{done.stderr}")
        found = _found()
    if found is None:
        stop(f"The browser tests need Chromium. Run this, then try again:\n\n    sudo sh -c '{INSTALL}'")
    return found


def _found() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)
