"""A set of trials that was broken off is gone on with on the very same commit, and on no other."""

import subprocess
from pathlib import Path

import pytest

from trials import passed
from trials.passed import Passed, commit_of


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words], cwd=folder, check=True, capture_output=True
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit, where results are written as in ours."""
    root = tmp_path / "repository"
    (root / "trials").mkdir(parents=True)
    (root / "trials" / "results.json").write_text("{}")
    (root / "code.py").write_text("1")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=one")
    monkeypatch.setattr(passed, "ROOT", root)
    return root


def test_what_passed_is_left_out_on_the_same_commit(folder: Path, tmp_path: Path) -> None:
    Passed.read(tmp_path / "kept").add("lossless/order")
    (folder / "trials" / "results.json").write_text('{"results": []}')
    again = Passed.read(tmp_path / "kept")
    assert "lossless/order" in again
    assert "lossless/load" not in again


def test_what_passed_in_small_does_not_count_in_full(folder: Path, tmp_path: Path) -> None:
    Passed.read(tmp_path / "kept", "scale 0.01").add("lossless/order")
    assert "lossless/order" not in Passed.read(tmp_path / "kept", "scale 1")
    assert "lossless/order" in Passed.read(tmp_path / "kept", "scale 0.01")


def test_nothing_counts_on_another_commit(folder: Path, tmp_path: Path) -> None:
    Passed.read(tmp_path / "kept").add("lossless/order")
    (folder / "code.py").write_text("2")
    git(folder, "commit", "--quiet", "--all", "--message=two")
    assert "lossless/order" not in Passed.read(tmp_path / "kept")


def test_nothing_counts_and_nothing_is_kept_beside_what_is_not_committed(folder: Path, tmp_path: Path) -> None:
    Passed.read(tmp_path / "kept").add("lossless/order")
    (folder / "code.py").write_text("2")
    assert commit_of(folder) == ""
    changed = Passed.read(tmp_path / "kept")
    assert "lossless/order" not in changed
    changed.add("lossless/load")
    git(folder, "checkout", "--quiet", "code.py")
    assert "lossless/load" not in Passed.read(tmp_path / "kept")
