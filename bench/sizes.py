"""What each role downloads for its first screen, as ``frontend/scripts/sizes.mjs`` counts it."""

import re
import subprocess

from bench.results import Figure
from scripts.paths import BIN, FRONTEND, environment
from scripts.say import stop

NAMES = {
    "interpreter, JS": "interpreter_route_js",
    "partner, JS": "partner_route_js",
    "team, JS": "team_route_js",
    "CSS, of every screen": "css",
}
_LINE = re.compile(rf"({'|'.join(NAMES)}): ([\d.]+) of")


def measure() -> list[Figure]:
    """KiB of gzip, from the build's manifest."""
    command = [str(BIN / "npm"), "run", "--silent", "sizes"]
    done = subprocess.run(command, cwd=FRONTEND, env=environment(), capture_output=True, text=True, check=True)
    found = _LINE.findall(done.stdout)
    if len(found) != len(NAMES):
        stop(f"frontend/scripts/sizes.mjs says something else than before:\n{done.stdout}")
    return [
        Figure(f"bench/{NAMES[what]}_kib", float(size), "KiB", "gzip, from the manifest of the build") for what, size in found
    ]
