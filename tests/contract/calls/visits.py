"""Visits: the day, and what is done with the whole of it."""

from typing import Any

from tests.contract.calls.call import Call, Subject, one, open_to_all
from tests.contract.world import EVERYONE, LEAD, NEWCOMER, TEAM, THERAPIST, World

SOMEBODY = EVERYONE - {NEWCOMER}


def _day(operation: str, **more: Any) -> Call:
    """An act of the team on a day that everybody sees."""
    return Call(operation, may=TEAM, knows=SOMEBODY - TEAM, **more)


def _ready(w: World) -> Subject:
    visit = w.visit_of(w.taken())
    return one(visit, version=visit.version)


def _therapist(w: World) -> Subject:
    return Subject({"pk": w.a_visit().id, "member": w.member_of(LEAD)}, {"answer": "yes"})


def _edit(w: World) -> Subject:
    visit = w.a_visit()
    therapists = [str(w.member_of(THERAPIST))]
    body = {"day": visit.day.isoformat(), "therapists": therapists, "deputy": None, "team_cannot_travel": True}
    return one(visit, version=visit.version, **body)


def _move(w: World) -> Subject:
    visit = w.a_visit()
    w.scheduled(visit)
    return one(visit, version=visit.version, day=w.a_friday().isoformat(), reason="other", note="")


def _change_mode(w: World) -> Subject:
    visit = w.a_visit()
    session = w.scheduled(visit).session
    modes = [{"session": str(session.id), "mode": "remote"}]
    return one(visit, version=visit.version, sessions=modes, team_cannot_travel=True)


VISITS = (
    open_to_all("GET visits"),
    Call(
        "POST visits",
        may=TEAM,
        elsewhere=403,
        status=201,
        on=lambda w: Subject({}, {"day": w.a_friday().isoformat(), "time_zone": "Europe/Paris"}),
    ),
    Call("GET visits/<uuid:pk>", may=SOMEBODY, on=lambda w: one(w.a_visit())),
    Call("GET visits/<uuid:pk>/board", may=TEAM, elsewhere=403, on=lambda w: one(w.a_visit())),
    Call("GET visits/<uuid:pk>/confirmation", may=TEAM, elsewhere=403, on=lambda w: one(w.a_visit())),
    Call("GET visits/<uuid:pk>/modes", may=TEAM, elsewhere=403, on=lambda w: one(w.a_visit())),
    Call("GET visits/<uuid:pk>/sheet", may=TEAM, elsewhere=403, on=lambda w: one(w.a_visit())),
    _day("PUT visits/<uuid:pk>/therapists/<uuid:member>", on=_therapist),
    _day("PUT visits/<uuid:pk>/duty-phone", on=lambda w: one(w.a_visit(), phone="+33 3 53 01 00 12")),
    _day("POST visits/<uuid:pk>/confirm", on=_ready),
    _day("POST visits/<uuid:pk>/edit", on=_edit),
    _day("POST visits/<uuid:pk>/move", on=_move),
    _day("POST visits/<uuid:pk>/change-mode", on=_change_mode),
    _day("POST visits/<uuid:pk>/cancel", on=lambda w: one(w.a_visit(), reason="other")),
)
