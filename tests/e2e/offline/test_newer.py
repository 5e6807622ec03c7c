"""A newer version of the product waits until somebody asks for it; until then nothing they typed is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.frontend import DIST
from tests.e2e.conftest import opened
from tests.e2e.mornings.friday import a_friday, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import phone_of
from tests.e2e.windows import Window, loaded_once
from tests.support.server import Server, start_server

LOOK_FOR_NEWER = "() => navigator.serviceWorker.ready.then((found) => found.update()).then(() => null)"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A copy of the built front end, to be exchanged under the server's hands."""
    return Path(shutil.copytree(DIST, tmp_path / "dist"))


@pytest.fixture
def own_server(committed_db: None, built: Path, tmp_path: Path) -> Iterator[Server]:
    server = start_server(tmp_path / "server.log", PASSERELLE_FRONTEND=str(built))
    yield server
    server.stop()


@pytest.fixture
def phones(own_server: Server, chromium: Browser) -> Iterator[Seats]:
    for opener in opened(own_server, chromium):
        yield Seats(opener)


def a_newer_one(built: Path, window: Window) -> None:
    for kept in built.glob("sw.js.*"):
        kept.unlink()
    with (built / "sw.js").open("a") as worker:
        worker.write("\n// newer\n")
    window.page.evaluate(LOOK_FOR_NEWER)


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_newer_version_asks_first_and_takes_nothing_away(phones: Seats, built: Path, locale: str, width: int) -> None:
    friday, shirin = a_friday(), someone("Shirin")
    window = phone_of(phones, shirin, "/interpreter/free", locale=locale, width=width)
    window.page.reload()  # from here on the page comes from the phone
    typed = window.field("Do not ask me up to and including")
    typed.fill(friday.day.isoformat())
    with loaded_once(window):
        a_newer_one(built, window)
        expect(window.page.get_by_text(window.words("A newer version is here."))).to_be_visible()
        window.look(f"offline-newer-{locale}-{width}")
        window.button("Later").click()
        expect(window.page.get_by_text(window.words("A newer version is here."))).to_have_count(0)
        expect(typed).to_have_value(friday.day.isoformat())
    window.page.reload()
    with window.page.expect_event("load"):
        window.button("Open it now").click()
    expect(window.heading("Which days are you free?")).to_be_visible()
    expect(window.page.get_by_text(window.words("A newer version is here."))).to_have_count(0)
