"""``GET /audit``: what changed, and who came, looked or was refused, as one log, for who answers for people."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.services.answers import decline_offer
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.common import accesses
from passerelle.common.models import AccessEntry
from passerelle.common.transactions import in_transaction
from passerelle.domain.accesses import AccessKind
from passerelle.domain.roles import Actor, TeamRole
from passerelle.journal import audiences
from passerelle.journal.audit import narrowed, visible_accesses
from passerelle.journal.selectors import Filters
from passerelle.journal.services import Entry, append
from tests.factories.browsing import Browser
from tests.factories.days import a_day, a_session_on, asked, place_of
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

LEAD = TeamRole.SAFEGUARDING_LEAD
LONG_AGO = datetime(2026, 6, 1, 12, tzinfo=UTC)


def happened(kind: str, *, at: datetime, by: Actor | None = None, thing: int = 1) -> None:
    """A committed line of the journal."""
    entry = Entry("visit", UUID(int=thing), 1, kind, frozenset({audiences.TEAM}))
    in_transaction(lambda: append([entry], actor_id=by.user_id if by else None, now=at))


def looked(kind: AccessKind, *, at: datetime, by: Actor | None = None, **more: Any) -> None:
    AccessEntry.objects.create(kind=kind, actor_id=by.user_id if by else None, at=at, **more)


def read(actor: Actor, **query: Any) -> list[dict[str, Any]]:
    status, body = Browser(actor).get("audit", **query)
    assert status == 200, body
    lines: list[dict[str, Any]] = body["results"]
    return lines


def kinds(actor: Actor, **query: Any) -> list[str]:
    """Of all that was not done by looking here."""
    return [line["kind"] for line in read(actor, to="2026-12-31", **query) if line["kind"] not in ("signed_in", "audit")]


@pytest.fixture
def team(committed_db: None) -> Actor:
    return someone_of_the_team()


def test_both_logs_are_read_as_one_the_newest_first(team: Actor) -> None:
    happened("planned", at=LONG_AGO, by=team)
    looked(AccessKind.PEOPLE, at=LONG_AGO + timedelta(minutes=1), by=team)
    happened("moved", at=LONG_AGO + timedelta(minutes=2))
    until = {"to": "2026-06-01"}
    assert [(line["logged"], line["kind"], line["actor_name"]) for line in read(team, **until)] == [
        ("change", "moved", None),
        ("access", "people", team.name),
        ("change", "planned", team.name),
    ]
    assert [line["kind"] for line in read(team, show="changes", **until)] == ["moved", "planned"]
    assert [line["kind"] for line in read(team, show="accesses", **until)] == ["people"]


def test_each_filter_narrows_both(team: Actor) -> None:
    other, thing = someone_of_the_team(), UUID(int=7)
    happened("planned", at=LONG_AGO, by=team, thing=7)
    looked(AccessKind.PERSON, at=LONG_AGO, by=other, record_type="interpreter", record_id=thing)
    happened("moved", at=LONG_AGO + timedelta(days=2), by=other)
    looked(AccessKind.EXPORT, at=LONG_AGO + timedelta(days=2), by=team)
    until = {"to": "2026-06-30"}
    assert [line["kind"] for line in read(team, who=str(other.user_id), **until)] == ["moved", "person"]
    assert [line["kind"] for line in read(team, thing=str(thing), **until)] == ["person", "planned"]
    assert [line["kind"] for line in read(team, kind="export", **until)] == ["export"]
    assert [line["kind"] for line in read(team, kind="moved", **until)] == ["moved"]
    assert [line["kind"] for line in read(team, to="2026-06-02")] == ["person", "planned"]
    assert [line["kind"] for line in read(team, **{"from": "2026-06-02", **until})] == ["export", "moved"]


def test_a_day_is_londons_unless_another_zone_is_told(team: Actor) -> None:
    looked(AccessKind.EXPORT, at=datetime(2026, 6, 1, 23, 30, tzinfo=UTC), by=team)
    day = {"from": "2026-06-02", "to": "2026-06-02"}
    assert [line["kind"] for line in read(team, **day)] == ["export"]
    assert read(team, **day, zone="UTC") == []


def test_pages_of_every_length_lead_through_both_also_where_they_share_a_moment(team: Actor) -> None:
    for number in range(4):
        at = LONG_AGO + timedelta(minutes=number // 2)
        happened("planned", at=at, thing=number + 1)
        looked(AccessKind.PERSON, at=at, by=team, record_type="interpreter", record_id=UUID(int=number + 1))
    browser, until = Browser(team), {"to": "2026-06-01"}
    _status, body = browser.get("audit", limit=100, **until)
    whole = body["results"]
    assert len(whole) == 8
    for limit in range(1, 9):
        found: list[Any] = []
        cursor: dict[str, str] = {}
        while True:
            _status, body = browser.get("audit", limit=limit, **until, **cursor)
            found += body["results"]
            if body["next"] is None:
                break
            cursor = {"cursor": body["next"]}
        assert found == whole, limit


def test_a_line_says_who_looked_at_whom(team: Actor) -> None:
    her = an_interpreter(a_profile("Nadia"))
    Browser(team).get(f"interpreters/{her.id}")
    (line,) = read(team, kind="person")
    assert {**line, "at": None} == {
        "at": None,
        "logged": "access",
        "kind": "person",
        "actor": str(team.user_id),
        "actor_name": team.name,
        "type": "interpreter",
        "id": str(her.id),
        "act": "",
        "thing": {"name": her.name, "day": None, "visit": None, "place": None},
    }


def test_what_somebody_was_refused_is_not_called_by_its_name(team: Actor) -> None:
    her, partner = an_interpreter(a_profile("Nadia")), a_partner_of(an_agency())
    Browser(partner).get(f"interpreters/{her.id}")
    (line,) = read(team, kind="refused")
    assert (line["act"], line["id"], line["thing"]) == ("GET interpreters/<uuid:pk>", str(her.id), None)


@pytest.mark.parametrize("kind", [AccessKind.SHEET, AccessKind.PAIRINGS])
def test_reads_of_safeguarding_are_the_leads_to_look_up(team: Actor, kind: AccessKind) -> None:
    lead = someone_of_the_team(LEAD)
    looked(kind, at=LONG_AGO, by=someone_of_the_team())
    for query in ({}, {"kind": kind.value}, {"show": "accesses"}):
        assert [line["kind"] for line in read(team, to="2026-06-01", **query)] == []
        assert [line["kind"] for line in read(lead, to="2026-06-01", **query)] == [kind.value]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (TeamRole.OWNER, 200),
        (TeamRole.COORDINATOR, 200),
        (LEAD, 200),
        (TeamRole.THERAPIST, 403),
        (TeamRole.TREASURER, 403),
    ],
)
def test_who_of_the_team_reads_it(committed_db: None, role: TeamRole, status: int) -> None:
    assert Browser(someone_of_the_team(role)).get("audit")[0] == status


def test_a_pairing_is_read_by_whom_it_was_told_and_nobody_else(team: Actor) -> None:
    """Also by no line that is there in one world and not in the other."""
    her, group, lead = an_interpreter(), a_group_of(an_agency()), someone_of_the_team(LEAD)
    setter = someone_of_the_team()
    readers = (team, lead)
    before = {reader.user_id: kinds(reader) for reader in readers}
    rule_out_pairing(interpreter_id=her.id, group_id=group.id, now=NOW, actor=setter)
    assert {reader.user_id: kinds(reader) for reader in readers} == before
    for reader in readers:
        assert kinds(reader, kind="ruled_out") == kinds(reader, who=str(setter.user_id)) == []
    assert kinds(setter, kind="ruled_out") == ["ruled_out"]


def test_worlds_that_differ_in_a_pairing_are_told_apart_by_nobody(team: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody does the same in both: she looks at what she was asked, and answers nothing."""
    monkeypatch.setattr(accesses, "EVERY", timedelta(0))  # what one world wrote is undone
    her, lead, setter = an_interpreter(), someone_of_the_team(LEAD), someone_of_the_team()
    session = a_session_on(a_day(by=team), by=team)
    (offer,) = asked(place_of(session), her, by=team)

    def world(ruled_out: bool) -> dict[str, Any]:
        with transaction.atomic():
            if ruled_out:
                rule_out_pairing(interpreter_id=her.id, group_id=session.group_id, now=NOW, actor=setter)
            browser = Browser(acting(her))
            statuses = [browser.get(path)[0] for path in (f"offers/{offer.id}", "offers", "pairings", "interpreters")]
            told = {str(one.team_role): [{**line, "at": ""} for line in read(one)] for one in (team, lead)}
            transaction.set_rollback(True)
        return {"statuses": statuses, **told}

    hidden, shown = world(ruled_out=True), world(ruled_out=False)
    assert (hidden.pop("statuses")[0], shown.pop("statuses")[0]) == (404, 200), "she herself is told"
    assert hidden == shown


def test_who_said_no_is_not_to_be_looked_up(team: Actor) -> None:
    her = an_interpreter()
    (offer,) = asked(place_of(a_session_on(a_day(by=team), by=team)), her, by=team)
    decline_offer(offer_id=offer.id, now=NOW, actor=acting(her))
    assert [(line["actor"], line["actor_name"]) for line in read(team, kind="declined")] == [(None, None)]
    assert kinds(team, who=str(acting(her).user_id)) == []


def test_who_looks_here_is_in_it_too(team: Actor) -> None:
    other = someone_of_the_team()
    read(other)
    assert [line["actor"] for line in read(team, kind="audit")] == [str(team.user_id), str(other.user_id)]


@pytest.mark.parametrize(
    ("name", "value"),
    [("show", "some"), ("kind", "a b"), ("who", "me"), ("thing", "1"), ("from", "soon"), ("zone", "CET"), ("type", "visit")],
)
def test_a_filter_that_cannot_be_is_named(team: Actor, name: str, value: str) -> None:
    status, body = Browser(team).get("audit", **{name: value})
    assert (status, [error["field"] for error in body["errors"]]) == (400, [name])


def test_queries_do_not_grow_with_the_lines(team: Actor) -> None:
    browser, counts = Browser(team), []
    browser.get("audit")
    for more in (1, 3, 60):
        for _ in range(more):
            happened("planned", at=LONG_AGO, by=someone_of_the_team())
            her = an_interpreter()
            looked(AccessKind.PERSON, at=LONG_AGO, by=team, record_type="interpreter", record_id=her.id)
        with CaptureQueriesContext(connection) as sent:
            browser.get("audit", limit=100, to="2026-06-01")
        counts.append(len(sent))
    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(kind="export"), "common_accesses_by_kind"),
        (Filters(who=UUID(int=1)), "common_accesses_by_actor"),
        (Filters(thing=UUID(int=1)), "common_accesses_by_record"),
        (Filters(since=NOW, until=NOW + timedelta(days=1)), "common_accesses_by_time"),
        (Filters(), "common_accesses_by_time"),
    ],
)
def test_each_filter_has_its_index(team: Actor, filters: Filters, index: str) -> None:
    rows = [
        AccessEntry(
            kind=AccessKind.EXPORT if n % 100 == 0 else AccessKind.SIGNED_IN,
            actor_id=UUID(int=n % 60 + 1),
            record_id=UUID(int=n + 1),
            at=NOW + timedelta(minutes=n * 15),
        )
        for n in range(6000)
    ]
    AccessEntry.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE common_accessentry")
    lead = Actor(uuid4(), team_role=LEAD)
    for reader in (team, lead):
        assert index in narrowed(visible_accesses(reader), filters).order_by("-at", "-id")[:51].explain()
