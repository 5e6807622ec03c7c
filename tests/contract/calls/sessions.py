"""Sessions: asked for, scheduled, changed, ended."""

from datetime import timedelta
from typing import Any

from passerelle.bookings.models import Session
from tests.contract.calls.call import Call, Subject, one, open_to_all
from tests.contract.world import PARTNER, TEAM, World


def asking(w: World, **otherwise: Any) -> dict[str, Any]:
    """What a partner sends."""
    ask = w.an_ask()
    return {
        "starts_at": ask.starts_at.isoformat(),
        "ends_at": ask.ends_at.isoformat(),
        "people_expected": 6,
        "needs": [{"language": "prs", "people": 6}],
        "mode": "in_person",
        "requirements": [{"what": "woman", "strength": "wished"}],
        "brief": {"theme": "sleep", "situations": [], "materials": ["lego"], "room": [], "notes": ""},
        "contact": {"name": "Ines", "phone": "+33 3 53 01 00 11"},
        "staff_present": ["Ben"],
        "told": [],
        **otherwise,
    }


def _times(session: Session, **more: Any) -> dict[str, Any]:
    """The session an hour later."""
    hour = timedelta(hours=1)
    return {
        "version": session.version,
        "starts_at": (session.starts_at + hour).isoformat(),
        "ends_at": (session.ends_at + hour).isoformat(),
        **more,
    }


def _told(w: World) -> Subject:
    session = w.a_request()
    return one(session, version=session.version, members=[])


def _schedule(w: World) -> Subject:
    visit = w.a_visit()
    places = [{"language": "prs", "pay": "paid", "qualities": [{"what": "woman", "strength": "wished"}]}]
    return one(w.a_request(visit.day), visit=str(visit.id), shifts=places)


def _close(w: World) -> Subject:
    shift = w.over()
    return one(shift.session, shifts=[{"shift": str(shift.id), "outcome": "worked"}])


def _edit(w: World) -> Subject:
    draft = w.a_draft()
    return one(draft, **asking(w, version=draft.version))


def _details(w: World) -> Subject:
    session = w.a_request()
    wanted = asking(w, version=session.version)
    for other in ("starts_at", "ends_at", "people_expected", "mode", "told"):
        del wanted[other]
    return one(session, **wanted)


def _propose(w: World) -> Subject:
    session = w.a_request()
    return one(session, **_times(session, people_expected=7))


def _answer(w: World) -> Subject:
    session = w.a_request_with_a_change()
    return one(session, version=session.version)


def _move(w: World) -> Subject:
    session = w.scheduled().session
    return one(session, **_times(session))


def _mode(w: World) -> Subject:
    session = w.scheduled().session
    return one(session, version=session.version, mode="remote")


def _both(act: str, **more: Any) -> Call:
    """An act of the partner, which the team does on their behalf."""
    return Call(f"POST sessions/<uuid:pk>/{act}", may=TEAM | {PARTNER}, **more)


def _draft(act: str, **more: Any) -> Call:
    """An act on a draft, which only its own agency sees."""
    return Call(f"POST sessions/<uuid:pk>/{act}", may={PARTNER}, **more)


def _teams(act: str, **more: Any) -> Call:
    """An act of the team; the partner sees the session and cannot."""
    return Call(f"POST sessions/<uuid:pk>/{act}", may=TEAM, knows={PARTNER}, **more)


SESSIONS = (
    open_to_all("GET sessions"),
    Call(
        "POST sessions",
        may=TEAM | {PARTNER},
        on=lambda w: Subject({}, asking(w, group=str(w.group.id), submit=True)),
        status=201,
    ),
    Call("GET sessions/<uuid:pk>", may=TEAM | {PARTNER}, on=lambda w: one(w.a_request())),
    Call("GET sessions/<uuid:pk>/history", may=TEAM | {PARTNER}, on=lambda w: one(w.a_request())),
    Call("GET sessions/<uuid:pk>/message", may=TEAM | {PARTNER}, on=lambda w: one(w.a_request())),
    _draft("edit", on=_edit),
    _draft("submit", on=lambda w: one(w.a_draft())),
    _draft("discard", on=lambda w: one(w.a_draft())),
    _both("edit-details", on=_details),
    _both("choose-told", on=_told),
    _teams("schedule", on=_schedule),
    _teams("decline", on=lambda w: one(w.a_request(), reason="other")),
    _both("propose-change", on=_propose),
    _both("withdraw-change", on=_answer),
    _teams("accept-change", on=_answer),
    _teams("refuse-change", on=_answer),
    _teams("open-shift", on=lambda w: one(w.scheduled().session, language="prs", pay="paid", qualities=[])),
    _teams("move", on=_move),
    _teams("change-mode", on=_mode),
    _both("withdraw", on=lambda w: one(w.a_request(), note="")),
    _teams("cancel", on=lambda w: one(w.scheduled().session, reason="other", note="")),
    _teams("close", on=_close),
)
