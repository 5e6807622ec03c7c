"""The acts of the day over HTTP: what they take and answer, that they happen once, and what a stale one is shown."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Session, Shift, Visit
from passerelle.domain.roles import Actor
from tests.factories.browsing import Browser
from tests.factories.days import FRIDAY, a_day, a_session_on, confirmed, held, place_of
from tests.factories.people import a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

LATER = (FRIDAY + timedelta(days=7)).isoformat()


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


@pytest.fixture
def visit(team: Actor) -> Visit:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    return confirmed(visit, by=team)


def version_of(visit: Visit) -> int:
    return Visit.objects.values_list("version", flat=True).get(pk=visit.id)


def test_edit_visit_answers_the_day_as_it_is(team: Actor, visit: Visit) -> None:
    members = [str(member) for member in visit.therapists.values_list("member_id", flat=True)]
    body = {"day": FRIDAY.isoformat(), "therapists": members[:1], "deputy": members[0], "team_cannot_travel": True}
    status, found = Browser(team).post(f"visits/{visit.id}/edit", {**body, "version": version_of(visit)})
    assert (status, found["team_cannot_travel"], found["deputy"]["id"]) == (200, True, members[0])
    assert [line["answer"] for line in found["therapists"]] == ["yes"]
    status, stale = Browser(team).post(f"visits/{visit.id}/edit", {**body, "version": 1})
    assert (status, stale["errors"][0]["code"], stale["current"]) == (412, "stale", found)


def test_change_mode_of_day_happens_once(team: Actor, visit: Visit) -> None:
    session = Session.objects.get()
    path, key = f"visits/{visit.id}/change-mode", str(uuid4())
    body = {"version": version_of(visit), "sessions": [{"session": str(session.id), "mode": "remote"}], "confirm": True}
    first, again = (Browser(team).post(path, body, key=key) for _ in range(2))
    assert first == again
    assert (first[0], first[1]["version"]) == (200, version_of(visit))
    session.refresh_from_db()
    assert (session.mode, session.state) == ("remote", "confirmed")


def test_move_day_answers_the_day_entered(team: Actor, visit: Visit) -> None:
    path = f"visits/{visit.id}/move"
    body: dict[str, Any] = {"day": LATER, "reason": "no_crossing", "note": ""}
    status, stale = Browser(team).post(path, {**body, "version": 1})
    assert (status, stale["current"]["id"]) == (412, str(visit.id))
    status, found = Browser(team).post(path, {**body, "version": version_of(visit)})
    assert (status, found["day"], found["state"]) == (200, LATER, "planning")
    assert str(Session.objects.get().visit_id) == found["id"]


def test_edit_shift_and_what_it_would_mean(team: Actor, visit: Visit) -> None:
    shift = Shift.objects.get()
    browser = Browser(team)
    asked = {"language": "prs", "pay": "volunteer", "required": "check,training", "wished": "woman"}
    status, meant = browser.get(f"shifts/{shift.id}/edit-meaning", **asked)
    assert (status, meant["holder"]["name"], meant["meaning"]) == (200, "Nadia", "asked_again")
    body = {"language": "prs", "pay": "volunteer", "variety": None, "version": shift.version}
    qualities = [{"what": "check", "strength": "required"}]
    status, found = browser.post(f"shifts/{shift.id}/edit", {**body, "qualities": qualities})
    assert (status, found["pay"], found["state"], found["qualities"]) == (200, "volunteer", "open", qualities)
    status, stale = browser.post(f"shifts/{shift.id}/edit", {**body, "qualities": []})
    assert (status, stale["current"]) == (412, found)


def test_the_reads_of_the_day(team: Actor, visit: Visit) -> None:
    browser = Browser(team)
    answers = {name: browser.get(f"visits/{visit.id}/{name}") for name in ("board", "confirmation", "modes", "sheet")}
    assert {name: status for name, (status, _body) in answers.items()} == dict.fromkeys(answers, 200)
    assert [line["type"] for line in answers["board"][1]["changes"]]
    assert answers["modes"][1]["version"] == version_of(visit)


@pytest.mark.parametrize("name", ["edit", "move", "change-mode"])
def test_the_acts_of_the_day_refuse_a_partner(visit: Visit, name: str) -> None:
    bodies: dict[str, dict[str, Any]] = {
        "edit": {"day": LATER, "therapists": [], "deputy": None, "team_cannot_travel": True},
        "move": {"day": LATER, "reason": "other", "note": ""},
        "change-mode": {"sessions": []},
    }
    body = {**bodies[name], "version": version_of(visit)}
    status, found = Browser(a_partner_of(an_agency())).post(f"visits/{visit.id}/{name}", body)
    assert (status, found["errors"][0]["code"]) == (403, "not_allowed")
