"""A real browser on a real server: one window for each role, the demo world behind them."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from scripts import frontend
from scripts.system import browser as chromium_path
from tests.e2e.mornings.seats import Seats
from tests.e2e.windows import Opener
from tests.support.database import clean
from tests.support.processes import manage_within
from tests.support.server import Server
from tests.support.snapshot import Snapshot
from tests.support.waiting import PATIENCE, until

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]

BUILT_WITHIN = 120.0
"""Seconds for the six hundred acts of the demo world, on a machine that does something else as well."""


@pytest.fixture(scope="session", autouse=True)
def _orm_beside_the_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, which Django takes for an async view and refuses its ORM in."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not frontend.is_built():
        pytest.fail("The front end is not built of its sources as they are: run `make test`, which does it.")
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield started
        started.close()


_built: list[Snapshot] = []


def _demo_world() -> None:
    """The demo world and nothing else: built by the real command the first time, put back the others."""
    clean()  # a module that only looks at it may still have its own there
    if _built:
        _built[0].put_back()
        return
    manage_within(BUILT_WITHIN, "demo", PASSERELLE_DEMO="1")
    _built.append(Snapshot.take())


def opened(server: Server, chromium: Browser) -> Iterator[Opener]:
    """Windows that are closed in the end; a test in which a page reported an error of its own has failed."""
    opener = Opener(server, chromium)
    yield opener
    opener.close()
    assert opener.errors() == []


@pytest.fixture
def open_window(asgi_server: Server, chromium: Browser) -> Iterator[Opener]:
    """Windows on a demo world of this test's own."""
    _demo_world()
    yield from opened(asgi_server, chromium)


@pytest.fixture(scope="module")
def shown_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker, _session_server: Server) -> Iterator[Server]:
    """The product on one demo world for a module that only looks at it."""
    until(_session_server.is_well, what="the shared server's /healthz")
    with django_db_blocker.unblock():
        _demo_world()
        yield _session_server
        clean()


@pytest.fixture
def look_around(shown_world: Server, chromium: Browser) -> Iterator[Opener]:
    """Windows on the world that nobody changes."""
    yield from opened(shown_world, chromium)


@pytest.fixture
def seat(asgi_server: Server, chromium: Browser) -> Iterator[Seats]:
    """Windows of people whom a test made itself, on a server with nothing else in it."""
    for opener in opened(asgi_server, chromium):
        yield Seats(opener)
