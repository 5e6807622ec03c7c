"""What partners read and send over the API: the whole of it, for them and for nobody else."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from passerelle.agencies.models import Member
from passerelle.bookings.models import Session, Shift
from passerelle.bookings.selectors.acquainted import acquainted
from passerelle.bookings.selectors.sessions import When, session_views, when, with_context
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.requests import withdraw_session
from passerelle.domain.refusals import Missing
from passerelle.domain.words import Language, Quality, Strength
from tests.factories.partners import (
    FRIDAY,
    NEXT_FRIDAY,
    a_day,
    a_request,
    confirm,
    local,
    put_on,
    signed_in,
    take,
    worked_together,
)
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

SESSIONS = "/api/v1/sessions"
FAR = local(FRIDAY, 14) + timedelta(weeks=45)
"""The API's clock is today's: what is asked for over it lies well ahead."""


def an_asking(group_id: UUID, **otherwise: Any) -> dict[str, Any]:
    return {
        "group": str(group_id),
        "starts_at": FAR.isoformat(),
        "ends_at": (FAR + timedelta(hours=1)).isoformat(),
        "people_expected": 6,
        "needs": [{"language": "prs", "people": 6}],
        **otherwise,
    }


def post(client: Client, path: str, body: dict[str, Any]) -> Any:
    return client.post(path, body, content_type="application/json")


def test_what_is_asked_for_is_read_back_whole(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    me = str(Member.objects.get(user=partner.user_id).id)
    body = an_asking(
        group.id,
        requirements=[{"what": "woman", "strength": "required"}],
        brief={"theme": "sleep", "situations": ["difficult_news"], "materials": ["lego"], "room": ["circle"], "notes": "Hi."},
        contact={"name": "Ben", "phone": "+33 3 53 01 00 12"},
        staff_present=["Ben Hartley"],
        told=[me],
    )
    made = post(signed_in(partner), SESSIONS, body)
    assert made.status_code == 201
    read = signed_in(partner).get(f"{SESSIONS}/{made.json()['id']}").json()
    assert read == made.json()
    assert {key: read[key] for key in ("requirements", "named", "brief", "contact", "staff_present", "told", "state")} == {
        "requirements": body["requirements"],
        "named": None,
        "brief": body["brief"],
        "contact": body["contact"],
        "staff_present": ["Ben Hartley"],
        "told": [me],
        "state": "requested",
    }
    assert read["allowed_actions"] == ["edit_details", "propose_change", "choose_told", "withdraw"]


def test_a_refused_note_names_its_field_and_keeps_the_draft(db: None) -> None:
    """The eighth morning: a phone number in the notes."""
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    client = signed_in(partner)
    draft = post(client, SESSIONS, an_asking(group.id, submit=False, staff_present=["Ben"])).json()
    edit = an_asking(group.id, version=1, submit=True, staff_present=["Ben"], brief={"notes": "Ring 06 12 34 56 78"})
    del edit["group"]
    refused = post(client, f"{SESSIONS}/{draft['id']}/edit", edit)
    assert (refused.status_code, [(e["code"], e["field"]) for e in refused.json()["errors"]]) == (
        400,
        [("phone_in_text", "brief.notes")],
    )
    assert client.get(f"{SESSIONS}/{draft['id']}").json() == draft


def test_a_stale_draft_is_answered_with_what_stands_there_now(db: None) -> None:
    agency = an_agency()
    group, partner, colleague = a_group_of(agency), a_partner_of(agency), a_partner_of(agency)
    draft = post(signed_in(partner), SESSIONS, an_asking(group.id, submit=False)).json()
    edit = {**an_asking(group.id), "version": 1}
    del edit["group"]
    now = post(signed_in(colleague), f"{SESSIONS}/{draft['id']}/edit", {**edit, "people_expected": 9}).json()
    stale = post(signed_in(partner), f"{SESSIONS}/{draft['id']}/edit", edit)
    assert (stale.status_code, stale.json()["current"]) == (412, now)
    assert now["people_expected"] == 9


def test_a_draft_thrown_away_answers_as_what_never_was(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    client = signed_in(partner)
    draft = post(client, SESSIONS, an_asking(group.id, submit=False)).json()
    gone = post(client, f"{SESSIONS}/{draft['id']}/discard", {})
    assert (gone.status_code, gone.json()) == (200, {})
    assert client.get(f"{SESSIONS}/{draft['id']}").content == client.get(f"{SESSIONS}/{uuid4()}").content


def test_details_are_written_anew_after_sending_and_read_back(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    client, team = signed_in(partner), signed_in(someone_of_the_team())
    sent = post(client, SESSIONS, an_asking(group.id)).json()
    address = f"{SESSIONS}/{sent['id']}/edit-details"
    contact = {"name": "Ben", "phone": "+33 3 53 01 00 12"}
    brief = {"theme": "sleep", "situations": ["someone_new"], "materials": ["lego"], "room": ["quiet"], "notes": "Shoes off."}
    body = {"version": 1, "needs": sent["needs"], "contact": contact, "brief": brief, "staff_present": ["Ben"]}
    edited = post(client, address, body)
    assert edited.status_code == 200
    assert edited.json() == {**sent, "version": 2, "contact": contact, "brief": brief, "staff_present": ["Ben"]}
    stale = post(team, address, {**body, "brief": {}})
    assert (stale.status_code, stale.json()["errors"][0]["code"]) == (412, "stale")
    assert stale.json()["current"] == team.get(f"{SESSIONS}/{sent['id']}").json()
    # On the partner's behalf, and what is left out is empty by then.
    kept = post(team, address, {"version": 2, "needs": sent["needs"]}).json()
    assert (kept["version"], kept["contact"], kept["brief"]["notes"], kept["staff_present"]) == (3, None, "", [])


def test_details_that_are_refused_name_their_fields_and_change_nothing(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    client = signed_in(partner)
    sent = post(client, SESSIONS, an_asking(group.id)).json()
    address = f"{SESSIONS}/{sent['id']}/edit-details"
    wrong = {"version": 1, "needs": [{"language": "prs", "people": 0}], "contact": {"phone": "1" * 33}, "staff_present": "Ben"}
    refused = post(client, address, wrong)
    assert (refused.status_code, {line["field"] for line in refused.json()["errors"]}) == (
        400,
        {"needs.0.people", "contact.phone", "staff_present"},
    )
    noted = post(client, address, {"version": 1, "needs": sent["needs"], "brief": {"notes": "Ring 06 12 34 56 78"}})
    assert (noted.status_code, [(e["code"], e["field"]) for e in noted.json()["errors"]]) == (
        400,
        [("phone_in_text", "brief.notes")],
    )
    assert client.get(f"{SESSIONS}/{sent['id']}").json() == sent


ADDRESSES = ["", "/history", "/message"]
ACTS: dict[str, dict[str, Any]] = {
    "edit": {"version": 1, **{k: v for k, v in an_asking(uuid4()).items() if k != "group"}},
    "submit": {},
    "discard": {},
    "edit-details": {"version": 1, "needs": []},
    "choose-told": {"version": 1, "members": []},
    "propose-change": {"version": 1, "starts_at": FAR.isoformat(), "ends_at": FAR.isoformat(), "people_expected": 1},
    "withdraw": {},
}


@pytest.mark.parametrize("draft", [True, False])
def test_another_agency_is_answered_byte_for_byte_as_for_what_does_not_exist(db: None, draft: bool) -> None:
    agency = an_agency()
    session = a_request(a_group_of(agency), a_partner_of(agency), draft=draft)
    stranger = signed_in(a_partner_of(an_agency()))
    for address in ADDRESSES:
        hidden, absent = (stranger.get(f"{SESSIONS}/{pk}{address}") for pk in (session.id, uuid4()))
        assert (hidden.status_code, hidden.content) == (404, absent.content)
    for act, body in ACTS.items():
        hidden, absent = (post(stranger, f"{SESSIONS}/{pk}/{act}", body) for pk in (session.id, uuid4()))
        assert (hidden.status_code, hidden.content) == (404, absent.content), act
    assert stranger.get(SESSIONS).json() == {"results": [], "next": None}
    assert Session.objects.get().state == ("draft" if draft else "requested")


def test_lists_of_what_is_to_come_and_what_is_past(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    over = a_request(group, partner)
    withdrawn = a_request(group, partner, day=NEXT_FRIDAY)
    withdraw_session(session_id=withdrawn.id, now=NOW, actor=partner)
    coming = a_request(group, partner, day=NEXT_FRIDAY)
    draft = a_request(group, partner, draft=True)
    after = local(FRIDAY, 15)
    found = {wanted: {row.id for row in when(Session.objects.all(), wanted, after)} for wanted in When}
    assert found == {
        When.ALL: {over.id, withdrawn.id, coming.id, draft.id},
        When.COMING: {coming.id, draft.id},
        When.PAST: {over.id, withdrawn.id},
    }
    client = signed_in(partner)
    assert client.get(SESSIONS, {"when": "yesterday"}).status_code == 400
    told = [line["id"] for line in client.get(SESSIONS, {"when": "past", "order": "latest"}).json()["results"]]
    assert str(withdrawn.id) in told


def test_whom_a_group_knows_is_by_first_name_and_the_languages_seen(db: None) -> None:
    """Latest first; only those who came, to this agency, and still take bookings."""
    team, agency, other = someone_of_the_team(), an_agency(), an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    shirin = an_interpreter(a_profile("Shirin", Language.DARI, Language.FARSI))
    worked_together(group, shirin, partner, team)
    worked_together(a_group_of(other), an_interpreter(a_profile("Amal")), a_partner_of(other), team)
    inactive = an_interpreter(a_profile("Nasrin"))
    worked_together(group, inactive, partner, team)
    type(inactive).objects.filter(pk=inactive.pk).update(active=False)
    answer = signed_in(partner).get(f"/api/v1/groups/{group.id}/interpreters")
    assert answer.json() == {"results": [{"id": str(shirin.id), "first_name": "Shirin", "languages": ["prs"]}]}
    stranger = signed_in(a_partner_of(other))
    hidden, absent = (stranger.get(f"/api/v1/groups/{pk}/interpreters") for pk in (group.id, uuid4()))
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    with pytest.raises(Missing):
        acquainted(uuid4(), partner)


def test_a_partner_reads_first_names_once_confirmed_and_no_number(db: None) -> None:
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    group, partner, visit = a_group_of(agency), a_partner_of(agency), a_day(team)
    session = put_on(a_request(group, partner), visit, team)
    take(Shift.objects.get(), shirin, team)
    type(shirin).objects.filter(pk=shirin.pk).update(phone="+33 6 39 98 00 01", family_name="Ahmadi")
    path = f"{SESSIONS}/{session.id}"
    before = signed_in(partner).get(path)
    assert (before.json()["coming"], before.json()["therapists"]) == ([], [])
    assert b"Shirin" not in before.content
    confirm(visit, team)
    after = signed_in(partner).get(path)
    assert after.json()["coming"] == [{"first_name": "Shirin", "language": "prs"}]
    assert after.json()["therapists"] == ["Ruth", "Tom"]
    for hidden in (b"Ahmadi", b"39 98", str(shirin.id).encode(), b"Adeyemi"):
        assert hidden not in after.content


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_asks_as_often_for_many_as_for_one(
    db: None, django_assert_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    """One query each for sessions, places, who is told, who goes."""
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    group, partner = a_group_of(agency), a_partner_of(agency)
    worked_together(group, shirin, partner, team)
    visit = a_day(team, NEXT_FRIDAY)
    for _ in range(many):
        named: dict[str, Any] = {"requirements": {Quality.NAMED: Strength.WISHED}, "named_id": shirin.id}
        put_on(a_request(group, partner, day=NEXT_FRIDAY, needs=[PeopleNeed(Language.DARI, 2)], **named), visit, team)
    rows = with_context(Session.objects.filter(visit=visit))
    with django_assert_num_queries(4):
        assert len(session_views(list(rows), partner, NOW)) == many
