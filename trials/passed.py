"""Which trials passed on which commit: so that a set that was broken off can be gone on with."""

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from scripts.paths import ROOT


@dataclass
class Passed:
    """The trials that passed on the commit that is checked out, done in as much as now. With anything uncommitted none
    counts, and none is kept.

    ``much`` is in words how much of each trial is done."""

    path: Path
    commit: str
    much: str
    names: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path, much: str = "") -> Self:
        kept = json.loads(path.read_text()) if path.exists() else {}
        commit = commit_of(ROOT)
        same = commit and (kept.get("commit"), kept.get("much")) == (commit, much)
        return cls(path, commit, much, set(kept.get("names", ())) if same else set())

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def add(self, name: str) -> None:
        """``name`` passed: kept at once, since the next trial may be broken off."""
        self.names.add(name)
        if self.commit:
            self.path.write_text(json.dumps({"commit": self.commit, "much": self.much, "names": sorted(self.names)}))


def commit_of(folder: Path) -> str:
    """The commit of a folder without changes but to what trials and bench write; empty where there are others."""
    changed = _git(folder, "status", "--porcelain", "--", ".", ":!trials/results.json", ":!bench/results.json", ":!docs")
    return "" if changed else _git(folder, "rev-parse", "HEAD")


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.strip() if done.returncode == 0 else ""
