"""A throw-away copy of the repository, to offend the checks in."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import ROOT

LINKED = (".venv", "frontend/node_modules")
"""Far too much to copy, and no check changes it."""
LEFT_OUT = frozenset({".git", ".uv", ".run", ".venv", "node_modules", ".pytest_cache", ".hypothesis"})
WITHIN = 300.0

type Edit = tuple[str, Callable[[str], str]]
"""A file, as a path from the root, and how its text changes; a file that is not there has the text ``""``."""


def added(path: str, text: str) -> Edit:
    """``text`` at the end of ``path``, which may be new."""
    return path, lambda before: before + text


def replaced(path: str, old: str, new: str) -> Edit:
    """``new`` in the place of ``old``, which must stand in ``path`` exactly once."""

    def change(before: str) -> str:
        assert before.count(old) == 1, f"{path} no longer has {old!r} once: change the offence in tests/scripts/offences.py"
        return before.replace(old, new)

    return path, change


@dataclass(frozen=True)
class Tree:
    """The copy at ``root``."""

    root: Path

    @contextmanager
    def changed(self, *edits: Edit) -> Iterator[None]:
        """The tree with ``edits``; as it was again afterwards."""
        before: dict[Path, bytes | None] = {}
        try:
            for name, change in edits:
                path = self.root / name
                old = path.read_bytes() if path.exists() else None
                before.setdefault(path, old)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(change((old or b"").decode()))
            yield
        finally:
            for path, text in before.items():
                self._put_back(path, text)

    def check(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What ``make check`` runs, with ``words``, in the copy."""
        command = [str(self.root / ".venv" / "bin" / "python"), "-m", "scripts.check", *words]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=WITHIN, check=False)

    def _put_back(self, path: Path, text: bytes | None) -> None:
        if text is not None:
            path.write_bytes(text)
            return
        path.unlink()
        while not any(path.parent.iterdir()):
            path = path.parent
            path.rmdir()


def copy(to: Path) -> Tree:
    """Copy the files as they are now, so that what is not committed yet is checked as well."""
    shutil.copytree(ROOT, to, ignore=lambda _folder, names: LEFT_OUT & set(names))
    for name in LINKED:
        (to / name).symlink_to(ROOT / name)
    return Tree(to)
