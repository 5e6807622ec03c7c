"""The values of "who is coming", from the database, for each reader and state."""

from uuid import uuid4

import pytest

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.selectors.messages import who_is_coming
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.requests import withdraw_session
from passerelle.bookings.services.visits import set_duty_phone
from passerelle.domain.refusals import Code, Missing, Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language
from tests.factories.partners import a_day, a_request, confirm, put_on, signed_in, take
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

WHEN = "Friday 4 December, 14:00–15:00"
DARI_AND_PASHTO = [PeopleNeed(Language.DARI, 4), PeopleNeed(Language.PASHTO, 3)]


def lines(session: Session, reader: Actor, language: str = "en") -> list[str]:
    """Without the first, which is the group's name."""
    return who_is_coming(session.id, language, reader, NOW).text.splitlines()[1:]


def test_from_the_request_to_the_day(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    session = a_request(group, partner, needs=DARI_AND_PASHTO)
    asked = [WHEN, "Where: Calais centre", "Languages: Dari, Pashto"]
    assert lines(session, partner) == [*asked, "Not confirmed yet: we will know by Thursday 26 November, 10:00."]
    visit = a_day(team)
    put_on(session, visit, team)
    set_duty_phone(visit_id=visit.id, phone="+33 1 99 00 12 34", now=NOW, actor=team)
    dari = Shift.objects.get(language=Language.DARI)
    take(dari, an_interpreter(a_profile("Shirin")), team)
    assert lines(session, partner) == [*asked, "Not confirmed yet: we will know by Wednesday 2 December, 18:00."]
    confirm(visit, team, {session.id: "Still asking."})
    confirmed = [
        WHEN,
        "Where: The lighthouse, 14 rue des Voiliers, 62100 Calais",
        "Interpreters: Shirin – Dari",
        "Still looking for an interpreter: Pashto",
        "Therapists: Ruth, Tom",
        "Confirmed. We will know about the missing interpreter by Wednesday 2 December, 18:00.",
        "The team’s phone on the day: +33 1 99 00 12 34",
    ]
    assert lines(session, partner) == confirmed == lines(session, team)
    withdraw_session(session_id=session.id, now=NOW, actor=partner)
    assert lines(session, partner) == [WHEN, "This session does not take place."]


def test_nobody_comes_to_a_draft(db: None) -> None:
    agency = an_agency()
    partner = a_partner_of(agency)
    draft = a_request(a_group_of(agency), partner, draft=True)
    with pytest.raises(Refusal) as refused:
        who_is_coming(draft.id, "en", partner, NOW)
    assert refused.value.code is Code.WRONG_STATE


def test_a_stranger_is_told_nothing(db: None) -> None:
    agency = an_agency()
    session = a_request(a_group_of(agency), a_partner_of(agency))
    with pytest.raises(Missing):
        who_is_coming(session.id, "en", a_partner_of(an_agency()), NOW)


def test_over_the_api_in_the_language_asked_for(db: None) -> None:
    agency = an_agency()
    partner = a_partner_of(agency)
    session = a_request(a_group_of(agency), partner)
    client, path = signed_in(partner), f"/api/v1/sessions/{session.id}/message"
    own = client.get(path, headers={"Accept-Language": "fr"}).json()
    assert (own["language"], own["languages"][0], set(own["languages"])) == ("fr", "fr", {"en", "fr", "ar"})
    assert "vendredi 4 décembre, 14:00–15:00" in own["text"].splitlines()
    english = client.get(path, {"language": "en"}, headers={"Accept-Language": "fr"}).json()
    assert WHEN in english["text"].splitlines()
    assert client.get(path, {"language": "tlh"}).status_code == 400
    assert client.get(f"/api/v1/sessions/{uuid4()}/message").status_code == 404
