"""Windows: each a browser of its own as far as cookies go, with one person of the demo in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, WebSocketRoute, expect

from scripts.paths import FRONTEND, RUN
from tests.e2e.clipping import cut_off
from tests.e2e.directions import lines_of_names
from tests.e2e.words import Words
from tests.support.server import Server
from tests.support.waiting import PATIENCE, until

type Scheme = Literal["light", "dark"]

NARROW = 360
"""The width of the cheapest phones, in CSS pixels."""
ZONES = {"team": "Europe/London"}
"""The team's devices are in another zone than the places; everyone else's are there."""
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
MARK_WHAT_IS_LEFT = """(link) => {
  if (link.pathname === window.location.pathname) return;
  for (const heading of document.querySelectorAll("main h1")) heading.dataset.left = "yes";
}"""
BEYOND = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const out = (box) => box.width > 0 && (box.left < -1 || box.right > clientWidth + 1);
  const found = [...document.querySelectorAll("body *")].filter((one) => out(one.getBoundingClientRect()));
  return [`${scrollWidth} of ${clientWidth}`, ...found.slice(0, 8).map((one) => one.outerHTML.slice(0, 120))];
}"""
"""What stands beyond the edge of a page that scrolls sideways; null when it does not."""
COUNT_WHAT_IS_READ = """(() => {
  const reading = { now: 0, since: 0 };
  const fetch = window.fetch.bind(window);
  window.fetch = (...what) => {
    if (what[0] === "/ws/poll") return fetch(...what);  // it waits: that is no reading
    reading.now += 1;
    return fetch(...what).finally(() => {
      reading.now -= 1;
      reading.since = performance.now();
    });
  };
  window.readsNothing = () => reading.now === 0 && performance.now() - reading.since > 500;
})();"""
"""Half a second, as of an idle network: longer than a burst of changes is gathered for (``lib/live/queries.ts``)."""
HELD_BACK = re.compile(r"Content.Security.Policy|Permissions.Policy")
"""What a browser says on the console when a policy holds something back, or has a word that it does not know."""
PICTURES = RUN / "pictures"
"""Where the tests leave what they saw, to be looked at."""


def holds(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until it is so in ``page``. Playwright's own wait would have the page evaluate words, which its policy forbids."""
    until(lambda: page.evaluate(expression, arg), what=expression)


@dataclass
class Line:
    """The live line of a window, to be cut, or to fall silent while it looks alive, or to let through no more than requests."""

    deaf: bool = False
    cut: bool = False
    blocked: bool = False
    """No socket gets through, and polls do."""
    heard: list[str] = field(default_factory=list)
    """What the server said to the window, in order, whether it listened or not."""
    _open: list[WebSocketRoute] = field(default_factory=list)

    def route(self, page_side: WebSocketRoute) -> None:
        if self.cut or self.blocked:
            page_side.close(code=1001)
            return
        server_side = page_side.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            self.heard.append(str(message))
            if not self.deaf:
                page_side.send(message)

        server_side.on_message(pass_on)
        self._open.append(page_side)

    def route_poll(self, route: Route) -> None:
        if self.cut or self.deaf:
            route.abort()
        else:
            route.continue_()

    def cut_off(self) -> None:
        """End the connection, and refuse every other until ``cut`` is taken back."""
        self.cut = True
        for page_side in self._open:
            page_side.close(code=1001)
        self._open.clear()


@dataclass(frozen=True)
class Window:
    """One person's window. ``errors`` collects what the page itself reported."""

    page: Page
    words: Words
    line: Line
    errors: list[str]

    def button(self, english: str) -> Locator:
        return self.page.get_by_role("button", name=self.words(english), exact=True)

    def go(self, english: str) -> None:
        """Follow a link, and be there: what is looked for next is not found on the screen that was left."""
        self._open_menu(english)
        link = self.page.get_by_role("link", name=self.words(english), exact=True).first
        link.evaluate(MARK_WHAT_IS_LEFT)
        link.click()
        expect(self.page.locator("main h1[data-left]")).to_have_count(0)
        expect(self.page.locator("main h1").first).to_be_visible()

    def _open_menu(self, english: str) -> None:
        """Open the part of the menu where a place stands on a phone, once it is known where it stands."""
        name = self.words(english)
        expect(self.page.get_by_role("link", name=name, exact=True, include_hidden=True).first).to_be_attached()
        others = self.page.locator(".shell-others")
        away = others.get_by_role("link", name=name, exact=True, include_hidden=True)
        if away.count() and not away.is_visible():
            others.get_by_role("button").click()

    def hear_nothing_more(self) -> None:
        """Fall silent, and be done with what was heard: no later read shows what happens from here on."""
        self.line.deaf = True
        holds(self.page, "window.readsNothing()")

    def heading(self, english: str) -> Locator:
        return self.page.get_by_role("heading", name=self.words(english), exact=True)

    def field(self, label: str) -> Locator:
        """The field of the screen itself (the frame round it has some too)."""
        return self.page.locator("main").get_by_label(self.words(label), exact=True).first

    def choose(self, label: str, option: str) -> None:
        """Choose what begins with ``option``, a word on the screen."""
        found = self.field(label)
        value = found.locator("option").filter(has_text=re.compile(f"^{re.escape(option)}")).get_attribute("value")
        found.select_option(value)

    def status(self, english: str) -> Locator:
        return self.page.locator(".status", has_text=self.words(english))

    def clock(self, time: str) -> str:
        """``HH:MM`` as the page writes it, in its own digits."""
        written: str = self.page.evaluate(
            "([numbers, parts]) => parts.map((part) => "
            "new Intl.NumberFormat(numbers, { minimumIntegerDigits: 2 }).format(part)).join(':')",
            [self.words.spoken["numbers"], [int(part) for part in time.split(":")]],
        )
        return written

    def look(self, name: str, *, whole: bool = True) -> None:
        """Leave a picture, and hold the screen to the rules."""
        self.picture(name, whole=whole)
        faults = self.faults()
        assert faults == [], f"{name}: {faults}"

    def picture(self, name: str, *, whole: bool = True) -> None:
        """Once everything is there: what the window shows (or the whole page), as ``PICTURES / name``."""
        expect(self.page.locator(".skeleton")).to_have_count(0)
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=whole, animations="disabled")

    def faults(self) -> list[str]:
        """What is wrong with the screen as it is: axe, contrast, sideways scroll, text cut off, names flung away."""
        found: dict[str, Any] = self.page.evaluate("axe.run({ resultTypes: ['violations', 'incomplete'] })")
        doubtful = [line for line in found["incomplete"] if line["id"] == "color-contrast"]
        faults = [
            f"{line['id']}: {node['html']} ({node['failureSummary']})"
            for line in [*found["violations"], *doubtful]
            for node in line["nodes"]
        ]
        if (beyond := self.page.evaluate(BEYOND)) is not None:
            faults.append(f"the page scrolls sideways: {beyond}")
        flung = [f"names on the other side: {line}" for line in lines_of_names(self.page)["flung"]]
        return faults + cut_off(self.page) + flung


class Opener:
    """Opens windows. A window with a role is signed in through the demo's door."""

    def __init__(self, server: Server, chromium: Browser) -> None:
        self._server, self._chromium = server, chromium
        self._contexts: list[BrowserContext] = []
        self._windows: list[Window] = []

    def __call__(self, role: str, locale: str = "en", *, width: int = NARROW, scheme: Scheme = "light") -> Window:
        window = self.at_the_door(role, locale, width=width, scheme=scheme)
        window.page.locator(".card-lead button").first.click()
        window.page.wait_for_url(f"**/{role}")
        return window

    def at_the_door(
        self, role: str, locale: str = "en", *, width: int = NARROW, scheme: Scheme = "light", keeps: bool = False
    ) -> Window:
        """A window on the sign-in page of a role's address. One that ``keeps`` holds the product for when it is offline."""
        words = Words(locale)
        context = self._chromium.new_context(
            viewport={"width": width, "height": 780 if width < 800 else 900},
            locale=words.spoken["tag"],
            timezone_id=ZONES.get(role, "Europe/Paris"),
            color_scheme=scheme,
            reduced_motion="reduce",
            service_workers="allow" if keeps else "block",
        )
        self._contexts.append(context)
        line = Line()
        errors: list[str] = []
        context.add_init_script(path=AXE)
        context.add_init_script(COUNT_WHAT_IS_READ)
        context.route_web_socket(re.compile(r"/ws$"), line.route)
        context.route("**/ws/poll", line.route_poll)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if HELD_BACK.search(said.text) else None)
        page.goto(f"http://{role}.localhost:{self._server.port}/")
        self._windows.append(Window(page, words, line, errors))
        return self._windows[-1]

    def errors(self) -> list[str]:
        """What the pages of all windows reported."""
        return [error for window in self._windows for error in window.errors]

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@contextmanager
def loaded_once(*windows: Window) -> Iterator[None]:
    """Inside, no window loads its page again: what changes in it changes by itself."""
    for window in windows:
        window.page.evaluate("window.loadedOnce = true")
    yield
    for window in windows:
        assert window.page.evaluate("window.loadedOnce === true"), f"{window.page.url} was loaded again"
