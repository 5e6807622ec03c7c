"""``GET /journal``: what happened, narrowed and in pages, for the team alone."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.services.answers import decline_offer
from passerelle.bookings.services.requests import Ask, request_session
from passerelle.bookings.services.travel import set_travel_time
from passerelle.common.transactions import in_transaction
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.services import start_import
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.selectors import HIDDEN, Filters, visible_lines
from passerelle.journal.services import Entry, append
from tests.factories.browsing import Browser
from tests.factories.days import FRIDAY, a_day, a_session_on, asked, place_of
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
from tests.imports.sheets import comma

TEAM = frozenset({audiences.TEAM})


def tell(kind: str, *, entity: str = "visit", thing: int = 1, by: Actor | None = None, at: datetime = NOW) -> UUID:
    """One committed line about thing number ``thing``."""
    entry = Entry(entity, UUID(int=thing), 1, kind, TEAM)
    in_transaction(lambda: append([entry], actor_id=by.user_id if by else None, now=at))
    return entry.entity_id


def kinds(team: Actor, **query: Any) -> list[str]:
    status, body = Browser(team).get("journal", **query)
    assert status == 200, body
    return [line["kind"] for line in body["results"]]


@pytest.fixture
def team(committed_db: None) -> Actor:
    return someone_of_the_team()


def test_each_filter_narrows(team: Actor) -> None:
    other = someone_of_the_team()
    tell("planned", by=team)
    thing = tell("moved", entity="session", thing=2, by=other, at=NOW + timedelta(days=1))
    tell("confirmed", by=team, at=NOW + timedelta(days=2))
    assert kinds(team, type="session") == ["moved"]
    assert kinds(team, kind="confirmed") == ["confirmed"]
    assert kinds(team, who=str(other.user_id)) == ["moved"]
    assert kinds(team, thing=str(thing)) == ["moved"]
    assert kinds(team, type="visit", **{"from": "2026-11-24"}) == ["confirmed"]
    assert kinds(team, type="visit", to="2026-11-24") == ["planned"]
    assert kinds(team, type="visit", kind="moved") == []


def test_a_day_is_reckoned_where_it_is_asked_for(team: Actor) -> None:
    tell("planned", at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    day = {"from": "2026-11-24", "to": "2026-11-24", "type": "visit"}
    assert kinds(team, **day) == []
    assert kinds(team, **day, zone="Europe/Paris") == ["planned"]


def test_pages_follow_each_other_newest_first(team: Actor) -> None:
    for place in range(5):
        tell(f"kind_{'abcde'[place]}", thing=place + 1)
    browser = Browser(team)
    seen: list[list[str]] = []
    cursor: dict[str, str] = {}
    while True:
        _status, body = browser.get("journal", type="visit", limit=2, **cursor)
        seen.append([line["kind"][-1] for line in body["results"]])
        if body["next"] is None:
            break
        cursor = {"cursor": body["next"]}
    assert seen == [["e", "d"], ["c", "b"], ["a"]]


def test_a_line_says_who_and_what_in_words(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    shift = place_of(session)
    asked(shift, an_interpreter(), by=team)
    _status, body = Browser(team).get("journal", thing=str(shift.id), limit=1)
    (line,) = body["results"]
    assert (line["actor"], line["actor_name"], line["type"], line["kind"]) == (str(team.user_id), team.name, "shift", "asked")
    assert line["thing"] == {
        "name": session.group.name,
        "day": FRIDAY.isoformat(),
        "visit": str(visit.id),
        "place": str(shift.id),
    }


@pytest.mark.parametrize("entity", ["agency", "group", "site", "travel_time", "interpreter", "team_member", "import"])
def test_things_of_every_app_have_their_names(team: Actor, entity: str) -> None:
    a_session_on(a_day(by=team), by=team)
    an_interpreter(a_profile("Nadia"))
    set_travel_time(area="Calais centre", other="Dunkirk", minutes=45, now=NOW, actor=team)
    sheet = comma([("Name", "Languages"), ("Samira", "Dari")])
    start_import(kind=ImportKind.INTERPRETERS, file_name="people.csv", data=sheet, now=NOW, actor=team)
    _status, body = Browser(team).get("journal", type=entity)
    assert body["results"]
    assert all(line["thing"]["name"] for line in body["results"])


def test_who_said_no_is_not_to_be_looked_up(team: Actor) -> None:
    one = an_interpreter()
    (offer,) = asked(place_of(a_session_on(a_day(by=team), by=team)), one, by=team)
    decline_offer(offer_id=offer.id, now=NOW, actor=acting(one))
    _status, body = Browser(team).get("journal", kind="declined")
    assert [(line["actor"], line["actor_name"]) for line in body["results"]] == [(None, None)]
    assert kinds(team, who=str(acting(one).user_id)) == []


def test_a_partners_draft_is_not_in_it(team: Actor) -> None:
    agency = an_agency()
    partner = a_partner_of(agency)
    session = a_session_on(a_day(by=team), by=team, agency=agency)
    ask = {"starts_at": session.starts_at, "ends_at": session.ends_at, "people_expected": 3, "needs": []}
    draft = request_session(group_id=a_group_of(agency).id, ask=Ask(**ask), submit=False, now=NOW, actor=partner)  # type: ignore[arg-type]
    assert Change.objects.filter(entity_id=draft.id).exists()
    assert kinds(team, thing=str(draft.id)) == []


@pytest.mark.parametrize("entity", HIDDEN)
def test_a_hidden_thing_is_read_by_whom_it_was_told_and_nobody_else(team: Actor, entity: str) -> None:
    lead = someone_of_the_team()
    assert lead.user_id is not None
    for seen_by in (TEAM, frozenset({audiences.user(lead.user_id)})):
        entry = Entry(entity, UUID(int=1), 1, "told", seen_by)
        in_transaction(lambda entry=entry: append([entry], actor_id=None, now=NOW))  # type: ignore[misc]
    assert (kinds(team, type=entity), kinds(lead, type=entity)) == ([], ["told"])


def test_the_journal_is_for_the_team(team: Actor) -> None:
    status, _body = Browser(a_partner_of(an_agency())).get("journal")
    assert status == 403


@pytest.mark.parametrize(
    ("name", "value"),
    [("type", "Visit'"), ("kind", "a b"), ("kind", "a\x00"), ("who", "me"), ("thing", "1"), ("from", "soon"), ("zone", "CET")],
)
def test_a_filter_that_cannot_be_is_named(team: Actor, name: str, value: str) -> None:
    status, body = Browser(team).get("journal", **{name: value})
    assert (status, [error["field"] for error in body["errors"]]) == (400, [name])


def test_queries_do_not_grow_with_the_lines(team: Actor) -> None:
    visit = a_day(by=team)
    counts = []
    for hour in (9, 11, 13):
        a_session_on(visit, by=team, hour=hour)
        browser = Browser(team)
        with CaptureQueriesContext(connection) as queries:
            browser.get("journal")
        counts.append(len(queries))
    assert counts[0] == counts[2]


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(type="visit"), "journal_by_type"),
        (Filters(kind="moved"), "journal_by_kind"),
        (Filters(who=UUID(int=1)), "journal_by_actor"),
        (Filters(thing=UUID(int=1)), "journal_by_thing"),
        (Filters(since=NOW, until=NOW + timedelta(days=1)), "journal_by_time"),
    ],
)
def test_each_filter_has_its_index(team: Actor, filters: Filters, index: str) -> None:
    """In a journal of some length, each way of looking through it is found by its own index."""
    for day in range(60):
        _a_days_lines(day)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE journal_change")
    assert index in visible_lines(team, filters).order_by("-at", "-number")[:51].explain()


def _a_days_lines(day: int) -> None:
    """A hundred lines of one day and one person: one about a visit, three of something moved."""
    entries = [
        Entry("session" if n else "visit", UUID(int=n + 1), 1, "moved" if n % 40 == 0 else "open", TEAM) for n in range(100)
    ]
    actor_id, moment = UUID(int=day + 1), NOW + timedelta(days=day)
    in_transaction(lambda: append(entries, actor_id=actor_id, now=moment))
