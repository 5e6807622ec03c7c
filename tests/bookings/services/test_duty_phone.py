"""The number to call on the day: the team's to set, carried to the next day, shown to partners once confirmed."""

import pytest

from passerelle.bookings.models import Visit
from passerelle.bookings.selectors.sessions import session_view
from passerelle.bookings.selectors.visits import visit_view
from passerelle.bookings.services.visits import set_duty_phone
from passerelle.domain.refusals import Code, Forbidden, Refusal
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.partners import FRIDAY, NEXT_FRIDAY, a_day, a_request, confirm, put_on
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, someone_of_the_team

PHONE = "+33 1 99 00 12 34"


def test_it_is_shown_to_the_partner_once_the_session_is_confirmed(committed_db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    partner, visit = a_partner_of(agency), a_day(team)
    session = put_on(a_request(a_group_of(agency), partner), visit, team)
    with told() as lines:
        set_duty_phone(visit_id=visit.id, phone=f" {PHONE} ", now=NOW, actor=team)
    version = Visit.objects.get().version
    assert lines == [("visit", visit.id, version, "duty_phone", frozenset({audiences.TEAM}))]
    assert session_view(session.id, partner, NOW).duty_phone == ""
    confirm(visit, team, {session.id: "Nobody speaks it yet."})
    assert session_view(session.id, partner, NOW).duty_phone == PHONE
    assert (visit_view(visit.id, team, NOW).duty_phone, visit_view(visit.id, partner, NOW).duty_phone) == (PHONE, None)
    with told() as lines:
        set_duty_phone(visit_id=visit.id, phone="", now=NOW, actor=team)
    assert [(entity, kind) for entity, _id, _version, kind, _who in lines] == [
        ("visit", "duty_phone"),
        ("session", "duty_phone"),
    ]
    assert session_view(session.id, partner, NOW).duty_phone == ""


def test_a_new_day_begins_with_the_number_of_the_last(db: None) -> None:
    team = someone_of_the_team()
    set_duty_phone(visit_id=a_day(team, FRIDAY, "Ruth", "Tom").id, phone=PHONE, now=NOW, actor=team)
    assert a_day(team, NEXT_FRIDAY, "Ana", "Claire").duty_phone == PHONE


def test_what_is_no_number_is_refused(db: None) -> None:
    team = someone_of_the_team()
    with pytest.raises(Refusal) as refused:
        set_duty_phone(visit_id=a_day(team).id, phone="ask Ruth", now=NOW, actor=team)
    assert [(found.code, found.field) for found in refused.value.problems] == [(Code.PHONE_WRONG, "phone")]


def test_it_is_the_teams_to_set(db: None) -> None:
    visit = a_day(someone_of_the_team())
    with pytest.raises(Forbidden):
        set_duty_phone(visit_id=visit.id, phone=PHONE, now=NOW, actor=a_partner_of(an_agency()))
