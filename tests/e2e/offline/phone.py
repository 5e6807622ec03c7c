"""An interpreter's phone in tests: it keeps the product, loses its signal, and can be looked into."""

import json
from typing import Any

from playwright.sync_api import expect

from passerelle.bookings.models import Offer
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.seats import Seats
from tests.e2e.windows import Window
from tests.support.waiting import until

KEPT = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state === "activated") return;
  await new Promise((done) => active.addEventListener("statechange", () => active.state === "activated" && done()));
}"""
LYING_THERE = """async () => {
  const found = { caches: [], shelves: [] };
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.caches.push(url);
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done, failed) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = failed;
    });
    for (const store of base.objectStoreNames)
      found.shelves.push(await new Promise((done, failed) => {
        const asked = base.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = failed;
      }));
    base.close();
  }
  return JSON.stringify({ ...found, local: { ...localStorage } });
}"""

WAITING = """async () => {
  const base = await new Promise((done) => {
    const asked = indexedDB.open("passerelle");
    asked.onsuccess = () => done(asked.result);
  });
  const list = await new Promise((done) => {
    const asked = base.transaction("shelf").objectStore("shelf").get("waiting");
    asked.onsuccess = () => done(asked.result ?? []);
  });
  base.close();
  return list;
}"""
"""The acts that wait, on a phone that has a shelf already, and those that were overtaken."""
LOSE_REPLIES = """() => {
  const fetch = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (["POST", "PUT"].includes(asked[1]?.method)) throw new TypeError("The reply was lost.");
    return answer;
  };
}"""
"""Whatever is done, the server does it, and its reply does not arrive, until the page is loaded anew."""
ON_THE_SHELF = """async (how) => {
  const base = await new Promise((done) => {
    const asked = indexedDB.open("passerelle");
    asked.onsuccess = () => done(asked.result);
  });
  const shelf = base.transaction("shelf", "readwrite").objectStore("shelf");
  const list = await new Promise((done) => {
    const asked = shelf.get("waiting");
    asked.onsuccess = () => done(asked.result);
  });
  const after = how === "lost" ? [] : list.map((one) => ({ ...one, key: crypto.randomUUID() }));
  await new Promise((done) => { shelf.put(after, "waiting").onsuccess = done; });
  base.close();
}"""
"""What waits as after an app that does not write it down (it is gone after a reload), or that makes a key for each attempt."""


def phone_of(seat: Seats, who: Interpreter, address: str = "", **how: Any) -> Window:
    """Signed in, and the product is on the phone."""
    window = seat.interpreter(who, address, keeps=True, **how)
    window.page.evaluate(KEPT)
    return window


def lying_there(window: Window) -> dict[str, Any]:
    """All that whoever finds the phone could read: what is cached, and what stands on its shelves."""
    found: dict[str, Any] = json.loads(window.page.evaluate(LYING_THERE))
    return found


def shelves(window: Window) -> str:
    return json.dumps(lying_there(window)["shelves"], ensure_ascii=False)


def written_down(window: Window, text: str) -> None:
    until(lambda: text in shelves(window), what=f"“{text}” on the phone")


def read_by(window: Window, who: Interpreter) -> None:
    """Once all that ``who`` is asked or holds is written down."""
    for offer in Offer.objects.filter(interpreter=who):
        written_down(window, str(offer.pk))


def lose_signal(window: Window) -> None:
    window.page.context.set_offline(True)


def find_signal(window: Window) -> None:
    window.page.context.set_offline(False)


def reload(window: Window) -> None:
    """Open the page anew, as after the phone was in a pocket."""
    window.page.reload()
    expect(window.page.locator("main h1").first).to_be_visible()
