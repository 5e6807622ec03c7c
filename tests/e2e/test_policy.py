"""What the product's pages load and run is all within their policy, in a browser that holds everything else back.

Every other window of these tests is closed with the same question (``windows.Opener.errors``).
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.frontend import DIST
from tests.e2e.desk import WIDE
from tests.e2e.mornings.friday import a_friday, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import phone_of
from tests.e2e.windows import HELD_BACK, Opener, holds
from tests.support.server import Server, start_server
from tests.support.waiting import until

LOCALES = ("en", "ar")
PLACES = {
    "partner": ("Ask", "Our people", "My sessions"),
    "interpreter": ("My Fridays", "Free days", "About me"),
    "team": ("Inbox", "Who hasn’t answered", "Interpreters", "Partners", "Requests", "Import", "Journal", "Fridays"),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("role", PLACES)
def test_nothing_of_the_main_screens_is_held_back(look_around: Opener, role: str, locale: str) -> None:
    window = look_around(role, locale, width=WIDE)
    for place in PLACES[role]:
        window.go(place)
        window.hear_nothing_more()
    assert window.errors == []


@pytest.fixture
def plain(asgi_server: Server, chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page whose sockets no test stands between, and what was held back from it."""
    with chromium.new_context(service_workers="block") as context:
        page, held = context.new_page(), list[str]()
        page.on("console", lambda said: held.append(said.text) if HELD_BACK.search(said.text) else None)
        yield page, held


def test_the_socket_is_let_through(asgi_server: Server, plain: tuple[Page, list[str]], committed_db: None) -> None:
    page, held = plain
    page.goto(f"http://127.0.0.1:{asgi_server.port}/sign-in")
    with page.expect_websocket() as opened:
        page.evaluate("void new WebSocket(`ws://${location.host}/ws`)")
    opened.value.wait_for_event("close")
    assert held == []
    page.evaluate("new WebSocket('ws://127.0.0.1:9/ws').onerror = () => (window.refused = true)")
    holds(page, "window.refused")
    assert ["connect-src" in said for said in held] == [True]


def test_the_documentation_is_let_through(asgi_server: Server, plain: tuple[Page, list[str]]) -> None:
    page, held = plain
    page.goto(f"{asgi_server.origin}/api/v1/docs")
    page.get_by_text("/api/v1/visits/{id}/confirm", exact=True).click()
    expect(page.get_by_text("Parameters", exact=True).first).to_be_visible()
    assert held == []


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A copy of the built front end, to be changed under the server's hands."""
    return Path(shutil.copytree(DIST, tmp_path / "dist"))


@pytest.fixture
def own_server(committed_db: None, built: Path, tmp_path: Path) -> Iterator[Server]:
    server = start_server(tmp_path / "server.log", PASSERELLE_FRONTEND=str(built))
    yield server
    server.stop()


INJECTED = {
    "script": "<script>window.stolen = true</script>",
    "style": "<style>body { background: red }</style>",
    "attribute": '<p style="color: red" onclick="void 0">there</p>',
    "elsewhere": '<script src="http://127.0.0.2/stolen.js"></script>',
    "picture": '<img alt="" src="http://127.0.0.2/pixel.png">',
    "frame": '<iframe src="/"></iframe>',
}


@pytest.mark.parametrize("what", INJECTED)
def test_what_somebody_else_wrote_into_the_page_is_held_back_and_noticed(
    own_server: Server, chromium: Browser, built: Path, what: str
) -> None:
    """Also the proof that these tests would see what is held back."""
    for page in built.glob("index.html*"):
        page.unlink()
    (built / "index.html").write_text((DIST / "index.html").read_text().replace("</body>", f"{INJECTED[what]}</body>"))
    opener = Opener(own_server, chromium)
    window = opener.at_the_door("team")
    until(opener.errors, what="a word of what was held back")
    assert all("Content Security Policy" in said for said in opener.errors())
    assert window.page.evaluate("window.stolen") is None
    opener.close()


def test_the_phone_keeps_the_page_with_its_policy(seat: Seats) -> None:
    a_friday()
    window = phone_of(seat, someone("Shirin"), "/interpreter/free")
    found = window.page.evaluate("fetch('/').then((page) => page.headers.get('content-security-policy'))")
    kept = window.page.evaluate(
        "caches.match('/index.html', { ignoreSearch: true }).then((page) => page.headers.get('content-security-policy'))"
    )
    assert "script-src 'self' 'sha256-" in found
    assert kept == found
