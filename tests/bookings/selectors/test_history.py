"""Who did what to a session, and when, as far as each reader may know."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.selectors.history import history, lines, visible_session
from passerelle.bookings.services.moving import schedule_session
from passerelle.bookings.services.requests import edit_draft, propose_change, refuse_change
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor, Role
from passerelle.domain.words import SessionEvent
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.services import Entry, append
from tests.factories.partners import a_day, a_request, a_wish, signed_in, take
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, an_interpreter, someone_of_the_team

type Line = tuple[SessionEvent, Role, str | None]


def told(session: Session, reader: Actor) -> Sequence[Line]:
    rows: list[Change] = list(lines(session, reader).order_by("-number"))
    return [(line.what, line.by, line.name) for line in history(rows, visible_session(session.id, reader), reader)]


def a_lived_session() -> tuple[Session, Actor, Actor, Actor]:
    """Drafted and edited by one partner, sent by another, scheduled, taken by an interpreter, a change refused."""
    agency, team = an_agency(), someone_of_the_team()
    one, other = a_partner_of(agency), a_partner_of(agency)
    session = a_request(a_group_of(agency), one, draft=True)
    for version in (1, 2):
        edit_draft(session_id=session.id, version=version, ask=a_wish(notes=f"{version}"), now=NOW, actor=one)
    edit_draft(session_id=session.id, version=3, ask=a_wish(), submit=True, now=NOW, actor=other)
    schedule_session(session_id=session.id, visit_id=a_day(team).id, now=NOW, actor=team)
    take(Shift.objects.get(), an_interpreter(), team)
    version = Session.objects.get().version
    later = session.starts_at + timedelta(hours=1)
    propose_change(
        session_id=session.id,
        version=version,
        starts_at=later,
        ends_at=later + timedelta(hours=1),
        people_expected=4,
        now=NOW,
        actor=one,
    )
    refuse_change(session_id=session.id, version=Session.objects.get().version, now=NOW, actor=team)
    return session, one, other, team


def test_a_partner_reads_colleagues_by_name_and_never_who_else_or_each_tap(committed_db: None) -> None:
    session, one, _other, _team = a_lived_session()
    assert told(session, one) == [
        (SessionEvent.CHANGE_REFUSED, Role.TEAM, None),
        (SessionEvent.CHANGE_PROPOSED, Role.PARTNER, "Robin"),
        (SessionEvent.SCHEDULED, Role.TEAM, None),
        (SessionEvent.REQUESTED, Role.PARTNER, "Robin"),
        (SessionEvent.EDITED, Role.PARTNER, "Robin"),
        (SessionEvent.DRAFT, Role.PARTNER, "Robin"),
    ]


def test_the_team_reads_every_name_and_nothing_of_the_draft(committed_db: None) -> None:
    session, _one, _other, team = a_lived_session()
    found = told(session, team)
    assert found == [
        (SessionEvent.CHANGE_REFUSED, Role.TEAM, "Robin"),
        (SessionEvent.CHANGE_PROPOSED, Role.PARTNER, "Robin"),
        (SessionEvent.COVER, Role.INTERPRETER, "Robin"),
        (SessionEvent.SCHEDULED, Role.TEAM, "Robin"),
        (SessionEvent.REQUESTED, Role.PARTNER, "Robin"),
    ]


@unit_of_work
def something_new_happens(session: Session) -> None:
    """A kind of line that has no word yet, by the system."""
    seen_by = frozenset({audiences.agency(session.agency_id), audiences.TEAM})
    append([Entry("session", session.id, 1, "sung_about", seen_by)], actor_id=None, now=NOW)


def test_what_has_no_word_yet_is_a_change_by_the_system(committed_db: None) -> None:
    agency = an_agency()
    partner = a_partner_of(agency)
    session = a_request(a_group_of(agency), partner)
    something_new_happens(session)
    assert told(session, partner)[0] == (SessionEvent.CHANGED, Role.SYSTEM, None)


def test_every_session_kind_of_the_product_has_its_word(committed_db: None) -> None:
    """Whatever a lived session's journal says is told by its own word, never as some change."""
    session, one, _other, team = a_lived_session()
    for reader in (one, team):
        assert SessionEvent.CHANGED not in {what for what, _by, _name in told(session, reader)}


def test_over_the_api_page_by_page(committed_db: None) -> None:
    session, one, _other, _team = a_lived_session()
    client, path = signed_in(one), f"/api/v1/sessions/{session.id}/history"
    whole = client.get(path).json()
    assert whole["next"] is None
    assert whole["results"][0] == {"at": "2026-11-23T09:00:00Z", "what": "change_refused", "by": "team", "name": None}
    first = client.get(path, {"limit": 4}).json()
    rest = client.get(path, {"limit": 4, "cursor": first["next"]}).json()
    assert first["results"] == whole["results"][:4]
    # Edits that stand on two pages are told on both: a page knows nothing of the one before it.
    assert rest["results"] == whole["results"][4:]


@pytest.mark.parametrize("by_team", [False, True])
def test_queries_do_not_grow_with_the_lines(committed_db: None, by_team: bool) -> None:
    session, one, _other, team = a_lived_session()
    client, path = signed_in(team if by_team else one), f"/api/v1/sessions/{session.id}/history"
    counts, shown = [], []
    for more in (0, 2, 90):
        for _ in range(more):
            something_new_happens(session)
        with CaptureQueriesContext(connection) as queries:
            shown.append(len(client.get(path, {"limit": 100}).json()["results"]))
        counts.append(len(queries))
    assert shown[0] < shown[1] < shown[2]
    assert len(set(counts)) == 1
