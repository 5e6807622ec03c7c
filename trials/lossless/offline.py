"""An interpreter's phone in a real browser, again and again: what is done without a signal is sent once.

Each round somebody answers a question with yes or no, undoes it, says which days are free, or that they can't come after all
on a day that was confirmed, while there is no signal, in a network that leads nowhere, or in one that loses the replies; the
page may be opened anew; then the signal is back.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from passerelle.accounts.models import User
from passerelle.availability.models import FreeDay
from passerelle.bookings.models import Offer
from passerelle.interpreters.models import Interpreter
from scripts import frontend
from scripts.system import browser as chromium_path
from tests.e2e.mornings.friday import a_friday, a_session, asked, confirm, place_of, says_yes, someone, state_of
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.offline.phone import LOSE_REPLIES, WAITING, find_signal, lose_signal, phone_of, read_by, written_down
from tests.e2e.offline.sent import Sent, stored_keys
from tests.e2e.windows import Opener, Window
from tests.support.database import clean
from tests.support.server import Server, start_server
from tests.support.waiting import PATIENCE, until
from trials.ground import HOME
from trials.lossless.found import Found, share

ROUNDS = 60
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DAYS = (6, 13, 20)
CONFIRMED_FROM = 27
"""In days from today: behind those that are asked about, so that what is confirmed is the last card."""
MOST_TAPS = 4
OF = "a browser: acts queued without a signal, in a network that leads nowhere, or that loses replies; reloaded; reconnected"
ANSWERS = {"Yes, I can come (we confirm the day)": "accepted", "No, I can’t": "declined"}
FRIDAYS = "/fridays"
LEAVE = "I can’t come after all"
SAVED = re.compile("saved on this phone and not sent yet")
API = "**/api/**"
TAP = """(words) => {
  const buttons = [...document.querySelectorAll("main button:not([data-busy])")];
  const found = buttons.find((button) => words.includes(button.textContent.trim()));
  found?.click();
  return found?.textContent.trim() ?? null;
}"""
"""The first button of those words, at once: what is on the screen may go while a hand is on its way to it."""

type Weaken = Callable[[Page], None]


@dataclass
class Tally:
    rounds: int = 0
    acts: int = 0
    reloads: int = 0
    overtaken: int = 0
    tapped: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Phone:
    """One person's phone. ``day`` and ``answer`` are what they said last, as the screen shows it to them."""

    window: Window
    who: Interpreter
    user: User
    offer: Offer
    sent: Sent
    chance: Random
    tally: Tally
    weaken: Weaken | None
    days: dict[str, bool] = field(default_factory=dict)
    answer: str = "asked"
    held: Offer | None = None
    """A place on a day that is confirmed, until they can't come after all."""
    left: list[Offer] = field(default_factory=list)
    away: bool = False
    """Nothing reaches the server, so that what waits must look so."""
    names: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """Of each act of a round: the keys it was seen to wait under."""

    def round(self) -> None:
        self.sent.keys.clear()
        self.names.clear()
        before = set(stored_keys(self.user))
        desk, tap = self.chance.choice((("/free", self._say_a_day), ("", self._answer), (FRIDAYS, self._cannot_come_after_all)))
        held = self._hold_a_place()
        go_to(self.window, f"/interpreter{desk}")
        expect(self.window.page.locator("main .skeleton")).to_have_count(0)
        if desk == FRIDAYS:
            written_down(self.window, str(held.pk))
        back = self.chance.choice((self._no_signal, self._leads_nowhere, self._loses_replies))()
        for _ in range(self.chance.randint(1, MOST_TAPS)):
            tap()
            if self.chance.random() < 0.4:
                self._open_anew()
        # Whatever the network was like until now: from here on it is none, so that nothing is on its way while we look.
        lose_signal(self.window)
        self.away = True
        self._open_anew()
        waiting = self._waiting()
        earlier = self.sent.all_keys()
        back()
        find_signal(self.window)
        until(lambda: self._open() == [], within=2 * PATIENCE, what="everything sent")
        overtaken = {str(one["key"]) for one in self._waiting()}
        self._count(before, [one for one in waiting if one["key"] not in overtaken], earlier)
        self.tally.overtaken += len(overtaken)
        self._read_what_was_overtaken()

    def _count(self, before: set[str], waiting: list[dict[str, Any]], earlier: set[str]) -> None:
        """Each act under one key, and each key one effect; one that was never on its way is posted once."""
        stored, number = set(stored_keys(self.user)) - before, self.tally.rounds
        posted, keys = self.sent.counted(), {str(one["key"]) for one in waiting}
        wrong = [f"{one['said']} of {one['about']} waited and never happened" for one in waiting if one["key"] not in stored]
        wrong += [f"{key} happened and is not what was done" for key in stored - keys - earlier]
        wrong += [f"{key} was posted {posted[key]} times" for key in keys - earlier if posted[key] != 1]
        wrong += [f"{about} waited under {len(keys)} keys" for (about, _), keys in self.names.items() if len(keys) > 1]
        wrong += self._as_said()
        self.tally.acts += len(stored)
        self.tally.rounds += 1
        self.tally.wrong += [f"round {number}: {one}" for one in wrong]

    def _read_what_was_overtaken(self) -> None:
        """Undone on a screen that did not know yet that it was: what stands there is what was wished (``_as_said``)."""
        while self._waiting():
            self.window.button("I have read it").first.click()
            expect(self.window.page.locator("main h1").first).to_be_visible()

    def _as_said(self) -> list[str]:
        """The last word on each thing is what stands there."""
        held = {row.day.isoformat(): row.free for row in FreeDay.objects.filter(interpreter=self.who)}
        wrong = [f"{day} was said {free} and is {held.get(day)}" for day, free in self.days.items() if held.get(day) != free]
        answers = [(self.offer, self.answer), *((offer, "withdrawn") for offer in self.left)]
        wrong += [f"the answer was {said} and is {state_of(offer)}" for offer, said in answers if state_of(offer) != said]
        return wrong

    def _hold_a_place(self) -> Offer:
        """On a day of its own, confirmed."""
        if self.held is None:
            friday = a_friday(CONFIRMED_FROM + 7 * len(self.left))
            self.held = says_yes(place_of(a_session(friday, 11)), self.who, by=friday.coordinator)
            confirm(friday)
        return self.held

    def _cannot_come_after_all(self) -> None:
        """It takes a second tap. Once it was said, nothing of that day can be tapped any more."""
        if self.held is None:
            return
        before = self.window.button(LEAVE).count()
        card = self.window.page.locator("article.card").filter(has=self.window.button(LEAVE)).last
        card.get_by_role("button", name=LEAVE).click()
        self.window.button("Yes, tell the team").click()
        self.left.append(self.held)
        self.held = None
        self.tally.tapped.update([LEAVE])
        expect(self.window.button(LEAVE)).to_have_count(before - 1)
        self._waiting()

    def _say_a_day(self) -> None:
        number, free = self.chance.randrange(len(DAYS)), self.chance.random() < 0.5
        card = self.window.page.locator("li.card").nth(number)
        choice = card.get_by_role("button", name="Free" if free else "Not free", exact=True)
        choice.click()
        expect(choice).to_have_attribute("aria-pressed", "true")
        self.days[card.locator("time").get_attribute("datetime") or ""] = free
        self._waiting()

    def _answer(self) -> None:
        """Say yes or no, or undo what was said, whichever can be tapped; what takes an answer back and waits can not."""
        tapped = self.window.page.evaluate(TAP, [self.chance.choice(list(ANSWERS)), "Undo"])
        self.answer = {**ANSWERS, "Undo": "asked"}.get(tapped, self.answer)
        self.tally.tapped.update([tapped] if tapped else [])
        expect(self.window.page.locator("button[data-busy]")).to_have_count(0)
        self._waiting()

    def _waiting(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.window.page.evaluate(WAITING)
        for one in found:
            self.names.setdefault((one["about"], one["at"]), set()).add(one["key"])
        return found

    def _open(self) -> list[dict[str, Any]]:
        return [one for one in self._waiting() if one["refused"] is None]

    def _open_anew(self) -> None:
        if self.weaken:
            self.weaken(self.window.page)
        self.window.page.reload()
        expect(self.window.page.locator("main h1").first).to_be_visible()
        expect(self.window.page.locator("main .skeleton")).to_have_count(0)
        if self.away and self._open() and not self.weaken:
            expect(self.window.page.get_by_text(SAVED).first).to_be_visible()
        self.tally.reloads += 1

    def _no_signal(self) -> Callable[[], None]:
        self.away = True
        lose_signal(self.window)
        return lambda: None

    def _leads_nowhere(self) -> Callable[[], None]:
        page, self.away = self.window.page, True
        page.route(API, lambda route: route.abort())
        return lambda: page.unroute(API)

    def _loses_replies(self) -> Callable[[], None]:
        """Until the page is opened anew: then what waits is sent at once."""
        self.away = False
        self.window.page.evaluate(LOSE_REPLIES)
        return lambda: None


def run(server: Server, chromium: Browser, *, rounds: int, seed: int = 1, weaken: Weaken | None = None) -> Tally:
    """``weaken`` is done to the page before it is opened anew: what a phone that forgets would do."""
    tally, chance = Tally(), Random(seed)  # noqa: S311
    opener = Opener(server, chromium)
    try:
        phone = _phone(Seats(opener), chance, tally, weaken)
        for _ in range(rounds):
            phone.round()
    finally:
        opener.close()
    tally.wrong += opener.errors()
    return tally


def _phone(seat: Seats, chance: Random, tally: Tally, weaken: Weaken | None) -> Phone:
    clean()
    fridays, shirin = [a_friday(days) for days in DAYS], someone("Shirin")
    shift = place_of(a_session(fridays[-1], 11))
    asked(shift, shirin, by=fridays[-1].coordinator)
    window = phone_of(seat, shirin, "/interpreter/free")
    for friday in fridays:
        written_down(window, friday.day.isoformat())
    go_to(window, "/interpreter")
    read_by(window, shirin)
    user = User.objects.get(interpreter=shirin)
    return Phone(window, shirin, user, Offer.objects.get(shift=shift), Sent().listen(window), chance, tally, weaken)


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Playwright keeps an event loop in this thread, which Django takes for an async view and refuses its ORM in."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def measure(scale: float = 1.0) -> Found:
    frontend.prepare()
    server = start_server(HOME / "offline.log")
    try:
        with a_browser() as chromium:
            return found(run(server, chromium, rounds=share(ROUNDS, scale)))
    finally:
        server.stop()


def found(tally: Tally) -> Found:
    told = Found()
    answers = ", ".join(f"“{words}” {times} times" for words, times in sorted(tally.tapped.items()))
    count = f"{tally.rounds} rounds, {tally.reloads} reloads, {tally.overtaken} acts that were done already and so refused"
    how = f"{OF}; {count}; {answers}; keys in the browser and in the database"
    told.add("offline_rounds", tally.rounds, "rounds", OF)
    told.add("offline_acts", tally.acts, "acts that happened", how)
    told.add("offline_posts_not_one", told.blame(tally.wrong), "acts", how)
    return told
