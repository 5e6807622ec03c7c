"""A phone whose page begins where there is no signal: it knows, asks for nothing in vain, and goes on by itself."""

from datetime import timedelta

import pytest
from playwright.sync_api import Request, expect

from tests.e2e.mornings.friday import a_friday, a_session, asked, now, place_of, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import find_signal, lose_signal, phone_of, read_by, reload
from tests.e2e.offline.test_answers import YES, a_question, said_yes, says_yes_unsent, unsent
from tests.e2e.offline.test_reading import AGE
from tests.e2e.windows import Window
from tests.support.waiting import until

FORTNIGHT = timedelta(days=15)
"""After which a phone knows no longer what was seen on it, nor who saw it."""


def api_of(window: Window) -> list[str]:
    """The addresses of the API that are asked from now on, as they are asked."""
    found: list[str] = []

    def note(request: Request) -> None:
        if "/api/v1/" in request.url:
            found.append(request.url.split("/api/v1")[1])

    window.page.context.on("request", note)
    return found


TAKE_THE_GUARD_AWAY = """async () => {
  let taken = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      const kept = await cache.match(asked);
      if (!kept.headers.get("Content-Type")?.includes("javascript")) continue;
      const said = await kept.text();
      const weak = said.replace(".setOnline(navigator.onLine)", ".setOnline(true)");
      if (weak === said) continue;
      await cache.put(asked, new Response(weak, { headers: kept.headers }));
      taken += 1;
    }
  }
  return taken;
}"""
"""The product on the phone without the look of ``main.tsx``: it believes that it is online. Says in how many pieces."""


def asked_without_a_signal(window: Window) -> list[str]:
    """Who said yes where there is no signal opens the page anew there: what is asked for from then on."""
    lose_signal(window)
    says_yes_unsent(window)
    api = api_of(window)
    reload(window)
    expect(unsent(window)).to_be_visible()
    return api


def test_nothing_is_asked_for_until_there_is_a_signal(seat: Seats) -> None:
    _, _, shirin = a_question()
    window = phone_of(seat, shirin)
    read_by(window, shirin)
    api = asked_without_a_signal(window)
    expect(window.page.get_by_text(window.words.like(AGE))).to_be_visible()
    assert api == ["/me"]  # the page asks before its scripts are there
    find_signal(window)
    expect(said_yes(window)).to_be_visible()
    assert len(api) > 1


def test_a_page_that_believes_it_is_online_is_seen_to_ask_in_vain(seat: Seats) -> None:
    _, _, shirin = a_question()
    window = phone_of(seat, shirin)
    read_by(window, shirin)
    assert window.page.evaluate(TAKE_THE_GUARD_AWAY) == 1
    api = asked_without_a_signal(window)
    until(lambda: len(api) > 1, what=f"asked in vain: {api}")


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_phone_that_remembers_nobody_says_that_there_is_no_signal_and_goes_on_by_itself(
    seat: Seats, locale: str, width: int
) -> None:
    friday, shirin = a_friday(34), someone("Shirin")
    asked(place_of(a_session(friday, 11)), shirin, by=friday.coordinator)
    window = phone_of(seat, shirin, locale=locale, width=width)
    read_by(window, shirin)
    lose_signal(window)
    window.page.clock.set_fixed_time(now() + FORTNIGHT)
    api = api_of(window)
    window.page.reload()
    note = window.page.get_by_role("alert")
    expect(note).to_contain_text(window.words("There is no connection. Try again when you are back."))
    window.look(f"offline-nobody-{locale}-{width}")
    in_vain = list(api)
    find_signal(window)
    expect(window.button(YES)).to_be_visible()
    expect(note).to_have_count(0)
    assert in_vain == ["/me"]
