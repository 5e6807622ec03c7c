"""Where a part of a screen could not be read, the screen says so and offers to try again: it is not taken for empty."""

import re
from urllib.parse import urljoin

from playwright.sync_api import expect

from tests.e2e.windows import Opener

FORGET = """async () => {
  for (const { name } of await indexedDB.databases())
    await new Promise((done, failed) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed }));
}"""
"""Of a page on which nothing is open: where something is, the browser waits until it is closed, and may write before."""


def test_what_comes_next_that_could_not_be_read_is_not_taken_for_nothing(look_around: Opener) -> None:
    interpreter = look_around("interpreter")
    expect(interpreter.page.locator(".pass")).to_be_visible()
    hers = re.compile(r"/api/v1/offers\?show=mine")
    interpreter.page.route(hers, lambda route: route.abort())
    address = interpreter.page.url
    interpreter.page.goto(urljoin(address, "/healthz"))
    interpreter.page.evaluate(FORGET)
    interpreter.page.goto(address)
    again = interpreter.button("Try again")
    expect(interpreter.page.locator(".card, .empty").first).to_be_visible()
    expect(again).to_have_count(1)
    expect(interpreter.page.locator(".pass")).to_have_count(0)
    interpreter.look("interpreter-unread")
    interpreter.page.unroute(hers)
    again.click()
    expect(interpreter.page.locator(".pass")).to_be_visible()
    expect(again).to_have_count(0)
