"""Windows of people whom a test made itself, on a server with nothing else in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import opened
from tests.e2e.mornings.seats import Seats
from tests.support.server import Server


@pytest.fixture
def seat(asgi_server: Server, chromium: Browser) -> Iterator[Seats]:
    for opener in opened(asgi_server, chromium):
        yield Seats(opener)
