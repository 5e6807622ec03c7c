"""Worlds that differ in one pairing ruled out, made of one and the same: whatever has an id in one has it in the others.

Each is made inside a transaction that is taken back, so that the next begins from where this one began.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from passerelle.accounts.models import User
from passerelle.availability.services import set_usual_day
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Theme
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Counter
from tests.contract.asking import browser, undone
from tests.contract.calls.imports import an_import
from tests.contract.calls.shifts import standing_by
from tests.contract.world import (
    COORDINATOR,
    INTERPRETER,
    LEAD,
    OTHER_INTERPRETER,
    OTHER_PARTNER,
    PARTNER,
    THERAPIST,
    World,
    a_world,
)
from tests.factories.people import a_partner_of
from tests.support.sockets import session_of
from trials.access.twins.chance import the_same_chance

HERSELF = INTERPRETER
"""Whose pairing it is."""
COLLEAGUE = "colleague"
"""Of the partner who asks."""
GROUP, AGENCY = "group", "agency"
FRIDAY = 4
THEME = Theme.SLEEP
LAST_OF_SEVEN_DIGITS = 9_999_995
"""The journal's numbers grow by a digit just where one of two worlds has a line that the other has not."""


@dataclass(frozen=True)
class Pair:
    """``setter`` rules out that Shirin comes to one group, or to any of its partner (``scope``)."""

    setter: str
    scope: str
    taken_back: bool = False

    def __str__(self) -> str:
        return f"{self.scope} ruled out by the {self.setter}" + (" and allowed again" if self.taken_back else "")


PAIRS = (
    Pair(COORDINATOR, GROUP),
    Pair(INTERPRETER, GROUP),
    Pair(LEAD, AGENCY),
    Pair(COORDINATOR, AGENCY, taken_back=True),
)


class Beside(Enum):
    """The worlds beside it. All but whoever set it must not tell the pairing from one of them."""

    NOTHING = auto()
    """Nothing was said."""
    UNWANTED = auto()
    """Shirin does not take the theme of just those sessions: to others she is *not available*."""
    ABSENT = auto()
    """Shirin was never asked for them but where she said yes, and none of their places is open to her."""


@dataclass(frozen=True)
class Stage:
    """``world``, and what goes on in it: a confirmed place of Shirin's, and an open one that Omid is asked for later."""

    world: World
    confirmed: Shift
    open: Shift


def made() -> Stage:
    """Committed. Shirin is usually free, knows the group, and was asked, taken and let go of in most ways that there are."""
    world = a_world()
    colleague = a_partner_of(world.agency)
    world.people[COLLEAGUE] = colleague
    world.sessions[COLLEAGUE] = session_of(User.objects.get(pk=str(colleague.user_id)))
    her = world.people[HERSELF]
    set_usual_day(interpreter_id=world.shirin.id, weekday=FRIDAY, free=True, now=world.now, actor=her)
    confirmed = world.confirmed()
    world.over()
    world.asked()
    standing_by(world)
    world.a_draft()
    world.asked(world.scheduled(group=world.women))
    stage = Stage(world, confirmed, world.scheduled())
    theirs = replace(world, people={**world.people, PARTNER: world.people[OTHER_PARTNER]}, group=world.other_group)
    theirs.asked()
    theirs.a_draft()
    world.days = theirs.days
    an_import(world)
    for name in world.people:
        browser(world, name).get("/api/v1/me")  # from here on it is noted where they are signed in
    return stage


def within(world: World, scope: str) -> dict[str, Any]:
    """Which sessions it is about, as a filter of sessions."""
    return {"group": world.group.id} if scope == GROUP else {"agency": world.agency.id}


@contextmanager
def about_to_differ(world: World, scope: str) -> Iterator[None]:
    """What all worlds of a pair have in common: no other session has the theme of those that it is about."""
    with undone():
        Session.objects.filter(theme=THEME).update(theme="")
        Session.objects.filter(**within(world, scope)).update(theme=THEME)
        numbered()
        Counter.objects.update(last=LAST_OF_SEVEN_DIGITS)
        yield


@contextmanager
def beside(stage: Stage, kind: Beside, scope: str, *, reading: bool, lists: bool) -> Iterator[None]:
    """One of the worlds in which no pairing is ruled out; see ``going_on`` for ``lists``."""
    world = stage.world
    with undone():
        if kind is Beside.ABSENT:
            asked_in(world, scope).exclude(state=OfferState.ACCEPTED).delete()
        if kind is Beside.UNWANTED or (kind is Beside.ABSENT and not reading):
            Interpreter.objects.filter(pk=world.shirin.id).update(not_themes=[THEME])
        going_on(stage, lists=lists)
        if kind is Beside.ABSENT and reading:
            about = {f"session__{name}": value for name, value in within(world, scope).items()}
            Shift.objects.filter(**about, state=ShiftState.OPEN).update(state=ShiftState.UNFILLED)
        yield


def asked_in(world: World, scope: str) -> QuerySet[Offer]:
    """What Shirin was asked for of those that it is about."""
    about = {f"shift__session__{name}": value for name, value in within(world, scope).items()}
    return Offer.objects.filter(**about, interpreter=world.shirin)


def rule_out(world: World, pair: Pair) -> None:
    """As ``pair.setter`` does it, over the API."""
    what = {pair.scope: within(world, pair.scope)[pair.scope], "interpreter": world.shirin.id}
    found = act(world, pair.setter, "pairings", **what)
    if pair.taken_back:
        act(world, pair.setter, f"pairings/{found['results'][0]['id']}/allow")
    numbered()


def going_on(stage: Stage, *, lists: bool) -> None:
    """What happens since, in all worlds alike; more of it where ``lists`` are read, on which it is seen."""
    world = stage.world
    visit = world.visit_of(stage.confirmed)
    for last in (21, 22):
        act(world, THERAPIST, f"visits/{visit.id}/duty-phone", "PUT", phone=f"+33 3 53 01 00 {last}")
        numbered()
    if lists:
        place, day = stage.open.id, world.visit_of(stage.open)
        act(world, THERAPIST, f"shifts/{place}/ask", interpreters=[world.omid.id])
        offer = Offer.objects.get(shift=place, interpreter=world.omid)
        act(world, OTHER_INTERPRETER, f"offers/{offer.id}/accept")
        act(world, THERAPIST, f"visits/{day.id}/confirm", version=world.visit_of(stage.open).version)
        act(world, OTHER_INTERPRETER, f"offers/{offer.id}/withdraw")
        numbered()


def act(world: World, name: str, path: str, method: str = "POST", **body: Any) -> Mapping[str, Any]:
    """What somebody does, and is answered. Every world has a chance of its own in it, and all of them the same."""
    sent = json.dumps(body, default=str)
    with the_same_chance(f"{path} {sent}"):
        answer = browser(world, name).generic(method, f"/api/v1/{path}", sent, "application/json")
    if answer.status_code >= 400:
        raise AssertionError(f"{method} {path} by {name}: {answer.status_code} {answer.content!r}")
    found: Mapping[str, Any] = answer.json()
    return found


def numbered() -> None:
    """The journal's lines get their numbers here, as at a commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
