"""``make test``: every check, the front end's own tests, then the rest against a real database and a real browser."""

import subprocess

from scripts import frontend, system
from scripts.paths import BIN, FRONTEND, ROOT, environment
from scripts.say import say, stop

AT_ONCE = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadgroup")
"""A process for each core, at most four, with a database and a server of its own. ``tests/conftest.py`` says what stays
together."""


def main() -> None:
    system.prepare()
    system.prepare_redis()
    frontend.prepare()
    say("Checks")
    _run([str(BIN / "python"), "-m", "scripts.check"])
    say("The front end's tests")
    _run([str(BIN / "npm"), "run", "--silent", "test"], where=FRONTEND)
    say("Tests")
    _run([str(BIN / "python"), "-m", "pytest", "-q", *AT_ONCE])


def _run(command: list[str], where: object = ROOT) -> None:
    done = subprocess.run(command, cwd=str(where), env=environment(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        stop(f"Failed: {' '.join(command[1:])}")


if __name__ == "__main__":
    main()
