"""What only the machine's own package manager has: a browser for the tests."""

import os
import shutil
import subprocess

from scripts.say import say, stop

SHELL = "chromium-headless-shell"
"""Chromium without the browser's own windows and menus: the same pages in a third of the processor's time."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome")
INSTALL = f"apt-get update && apt-get install --yes --no-install-recommends {SHELL}"


def browser() -> str:
    """The path of a Chromium: the one without windows if it is there, else any."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        stop(f"The browser tests need Chromium. Run this, then try again:\n\n    sudo sh -c '{INSTALL}'")
    return found


def prepare() -> None:
    """Install the quick browser from the distribution's packages where we are root; do with any that is there."""
    if shutil.which(SHELL) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing Chromium")
        done = subprocess.run(
            ["sh", "-c", INSTALL],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            say(f"{SHELL} could not be installed:\n{done.stderr}")
    browser()
