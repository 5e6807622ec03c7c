"""Some rounds of the trial of a phone; and it notices one that forgets what waits, and one that names an act anew."""

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.offline.phone import ON_THE_SHELF
from tests.support.server import Server
from trials.lossless.offline import found, run


def test_what_is_done_without_a_signal_is_sent_once(asgi_server: Server, chromium: Browser) -> None:
    tally = run(asgi_server, chromium, rounds=8)
    assert tally.wrong == []
    assert tally.acts > 0
    assert {figure.name: figure.figure for figure in found(tally).figures if figure.unit != "acts that happened"} == {
        "lossless/offline_rounds": 8,
        "lossless/offline_posts_not_one": 0,
    }


@pytest.mark.parametrize("how", ["lost", "another key"])
def test_a_phone_that_forgets_what_waits_or_its_key_is_noticed(asgi_server: Server, chromium: Browser, how: str) -> None:
    """As an app does that does not write it down, or that makes a key for each attempt."""

    def weaken(page: Page) -> None:
        page.evaluate(ON_THE_SHELF, how)

    assert run(asgi_server, chromium, rounds=8, weaken=weaken).wrong != []
