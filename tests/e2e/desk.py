"""The team's desk in tests: where the board of a day is, who sits at it, and what is on it, read from the database."""

from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Locator, Request, expect

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import TeamMember, User
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors.candidates import candidates
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter
from tests.e2e.windows import Opener, Window
from tests.factories.people import a_profile, an_interpreter

WIDE = 1440


def coordinator() -> Actor:
    return actor_for(TeamMember.objects.filter(role=TeamRole.COORDINATOR).order_by("id")[0].user)


def next_friday() -> Visit:
    return Visit.objects.filter(day__gte=datetime.now(UTC).date(), state="planning").order_by("day")[0]


def fitting(shift: Shift) -> list[Interpreter]:
    """Who fits ``shift`` and has not said no to it, best first."""
    lines = candidates(shift.id, coordinator()).results
    found = [line for line in lines if line.fits and line.offer_state != OfferState.DECLINED]
    return [Interpreter.objects.get(pk=line.interpreter.id) for line in found]


def a_place_to_give() -> Shift:
    """An open place for Dari on a day to come, and two people who came since and fit it: nobody asked them yet."""
    for name in ("Mina", "Laila"):
        an_interpreter(a_profile(name, Language.DARI))
    open_places = Shift.objects.filter(state=ShiftState.OPEN, language=Language.DARI)
    return open_places.select_related("session__visit").order_by("session__starts_at", "id")[0]


def day_of(shift: Shift) -> Visit:
    assert shift.session.visit is not None
    return shift.session.visit


def session_for(user: User) -> str:
    """The key of a session of ``user`` as the server makes it; nobody has come with it yet."""
    session: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.create()
    return str(session.session_key)


def sign_in(window: Window, user: User) -> None:
    """``user`` instead of whoever is signed in."""
    host = window.page.url.split("/")[2].split(":")[0]
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session_for(user), "domain": host, "path": "/"}
    window.page.context.add_cookies([cookie])  # type: ignore[list-item]


def board_of(window: Window, visit: Visit, query: str = "") -> None:
    """The board of ``visit``, opened by its address."""
    origin = "/".join(window.page.url.split("/")[:3])
    window.page.goto(f"{origin}/team/visits/{visit.pk}{query}")
    expect(window.page.locator("h1")).to_be_visible()
    expect(window.page.locator("button.place").first).to_be_visible()


def at_the_board(open_window: Opener, visit: Visit, **how: Any) -> Window:
    team = open_window("team", **{"width": WIDE, **how})
    board_of(team, visit)
    return team


def place(window: Window, shift: Shift) -> Locator:
    return window.page.locator(f"button.place[data-id='{shift.pk}']")


def order(window: Window) -> list[str]:
    """The groups on the board, from above."""
    return window.page.locator("article.session-row h2").all_inner_texts()


def posts(window: Window, ending: str) -> list[Request]:
    """Filled with the requests of the window that write, and whose address ends so."""
    seen: list[Request] = []
    window.page.on("request", lambda r: seen.append(r) if r.method == "POST" and r.url.endswith(ending) else None)
    return seen


def state_of(row: Shift | Session | Offer | Visit) -> str:
    return str(type(row)._default_manager.values_list("state", flat=True).get(pk=row.pk))
