"""A world in a database of its own, built by another process."""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from bench import databases
from bench.person import Person
from scripts.paths import ROOT
from scripts.postgres import Postgres
from scripts.say import say, stop
from tests.support.deployed import settings


@dataclass(frozen=True)
class World:
    """``url`` of its database; ``found`` is what ``bench.world`` printed."""

    url: str
    shifts: int
    found: dict[str, Any]

    def cookie(self, role: str) -> str:
        """The session of the team, the partner or the first interpreter."""
        cookies: dict[str, Any] = self.found["cookies"]
        return str(cookies["interpreters"][0] if role == "interpreter" else cookies[role])

    def person(self, role: str, port: int) -> Person:
        return Person(port, self.cookie(role))

    @property
    def interpreters(self) -> list[str]:
        """The sessions of the fifty who speak the first language."""
        return [str(cookie) for cookie in self.found["cookies"]["interpreters"]]


def build(postgres: Postgres, shifts: int) -> World:
    """A database with so many past places, and the same present whatever their number."""
    url = databases.create(postgres, f"past{shifts}")
    log = databases.log(f"past{shifts}")
    env = settings("web", url) | {"DJANGO_SETTINGS_MODULE": "passerelle.config.settings", "PASSERELLE_POOL": "0"}
    with log.open("w") as said:
        done = subprocess.run(
            [sys.executable, "-m", "bench.world", str(shifts)],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=said,
            check=False,
        )
    if done.returncode:
        stop(f"A world of {shifts} past places could not be built:\n{log.read_text()[-3000:]}")
    found = json.loads(done.stdout)
    say(f"  a world of {shifts:,} past places: {found['seconds']:g} s")
    return World(url, shifts, found)
