"""The team's screens of interpreters: found, taken on, edited by two at once, with what they are booked for."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Shift
from passerelle.bookings.selectors.person import person_view
from passerelle.bookings.services.asking import assign_interpreter
from passerelle.bookings.services.person import edit_interpreter
from passerelle.domain.refusals import Forbidden, Stale
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Change
from tests.factories.partners import FRIDAY, a_day, a_request, local, put_on, signed_in
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

PEOPLE = "/api/v1/interpreters"
SHIRIN: dict[str, Any] = {
    "first_name": "Shirin",
    "family_name": "Azizi",
    "languages": [{"language": "ar", "varieties": ["ar-SD"]}, {"language": "prs", "varieties": []}],
    "places": ["france"],
    "pay_status": "fees",
    "gender": "woman",
    "phone": "+33 6 99 00 12 34",
    "base_area": "",
    "reads": "prs",
}


def post(client: Client, path: str, body: Any) -> Any:
    return client.post(path, body, content_type="application/json")


def put(client: Client, path: str, body: Any) -> Any:
    return client.put(path, body, content_type="application/json")


def test_taken_on_by_phone_and_read_back(db: None) -> None:
    client = signed_in(someone_of_the_team())
    made = post(client, PEOPLE, SHIRIN)
    assert made.status_code == 201
    read = client.get(f"{PEOPLE}/{made.json()['id']}").json()
    assert read["interpreter"] == made.json()
    assert {key: read[key] for key in ("first_name", "family_name", "base_area", "reads", "version", "claim_until")} == {
        "first_name": "Shirin",
        "family_name": "Azizi",
        "base_area": "",
        "reads": "prs",
        "version": 1,
        "claim_until": None,
    }
    assert read["interpreter"] == {
        "id": made.json()["id"],
        "name": "Shirin Azizi",
        "credentials": [],
        "has_account": False,
        "active": True,
        **{key: SHIRIN[key] for key in ("phone", "gender", "pay_status", "places", "languages")},
    }


def test_every_problem_at_once_beside_its_field(db: None) -> None:
    body = {**SHIRIN, "first_name": "+33 6 99 00 12 34", "languages": [], "base_area": "Nowhere", "reads": "tlh"}
    answered = post(signed_in(someone_of_the_team()), PEOPLE, body)
    assert answered.status_code == 400
    assert [line["field"] for line in answered.json()["errors"]] == ["first_name", "languages", "base_area", "reads"]


def test_found_by_name_language_and_whether_they_are_active(db: None) -> None:
    client = signed_in(someone_of_the_team())
    an_interpreter(a_profile("Shirin", Language.DARI, Language.FARSI))
    an_interpreter(a_profile("Amal", Language.ARABIC))
    gone = an_interpreter(a_profile("Samir", Language.ARABIC))
    Interpreter.objects.filter(pk=gone.id).update(active=False, family_name="Shirazi")

    def names(**asked: str) -> list[str]:
        return [row["name"] for row in client.get(PEOPLE, asked).json()["results"]]

    assert names() == ["Amal", "Samir Shirazi", "Shirin"]
    assert names(search="shir") == ["Samir Shirazi", "Shirin"]
    assert names(search="shir", active="yes") == ["Shirin"]
    assert names(language="ar,fa") == ["Amal", "Samir Shirazi", "Shirin"]
    assert names(language="ar", active="no") == ["Samir Shirazi"]
    assert client.get(PEOPLE, {"language": "tlh"}).status_code == 400
    unreadable = client.get(PEOPLE, {"search": "shi\x00r"})
    assert (unreadable.status_code, [line["field"] for line in unreadable.json()["errors"]]) == (400, ["search"])


def test_of_two_who_edit_at_once_the_second_reads_what_the_first_wrote(db: None) -> None:
    client = signed_in(someone_of_the_team())
    path = f"{PEOPLE}/{post(client, PEOPLE, SHIRIN).json()['id']}"
    first = put(client, path, {"version": 1, "person": {**SHIRIN, "phone": "+33 6 99 00 55 55"}, "active": True})
    assert (first.status_code, first.json()["version"]) == (200, 2)
    mine = {**SHIRIN, "languages": [{"language": "ps", "varieties": []}]}
    second = put(client, path, {"version": 1, "person": mine, "active": False})
    assert second.status_code == 412
    assert second.json()["current"] == first.json()
    chosen = put(client, path, {"version": 2, "person": mine, "active": False})
    assert (chosen.status_code, chosen.json()["interpreter"]["active"]) == (200, False)
    assert chosen.json()["interpreter"]["languages"] == [{"language": "ps", "varieties": []}]
    again = put(client, path, {"version": 3, "person": mine, "active": False})
    assert again.json()["version"] == 3, "saying the same again changes nothing"


def test_a_credential_is_recorded_with_its_days(db: None) -> None:
    client = signed_in(someone_of_the_team())
    path = f"{PEOPLE}/{post(client, PEOPLE, SHIRIN).json()['id']}/credentials"
    seen = {"kind": "check", "seen_on": "2026-01-02", "expires_on": "2029-01-02"}
    assert post(client, path, seen).json()["interpreter"]["credentials"] == [seen]
    assert post(client, path, {**seen, "expires_on": "2025-01-02"}).status_code == 400


def test_what_they_are_booked_for_is_told_in_a_fixed_number_of_queries(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    visit, partner = a_day(team), a_partner_of(agency)
    for hour in (9, 12, 15):
        wish: dict[str, Any] = {"starts_at": local(FRIDAY, hour), "ends_at": local(FRIDAY, hour + 1)}
        session = put_on(a_request(a_group_of(agency), partner, **wish), visit, team)
        assign_interpreter(shift_id=Shift.objects.get(session=session).id, interpreter_id=shirin.id, now=NOW, actor=team)
    with django_assert_num_queries(8):
        found = person_view(shirin.id, team, NOW)
    assert [place.starts_at for place in found.coming] == [local(FRIDAY, hour) for hour in (9, 12, 15)]
    assert found.past == []
    assert person_view(shirin.id, team, local(FRIDAY, 12) + timedelta(hours=2)).coming == found.coming[2:]


def test_another_name_is_told_wherever_it_is_read(db: None) -> None:
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    session = put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    shift = Shift.objects.get(session=session)
    assign_interpreter(shift_id=shift.id, interpreter_id=shirin.id, now=NOW, actor=team)
    before = Change.objects.count()
    version = Interpreter.objects.get(pk=shirin.id).version
    edit_interpreter(interpreter_id=shirin.id, version=version, profile=a_profile("Shirine"), active=True, now=NOW, actor=team)
    told = {line.entity for line in Change.objects.order_by("id")[before:]}
    # A partner reads who comes once that is certain, and an answer's card says nobody's name.
    assert told == {"interpreter", "shift", "me"}


def test_for_nobody_but_the_team(db: None) -> None:
    shirin, partner = an_interpreter(), a_partner_of(an_agency())
    client, path = signed_in(partner), f"{PEOPLE}/{shirin.id}"
    assert [client.get(path).status_code, post(client, PEOPLE, SHIRIN).status_code] == [403, 403]
    assert put(client, path, {"version": 1, "person": SHIRIN}).status_code == 403
    assert post(client, f"{path}/claim-link", {}).status_code == 403
    assert signed_in(someone_of_the_team()).get(f"{PEOPLE}/{uuid4()}").status_code == 404
    with pytest.raises(Forbidden):
        edit_interpreter(
            interpreter_id=shirin.id, version=shirin.version, profile=a_profile(), active=True, now=NOW, actor=partner
        )
    with pytest.raises(Stale):
        edit_interpreter(
            interpreter_id=shirin.id, version=99, profile=a_profile(), active=True, now=NOW, actor=someone_of_the_team()
        )


def test_a_day_in_the_future_was_not_seen(db: None) -> None:
    client = signed_in(someone_of_the_team())
    path = f"{PEOPLE}/{post(client, PEOPLE, SHIRIN).json()['id']}/credentials"
    far = {"kind": "check", "seen_on": date(2226, 1, 1).isoformat(), "expires_on": date(2229, 1, 1).isoformat()}
    assert post(client, path, far).status_code == 400
