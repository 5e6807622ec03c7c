"""Rule 11: worlds that differ in one pairing ruled out. What anybody else reads of them is the same, byte for byte."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client

from passerelle.accounts.models import User
from passerelle.availability.services import set_free_day
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services.pairings import allow_pairing, rule_out_pairing
from passerelle.domain.refusals import Missing
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter, NotPaired
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.partners import FRIDAY, a_day, a_request, put_on, signed_in, worked_together
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)

type Change = Callable[[], object]
type Read = dict[str, tuple[int, bytes]]


@dataclass
class World:
    """A place in Dari that Shirin, who knows the group and said she is free, and Nasrin could take."""

    team: Actor
    colleague: Actor
    partner: Actor
    shirin: Interpreter
    nasrin: Interpreter
    session: Session
    shift: Shift
    visit: Visit


@pytest.fixture
def world(db: None) -> World:
    team, colleague = someone_of_the_team(), someone_of_the_team()
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    shirin, nasrin = an_interpreter(), an_interpreter(a_profile("Nasrin", Language.DARI))
    worked_together(group, shirin, partner, team)
    visit = a_day(team)
    session = put_on(a_request(group, partner), visit, team)
    set_free_day(interpreter_id=shirin.id, day=FRIDAY, free=True, now=NOW, actor=acting(shirin))
    return World(team, colleague, partner, shirin, nasrin, session, Shift.objects.get(session=session), visit)


def ruled_out(world: World, by: Actor, *, whole_partner: bool = False) -> NotPaired:
    whom = {"agency_id": world.session.agency_id} if whole_partner else {"group_id": world.session.group_id}
    return rule_out_pairing(interpreter_id=world.shirin.id, **whom, now=NOW, actor=by)


def not_free(world: World) -> None:
    set_free_day(interpreter_id=world.shirin.id, day=FRIDAY, free=False, now=NOW, actor=acting(world.shirin))


def in_a_world(change: Change, read: Callable[[], Read]) -> Read:
    """What is read after ``change``, which is then undone: every id of one world is an id of the other."""
    with transaction.atomic():
        change()
        found = read()
        transaction.set_rollback(True)
    return found


def gets(client: Client, paths: Iterable[str]) -> Read:
    return {path: (answer.status_code, answer.content) for path in paths for answer in [client.get(f"/api/v1/{path}")]}


def posts(client: Client, acts: dict[str, dict[str, Any]]) -> Read:
    found = {}
    for path, body in acts.items():
        with transaction.atomic():
            answer = client.post(f"/api/v1/{path}", body, content_type="application/json")
            found[path] = (answer.status_code, answer.content)
            transaction.set_rollback(True)
    return found


def general(world: World) -> list[str]:
    """All that the team reads of a day, but who could take its places."""
    shirin = f"interpreters/{world.shirin.id}"
    return [
        shirin, f"{shirin}/free-days", f"{shirin}/limits",
        "visits", f"visits/{world.visit.id}", f"visits/{world.visit.id}/board", f"visits/{world.visit.id}/confirmation",
        "sessions", f"sessions/{world.session.id}", f"shifts/{world.shift.id}", "interpreters", "pairings", "journal",
    ]  # fmt: skip


@pytest.mark.parametrize("whole_partner", [False, True])
@pytest.mark.parametrize("own", [True, False])
def test_to_the_team_it_reads_as_a_day_said_no(world: World, own: bool, whole_partner: bool) -> None:
    """Lists, order, merits, reasons and the refusals of asking and of recording a yes."""
    by = acting(world.shirin) if own else world.colleague
    client = signed_in(world.team)
    acts: dict[str, dict[str, Any]] = {
        f"shifts/{world.shift.id}/ask": {"interpreters": [str(world.shirin.id), str(world.nasrin.id)]},
        f"shifts/{world.shift.id}/assign": {"interpreter": str(world.shirin.id)},
    }

    def read() -> Read:
        return gets(client, [*general(world), f"shifts/{world.shift.id}/candidates"]) | posts(client, acts)

    excluded = in_a_world(lambda: ruled_out(world, by, whole_partner=whole_partner), read)
    assert excluded == in_a_world(lambda: not_free(world), read)
    assert excluded[f"shifts/{world.shift.id}/ask"][0] == 409
    assert b"Not available." in excluded[f"shifts/{world.shift.id}/assign"][1]
    # The guard sees something: without the one or the other, the list reads otherwise.
    assert read()[f"shifts/{world.shift.id}/candidates"] != excluded[f"shifts/{world.shift.id}/candidates"]


@pytest.mark.parametrize("own", [True, False])
def test_everything_else_reads_as_if_nothing_had_been_said(world: World, own: bool) -> None:
    by = acting(world.shirin) if own else world.colleague
    readers = {
        "team": (signed_in(world.team), general(world)),
        "partner": (signed_in(world.partner), ["sessions", f"sessions/{world.session.id}", "groups", "agencies", "pairings"]),
        "another": (signed_in(acting(world.nasrin)), ["offers", "offers/not-for-me", "free-days", "profile", "pairings"]),
    }
    if not own:
        mine = ["offers", "offers?show=past", "free-days", "profile", "pairings", "pairings/choices"]
        readers["herself"] = (signed_in(acting(world.shirin)), mine)

    def read() -> Read:
        return {
            f"{name} {path}": answer
            for name, (client, paths) in readers.items()
            for path, answer in gets(client, paths).items()
        }

    assert in_a_world(lambda: ruled_out(world, by), read) == read()
    assert {status for status, _ in read().values()} == {200}


def test_the_place_is_absent_for_the_interpreter(world: World) -> None:
    client = signed_in(acting(world.shirin))
    before = client.get("/api/v1/offers/not-for-me").json()["results"]
    ruled_out(world, world.colleague)
    after = client.get("/api/v1/offers/not-for-me").json()["results"]
    # The clock of the API is today's: the place is coming as long as its Friday is.
    assert [place["id"] for place in before if place not in after] == ([str(world.shift.id)] if before else [])
    assert str(world.shift.id) not in [place["id"] for place in after]


def test_only_who_set_it_sees_it_and_takes_it_back(world: World) -> None:
    pairing = ruled_out(world, world.colleague)
    assert len(signed_in(world.colleague).get("/api/v1/pairings").json()["results"]) == 1
    for other in (world.team, world.partner, acting(world.shirin)):
        with pytest.raises(Missing) as hidden:
            allow_pairing(pairing_id=pairing.id, now=NOW, actor=other)
        with pytest.raises(Missing) as absent:
            allow_pairing(pairing_id=uuid4(), now=NOW, actor=other)
        assert hidden.value.problems == absent.value.problems
    allow_pairing(pairing_id=pairing.id, now=NOW, actor=world.colleague)
    assert not NotPaired.objects.exists()


def test_nobody_else_hears_of_it_nor_reads_it_in_the_journal(committed_db: None) -> None:
    team, colleague, shirin = someone_of_the_team(), someone_of_the_team(), an_interpreter()
    group = a_group_of(an_agency())
    with told() as lines:
        pairing = rule_out_pairing(interpreter_id=shirin.id, group_id=group.id, now=NOW, actor=colleague)
    assert colleague.user_id is not None
    assert lines == [("pairing", pairing.id, 1, "ruled_out", frozenset({audiences.user(colleague.user_id)}))]
    kinds = {
        actor.user_id: {line["type"] for line in signed_in(actor).get("/api/v1/journal").json()["results"]}
        for actor in (team, colleague)
    }
    assert ("pairing" in kinds[team.user_id], "pairing" in kinds[colleague.user_id]) == (False, True)
    assert User.objects.filter(pk=colleague.user_id).exists()
