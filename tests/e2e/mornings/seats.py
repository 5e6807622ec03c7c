"""Where people sit in these tests: each at a window of their own, signed in; and what one looks for in it."""

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Locator, expect

from passerelle.accounts.models import User
from passerelle.bookings.models import Shift
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from tests.e2e.desk import sign_in
from tests.e2e.mornings.friday import Friday
from tests.e2e.windows import NARROW, Opener, Window

type Desk = Literal["partner", "interpreter", "team"]
WIDE = 1440


@dataclass(frozen=True)
class Seats:
    """Call it with who sits down and at which desk; ``address`` is where they look."""

    _opener: Opener

    def __call__(
        self,
        who: Actor | User,
        desk: Desk,
        address: str = "",
        *,
        locale: str = "en",
        width: int = 0,
        keeps: bool = False,
    ) -> Window:
        user = who if isinstance(who, User) else User.objects.get(pk=str(who.user_id))
        window = self._opener.at_the_door(desk, locale, width=width or (WIDE if desk == "team" else NARROW), keeps=keeps)
        sign_in(window, user)
        go_to(window, address or f"/{desk}")
        return window

    def interpreter(
        self, who: Interpreter, address: str = "", *, locale: str = "en", width: int = 0, keeps: bool = False
    ) -> Window:
        assert who.user is not None
        return self(who.user, "interpreter", address, locale=locale, width=width, keeps=keeps)

    def board(self, who: Actor, friday: Friday, *, locale: str = "en") -> Window:
        window = self(who, "team", friday.board, locale=locale)
        expect(window.page.locator("button.place").first).to_be_visible()
        return window


def go_to(window: Window, address: str) -> None:
    origin = "/".join(window.page.url.split("/")[:3])
    window.page.goto(f"{origin}{address}")
    expect(window.page.locator("h1").first).to_be_visible()


def place(window: Window, shift: Shift) -> Locator:
    return window.page.locator(f"button.place[data-id='{shift.pk}']")


def sheet(window: Window, shift: Shift) -> Locator:
    """The sheet of the place, opened."""
    if place(window, shift).get_attribute("data-open") != "true":
        place(window, shift).click()
    expect(place(window, shift)).to_have_attribute("data-open", "true")
    return window.page.locator(".sheet")


def candidate(window: Window, shift: Shift, name: str) -> Locator:
    """Somebody on the list of who could take the place."""
    return sheet(window, shift).locator("li.asked").filter(has_text=name)


def at_the_same_moment(*buttons: Locator) -> None:
    """Click all of them, each in its own window, in the same millisecond by the clock they share."""
    for button in buttons:
        expect(button).to_be_visible()
    moment = buttons[0].evaluate("() => Date.now() + 300")
    for button in buttons:
        button.evaluate("(button, moment) => { setTimeout(() => button.click(), moment - Date.now()); }", moment)
