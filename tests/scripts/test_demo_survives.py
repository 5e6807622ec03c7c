"""Whatever dies comes back, and nothing that was acknowledged is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.scripts.conftest import TEAM, far_ahead, plan_visit, team_browser
from tests.scripts.running import Demo, started
from tests.support.browser import Browser
from tests.support.processes import in_another_process
from tests.support.waiting import until

DEFER = "from passerelle.bookings.tasks import tend_bookings; print(tend_bookings.defer(timestamp=0))"
STATUS = "from procrastinate.contrib.django.models import ProcrastinateJob as J; print(J.objects.get(id={}).status)"


class Writer:
    """Plans one day after the other, and keeps what was acknowledged."""

    def __init__(self, browser: Browser, first: date) -> None:
        self._browser, self._day = browser, first
        self._ended = threading.Event()
        self.acknowledged: list[Any] = []

    def write(self) -> None:
        while not self._ended.is_set():
            try:
                made = self._browser.post(TEAM, "/api/v1/visits", {"day": self._day.isoformat(), "time_zone": "Europe/Paris"})
            except OSError:  # nobody answers: it was killed
                continue
            if made.status == 201:
                self.acknowledged.append(made.json())
            self._day += timedelta(days=1)  # one that was planned and not acknowledged is answered by: it is taken

    def more(self) -> None:
        """Wait for two acknowledgements from now on: the first may have been on its way already."""
        before = len(self.acknowledged)
        until(lambda: len(self.acknowledged) >= before + 2, what="more acknowledged writes")

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        thread = threading.Thread(target=self.write)
        thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            thread.join()


def still_there(browser: Browser, acknowledged: list[Any]) -> list[Any]:
    """The visits of ``acknowledged`` as they are now."""
    return [browser.get(TEAM, f"/api/v1/visits/{visit['id']}").json() for visit in acknowledged]


@pytest.mark.parametrize(("victim", "first"), [("web", 10), ("database", 120)])
def test_a_killed_process_is_started_again_and_no_acknowledged_write_is_lost(demo: Demo, victim: str, first: int) -> None:
    browser = team_browser(demo.port)
    others = {name: process for name, process in demo.children().items() if name not in {victim, "worker"}}
    with Writer(browser, far_ahead(first)).writing() as writer:
        writer.more()
        demo.kill(victim)
        writer.more()
    assert f"The {victim} ended by itself; starting it again" in demo.said
    assert still_there(browser, writer.acknowledged) == writer.acknowledged
    assert {name: demo.children()[name] for name in others} == others, "only what died is started again"


def test_a_killed_worker_is_started_again_and_works(demo: Demo, django_db_setup: None) -> None:
    demo.kill("worker")
    assert "The worker ended by itself; starting it again" in demo.said
    (url,) = [value for value in demo.children()["worker"].environ().items() if value[0] == "DATABASE_URL"]
    env = {"DATABASE_URL": url[1], "PASSERELLE_ENVIRONMENT": "local"}
    job = in_another_process(DEFER, **env).split()[-1]
    until(lambda: "succeeded" in in_another_process(STATUS.format(job), **env), what="the job done")


def test_what_a_killed_keeper_left_behind_is_stopped_and_the_next_start_works(demo_folder: Path) -> None:
    demo = started(demo_folder)
    orphans = demo.everything()[1:]
    try:
        browser = team_browser(demo.port)
        visit = plan_visit(browser, far_ahead(3))
        bystander = psutil.Popen(["sleep", "600"], start_new_session=True)
        demo.process.kill()
        demo.process.wait()
        assert browser.get(TEAM, f"/api/v1/visits/{visit['id']}").status == 200, "the orphans live on"
        again = started(demo_folder, port=demo.port)
        try:
            for name in ("worker", "web", "database"):
                assert f"Stopping the {name} that an earlier run left behind" in again.said
            assert not [process for process in orphans if process.is_running()]
            assert bystander.is_running()
            assert browser.get(TEAM, f"/api/v1/visits/{visit['id']}").json() == visit
        finally:
            again.end()
            bystander.kill()
            bystander.wait()
    finally:
        demo.end()
