"""What ``allowed_actions`` names can be done, and what it leaves out cannot: each act is asked of the API as it is.

For every kind of reader, a thing in every state of the demo world with every set of actions; what was done is undone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.demo.world.build import build_world
from passerelle.demo.world.cast import mail
from passerelle.domain.states.offer import OfferAction
from passerelle.domain.states.session import SessionAction
from passerelle.domain.states.shift import ShiftAction
from passerelle.domain.states.visit import VisitAction
from tests.contract.asking import undone
from tests.demo.bodies import OFFER, SESSION, SHIFT, VISIT, Make, Thing
from tests.factories.browsing import Browser
from tests.support.database import clean

ACTS: Mapping[str, Mapping[str, Make]] = {"visit": VISIT, "session": SESSION, "shift": SHIFT, "offer": OFFER}
READERS = ("hannah", "miriam", "juliette", "shirin")
"""A coordinator, the safeguarding lead, a partner, an interpreter."""
SAME = {"confirm_rest": "confirm"}
"""Two words for one address: the day's state says which it is."""
WITH_SOMETHING_ELSE: Mapping[str, set[str]] = {
    "visit": {VisitAction.CONFIRM_REST, VisitAction.FINISH},
    "session": {SessionAction.CONFIRM},
    "shift": {
        ShiftAction.CONFIRM,
        ShiftAction.UNCONFIRM,
        ShiftAction.EXPIRE,
        ShiftAction.RECORD_WORKED,
        ShiftAction.RECORD_MISSED,
    },
    "offer": {OfferAction.ASK_AGAIN, OfferAction.LAPSE},
}
"""Actions without an address of their own: they happen with another, or by themselves."""


@dataclass(frozen=True)
class Case:
    """A thing as a reader sees it. Those of one kind are alike; one of them is tried."""

    noun: str
    thing: Thing

    @property
    def kind(self) -> tuple[str, ...]:
        return self.noun, str(self.thing["state"]), *self.thing["allowed_actions"]


@pytest.fixture(scope="module")
def now_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo world as it is today, which is the day of the API's clock."""
    with django_db_blocker.unblock():
        try:
            assert build_world(now=datetime.now(UTC))
            yield
        finally:
            clean()


def browser_of(name: str) -> Browser:
    return Browser(actor_for(User.objects.get(email=mail(name))))


def read(browser: Browser, path: str, **query: str) -> Iterator[Thing]:
    """Every row of a list."""
    cursor = ""
    while True:
        status, page = browser.get(path, limit=100, **query, **({"cursor": cursor} if cursor else {}))
        assert status == 200, page
        yield from page["results"]
        if not (cursor := page["next"] or ""):
            return


def seen_by(browser: Browser) -> Iterator[Case]:
    """Everything with a state that the reader sees: the team's places and answers stand on the board."""
    status, me = browser.get("me")
    assert status == 200
    for visit in read(browser, "visits"):
        yield Case("visit", visit)
        if me["team_role"]:
            yield from on_the_board(browser.get(f"visits/{visit['id']}/board")[1])
    if "interpreter" not in me["roles"]:
        yield from (Case("session", session) for session in read(browser, "sessions"))
        return
    for show in ("asked", "mine", "past"):
        for offer in read(browser, "offers", show=show):
            yield Case("offer", {**offer, "shift": str(UUID(int=0)), "interpreter": {"id": str(UUID(int=0))}})


def on_the_board(board: Mapping[str, Any]) -> Iterator[Case]:
    for session in board["sessions"]:
        for shift in session["shifts"]:
            yield Case("shift", shift)
            yield from (Case("offer", {**offer, "shift": shift["id"]}) for offer in shift["offers"])


def tried(case: Case, action: str, browser: Browser, team: Browser) -> tuple[int, Any] | None:
    """How the API answers the act, undone at once; none where nobody can be found to do it with."""
    with undone():
        request = ACTS[case.noun][action](case.thing, team)
        if request is None:
            return None
        answer = browser.post(request.path, request.body)
        if answer[0] < 300:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        return answer


@pytest.mark.parametrize("reader", READERS)
def test_what_is_named_can_be_done_and_nothing_else(now_world: None, db: None, reader: str) -> None:
    browser, team = browser_of(reader), browser_of("miriam")
    kinds: dict[tuple[str, ...], Case] = {}
    for case in seen_by(browser):
        kinds.setdefault(case.kind, case)
    found: dict[bool, list[str]] = defaultdict(list)
    for case in kinds.values():
        named = {SAME.get(action, action) for action in case.thing["allowed_actions"]}
        for action in ACTS[case.noun]:
            answer = tried(case, action, browser, team)
            if answer is not None:
                done = answer[0] < 300
                found[done is (action in named)].append(f"{' '.join(case.kind)}: {action} answered {answer}")
    assert found[False] == []
    assert len(found[True]) >= 40, "Nearly nothing was tried."


@pytest.mark.parametrize(
    ("noun", "actions"),
    [("visit", VisitAction), ("session", SessionAction), ("shift", ShiftAction), ("offer", OfferAction)],
)
def test_every_action_has_its_act_here(noun: str, actions: type[StrEnum]) -> None:
    assert {*ACTS[noun]} | WITH_SOMETHING_ELSE[noun] == {action.value for action in actions}
