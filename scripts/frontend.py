"""The front end's packages and its build, each done again only when what they are made from has changed."""

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

from scripts.paths import BIN, FRONTEND, environment
from scripts.say import say, stop

DIST = FRONTEND / "dist"
BUILT_FROM = (
    "src",
    "public",
    "openapi",
    "index.html",
    "budgets.json",
    "policy.json",
    "scripts/boot.mjs",
    "scripts/compress.mjs",
    "scripts/offline.mjs",
    "package-lock.json",
    "vite.config.ts",
    "lingui.config.ts",
    "tsconfig.json",
)


def prepare() -> None:
    """Packages as the lock file pins them, and the build of the sources as they are."""
    install()
    build()


def install() -> None:
    stamp = FRONTEND / "node_modules" / ".stamp"
    wanted = _fingerprint([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if not _is(stamp, wanted):
        say("Installing the front end's packages")
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
        stamp.write_text(wanted)


def build() -> None:
    if not is_built():
        say("Building the front end")
        npm("run", "--silent", "build")
        (DIST / ".stamp").write_text(_sources())


def is_built() -> bool:
    """Whether what is served was built of the sources as they are now."""
    return _is(DIST / ".stamp", _sources())


def _sources() -> str:
    return _fingerprint(FRONTEND / name for name in BUILT_FROM)


def npm(*words: str) -> None:
    """Run npm of the virtual environment in ``frontend/``; its words are shown only when it fails."""
    done = subprocess.run(
        [str(BIN / "npm"), *words], cwd=FRONTEND, env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        stop(f"npm {' '.join(words)} failed in {FRONTEND.name}/:\n{done.stdout}{done.stderr}")


def _is(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def _fingerprint(paths: Iterable[Path]) -> str:
    """A digest of the contents of ``paths``, folders with all that is in them."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(str(file.relative_to(FRONTEND)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
