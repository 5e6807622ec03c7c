"""One demo world, built once by the real command and stopped again. What happened on the way is kept as facts.

``demo`` is the second start on that folder, left running by its tests. Tests that stop it, or kill what they cannot
have back, take ``demo_folder``, a copy.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.scripts.running import Demo, press_ctrl_c, started
from tests.support.browser import Browser

TEAM = "team.localhost"


@dataclass(frozen=True)
class FirstRun:
    """The very first start, and its end by Ctrl-C. ``visit`` was planned in it by ``browser``, signed in as the team."""

    run: Path
    port: int
    preparation: float
    visit: Any
    browser: Browser
    before_ctrl_c: list[psutil.Process]
    exit_code: int
    said: str
    still_running: list[psutil.Process]
    bystander_lives: bool


def far_ahead(days: int = 0) -> date:
    """A day that nothing of the demo is on."""
    return datetime.now(UTC).date() + timedelta(days=120 + days)


def plan_visit(browser: Browser, day: date) -> Any:
    """Plan a visit as the team, and return it as it was answered."""
    made = browser.post(TEAM, "/api/v1/visits", {"day": day.isoformat(), "time_zone": "Europe/Paris"})
    assert made.status == 201, made
    return made.json()


def team_browser(port: int) -> Browser:
    browser = Browser(port)
    assert browser.sign_in(TEAM, "team").status == 200
    return browser


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> FirstRun:
    run = tmp_path_factory.mktemp("demo") / "run"
    demo = started(run)
    try:
        browser = team_browser(demo.port)
        visit = plan_visit(browser, far_ahead())
        before, preparation = demo.everything(), demo.preparation()
        with subprocess.Popen(["sleep", "600"], start_new_session=True) as bystander:
            code = press_ctrl_c(demo.process)
            lives = bystander.poll() is None
            bystander.kill()
        left = [process for process in before if process.is_running()]
        return FirstRun(run, demo.port, preparation, visit, browser, before, code, demo.said, left, lives)
    finally:
        demo.end()


@pytest.fixture(scope="session")
def _template(first_run: FirstRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(first_run.run, tmp_path_factory.mktemp("template") / "run"))


@pytest.fixture
def demo_folder(_template: Path, tmp_path: Path) -> Path:
    """A folder in which the demo ran before and was stopped, to do with as one likes."""
    return Path(shutil.copytree(_template, tmp_path / "run"))


@pytest.fixture(scope="session")
def _second_run(first_run: FirstRun, _template: Path) -> Iterator[Demo]:
    demo = started(first_run.run, port=first_run.port)
    yield demo
    demo.end()


@pytest.fixture
def demo(_second_run: Demo) -> Demo:
    """A demo that runs, shared by the tests that leave it running."""
    return _second_run
