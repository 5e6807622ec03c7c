"""What each role downloads for its first screen, as ``frontend/scripts/sizes.mjs`` counts it."""

import re
import subprocess

from bench.results import Figure
from scripts.paths import BIN, FRONTEND, environment
from scripts.say import stop

ROLES, KINDS = ("interpreter", "partner", "team"), ("JS", "CSS")
_LINE = re.compile(rf"({'|'.join(ROLES)}), ({'|'.join(KINDS)}): ([\d.]+) of")


def measure() -> list[Figure]:
    """KiB of gzip, from the build's manifest."""
    command = [str(BIN / "npm"), "run", "--silent", "sizes"]
    done = subprocess.run(command, cwd=FRONTEND, env=environment(), capture_output=True, text=True, check=True)
    found = _LINE.findall(done.stdout)
    if len(found) != len(ROLES) * len(KINDS):
        stop(f"frontend/scripts/sizes.mjs says something else than before:\n{done.stdout}")
    return [
        Figure(f"bench/{role}_route_{what.lower()}_kib", float(size), "KiB", "gzip, from the manifest of the build")
        for role, what, size in found
    ]
