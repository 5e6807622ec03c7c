"""Which browser and which Redis the tests get, on machines with one, with another, with none, and without packages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.paths import ROOT

SHELL, CHROMIUM, REDIS = "chromium-headless-shell", "chromium", "redis-server"
PREPARE = "from scripts import system; system.prepare(); print(system.browser())"
PREPARE_REDIS = "from scripts import system; system.prepare_redis(); print(system.redis())"
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root installs packages")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder with all the programs that the machine has: a shell to run what it is told."""
    for name in ("sh", "chmod"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    return tmp_path


def put(machine: Path, name: str, text: str = "") -> None:
    (machine / name).write_text(f"#!{machine / 'sh'}\n{text}")
    (machine / name).chmod(0o755)


def prepared(machine: Path, code: str = PREPARE) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PATH": str(machine)}, capture_output=True, text=True, check=False
    )


def test_the_quick_one_goes_before_any_other(machine: Path) -> None:
    put(machine, CHROMIUM)
    put(machine, SHELL)
    assert prepared(machine).stdout.split() == [str(machine / SHELL)]


@as_root
def test_it_is_installed_where_it_is_not(machine: Path) -> None:
    put(machine, CHROMIUM)
    fetched = f'case "$*" in *{SHELL}) : > {machine}/{SHELL}; chmod +x {machine}/{SHELL};; esac'
    put(machine, "apt-get", fetched)
    assert prepared(machine).stdout.split()[-1] == str(machine / SHELL)


@as_root
def test_where_it_cannot_be_had_another_does_and_why_is_said(machine: Path) -> None:
    put(machine, CHROMIUM)
    put(machine, "apt-get", "echo E: no such package >&2; exit 100")
    done = prepared(machine)
    assert "no such package" in done.stdout + done.stderr
    assert done.stdout.split()[-1] == str(machine / CHROMIUM)


def test_without_any_one_is_told_what_to_run(machine: Path) -> None:
    done = prepared(machine)
    assert done.returncode == 1
    assert f"install --yes --no-install-recommends {SHELL}" in done.stderr


@as_root
def test_a_redis_is_installed_where_it_is_not(machine: Path) -> None:
    fetched = f'case "$*" in *{REDIS}) : > {machine}/{REDIS}; chmod +x {machine}/{REDIS};; esac'
    put(machine, "apt-get", fetched)
    assert prepared(machine, PREPARE_REDIS).stdout.split()[-1] == str(machine / REDIS)


def test_without_a_redis_one_is_told_what_to_run(machine: Path) -> None:
    done = prepared(machine, PREPARE_REDIS)
    assert done.returncode == 1
    assert f"install --yes --no-install-recommends {REDIS}" in done.stderr
