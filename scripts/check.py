"""``make check``: what a machine can say about the code, each check by its name and with what mends it.

``make check only=imports`` runs one; ``make generate`` writes every generated file anew.
"""

import argparse
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import frontend
from scripts.paths import BACKEND, BIN, FRONTEND, ROOT, environment
from scripts.say import say

PYTHON = str(BIN / "python")
MANAGE = (PYTHON, str(BACKEND / "manage.py"))
OPENAPI = FRONTEND / "openapi" / "api.yaml"
NO_DATABASE = "postgresql://nobody@/none?host=/nowhere"
"""For commands that read settings and ask no database."""


@dataclass(frozen=True)
class Check:
    """One guard: what runs, where, and what to do when it fails."""

    name: str
    command: tuple[str, ...]
    mend: str
    where: Path = ROOT
    drawn_to: Path | None = None
    """For a generated file: the command's output must equal it."""
    of_the_build: bool = False
    """Whether it looks at the built front end."""


def _npm(name: str, mend: str, *, of_the_build: bool = False) -> Check:
    command = (str(BIN / "npm"), "run", "--silent", name)
    return Check(f"frontend-{name.replace(':', '-')}", command, mend, FRONTEND, of_the_build=of_the_build)


CHECKS = (
    Check("format", (str(BIN / "ruff"), "format", "--check", "."), "make format"),
    Check("lint", (str(BIN / "ruff"), "check", "."), "mend what ruff names; `ruff check --fix` does the plain cases"),
    Check("types", (str(BIN / "mypy"),), "give the types mypy asks for"),
    Check("imports", (str(BIN / "lint-imports"), "--no-cache"), "let imports point down the list in pyproject.toml only"),
    Check("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run"), "manage.py makemigrations"),
    Check("openapi", (*MANAGE, "spectacular", "--fail-on-warn", "--validate"), "make generate", drawn_to=OPENAPI),
    Check("states", (*MANAGE, "state_diagrams", "--check"), "make generate"),
    Check("register", (*MANAGE, "personal_data", "--check"), "say in the app's personal.py what the field is; make generate"),
    Check("figures", (PYTHON, "-m", "trials.page", "--check"), "make generate"),
    Check("messages", (*MANAGE, "messages", "--check"), "make generate, then translate what it names"),
    _npm("lint", "mend what oxlint names"),
    _npm("format:check", "make format"),
    _npm("typecheck", "give the types tsc asks for"),
    _npm("generate:check", "make generate"),
    _npm("messages:check", "make generate, then translate what it names"),
    _npm("sizes", "make the route smaller, or record why its budget grows", of_the_build=True),
    Check("compose", (str(BIN / "npm"), "run", "--silent", "compose"), "mend docker-compose.yml where dclint says", FRONTEND),
)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("only", nargs="*", help="the names of the checks to run; all unless told")
    words.add_argument("--generate", action="store_true", help="write the generated files anew")
    words.add_argument("--format", action="store_true", help="format both sides")
    given = words.parse_args()
    if given.generate or given.format:
        (generate if given.generate else format_all)()
        return
    known = {check.name: check for check in CHECKS}
    if unknown := [name for name in given.only if name not in known]:
        words.error(f"no such check: {', '.join(unknown)}. There are: {', '.join(known)}")
    chosen = [known[name] for name in given.only] or list(CHECKS)
    if any(check.where == FRONTEND for check in chosen):
        frontend.install()
    if any(check.of_the_build for check in chosen):
        frontend.build()
    if failed := [check.name for check in chosen if not passes(check)]:
        raise SystemExit(f"Failed: {', '.join(failed)}")


def passes(check: Check) -> bool:
    """Run one check and say how it went; when it failed, everything it printed and what mends it."""
    began = time.monotonic()
    done = _run(check.command, check.where)
    well, text = done.returncode == 0, done.stdout + done.stderr
    if well and check.drawn_to is not None and (text := _difference(check.drawn_to, done.stdout)):
        well = False
    say(f"  {'ok  ' if well else 'FAIL'} {check.name} ({time.monotonic() - began:.1f} s)")
    if not well:
        say(f"{text.rstrip()}\n  {check.name}: to mend it: {check.mend}")
    return well


def generate() -> None:
    """Every generated file, from its source."""
    drawn = _run((*MANAGE, "spectacular", "--fail-on-warn", "--validate"), ROOT)
    if drawn.returncode:
        raise SystemExit(drawn.stdout + drawn.stderr)
    OPENAPI.parent.mkdir(parents=True, exist_ok=True)
    OPENAPI.write_text(drawn.stdout)
    for command in (
        (*MANAGE, "state_diagrams"),
        (*MANAGE, "personal_data"),
        (*MANAGE, "messages"),
        (PYTHON, "-m", "trials.page"),
    ):
        subprocess.run(command, cwd=ROOT, env=_env(), check=True)
    frontend.install()
    frontend.npm("run", "--silent", "generate")
    frontend.npm("run", "--silent", "messages")


def format_all() -> None:
    subprocess.run([str(BIN / "ruff"), "format", "."], cwd=ROOT, check=True)
    frontend.install()
    frontend.npm("run", "--silent", "format")


def _difference(path: Path, wanted: str) -> str:
    """How ``path`` differs from ``wanted``; empty when it does not."""
    command = ["diff", "--unified=1", str(path), "-"]
    found = subprocess.run(command, input=wanted, capture_output=True, text=True, check=False)
    shown = "\n".join((found.stdout or found.stderr).splitlines()[:40])
    return f"{path.relative_to(ROOT)} is not what the source says:\n{shown}" if found.returncode else ""


def _run(command: Sequence[str], where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=where, env=_env(), capture_output=True, text=True, check=False)


def _env() -> dict[str, str]:
    path = os.pathsep.join([str(BACKEND), str(ROOT)])
    settings = {"PASSERELLE_ENVIRONMENT": "test", "DATABASE_URL": NO_DATABASE, "PASSERELLE_POOL": "0"}
    return environment(**settings, PYTHONPATH=path, PYTHONWARNINGS="ignore")


if __name__ == "__main__":
    main()
