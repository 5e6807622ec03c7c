"""Every act that can meet a cancelling, each with the day it is possible on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services.answers import stand_by_offer
from passerelle.bookings.services.asking import assign_interpreter
from passerelle.bookings.services.requests import propose_change, request_session
from passerelle.bookings.services.visits import confirm_day
from passerelle.domain.words import GroupKind, Language, Pay
from tests.factories.people import a_group_of
from tests.races.friday import an_ask, local
from trials.races.cast import DAYS, Cast, Day, right_now
from trials.wire import Ask

type Situation = Callable[[Cast, int], Day]


def requested(cast: Cast, number: int) -> Day:
    """The session is asked for, and not on the day yet."""
    day = cast.day(number)
    session = request_session(group_id=cast.group.id, ask=an_ask(day.visit.day, 9), now=right_now(), actor=cast.partner.actor)
    return replace(day, session=session)


def asked(cast: Cast, number: int) -> Day:
    """Somebody was asked."""
    day = cast.day(number)
    day.asked(day.people[0])
    return day


def held(cast: Cast, number: int, *, past: bool = False) -> Day:
    """The first holds the place, the second stands by, the third was asked."""
    day = cast.day(number, past=past)
    now = right_now() - timedelta(days=number + 30) if past else right_now()
    day.asked(*day.people, now=now)
    day.said_yes(day.people[0], now=now)
    stand_by_offer(offer_id=day.offer(day.people[1]).id, now=now, actor=day.people[1].actor)
    return day


def confirmed(cast: Cast, number: int, *, past: bool = False) -> Day:
    day = held(cast, number, past=past)
    now = right_now() - timedelta(days=number + 30) if past else right_now()
    confirm_day(visit_id=day.visit.id, version=day.visit.version, now=now, actor=day.team.actor)
    return replace(day, visit=Visit.objects.get(pk=day.visit.id))


def begun(cast: Cast, number: int) -> Day:
    """Confirmed, and over: to be closed out."""
    return confirmed(cast, number, past=True)


def proposed(cast: Cast, number: int) -> Day:
    """The place is held, and the partner would rather come later."""
    day = held(cast, number)
    times = _later(day)
    propose_change(
        session_id=day.session.id,
        version=day.session.version,
        **times,
        people_expected=6,
        now=right_now(),
        actor=cast.partner.actor,
    )
    return day


def undecided(cast: Cast, number: int) -> Day:
    """Somebody without a check holds a place with under-18s."""
    group = a_group_of(cast.group.agency, GroupKind.UNACCOMPANIED_YOUNG_PEOPLE)
    day = cast.day(number, group=group)
    who = day.people[0].row.id
    assign_interpreter(shift_id=day.shift.id, interpreter_id=who, now=right_now(), actor=day.team.actor)
    return day


def _later(day: Day) -> dict[str, Any]:
    starts_at = local(day.visit.day, 16)
    return {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}


def _times(day: Day) -> dict[str, str]:
    return {name: moment.isoformat() for name, moment in _later(day).items()}


def _version(row: Visit | Session | Shift) -> dict[str, Any]:
    return {"version": type(row)._default_manager.values_list("version", flat=True).get(pk=row.pk)}


@dataclass(frozen=True)
class Against:
    """One act on a day in its situation: who, what, and with what body."""

    situation: Situation
    ask: Callable[[Day], Ask]


def _of_offer(act: str, situation: Situation, who: int, *, by_team: bool = False) -> Against:
    def ask(day: Day) -> Ask:
        person = day.people[who]
        return (day.other if by_team else person).asks(f"/offers/{day.offer(person).id}/{act}")

    return Against(situation, ask)


def _of_shift(act: str, situation: Situation, body: Callable[[Day], Any] = lambda _: None) -> Against:
    return Against(situation, lambda day: day.other.asks(f"/shifts/{day.shift.id}/{act}", body(day)))


def _of_session(
    act: str, situation: Situation, body: Callable[[Day], Any] = lambda _: None, *, by_partner: bool = False
) -> Against:
    def ask(day: Day) -> Ask:
        who = day.cast.partner if by_partner else day.other
        return who.asks(f"/sessions/{day.session.id}/{act}", body(day))

    return Against(situation, ask)


def _of_visit(act: str, situation: Situation, body: Callable[[Day], Any], *, method: str = "POST") -> Against:
    return Against(situation, lambda day: day.other.asks(f"/visits/{day.visit.id}/{act}", body(day), method=method))


def _interpreter(day: Day, who: int = 1) -> dict[str, str]:
    return {"interpreter": str(day.people[who].row.id)}


_PLACE = {"language": Language.DARI, "pay": Pay.VOLUNTEER}
_CANCEL = {"reason": "no_crossing"}

ACTS: Mapping[str, Against] = {
    "offers/accept": _of_offer("accept", asked, 0),
    "offers/decline": _of_offer("decline", asked, 0),
    "offers/stand-by": _of_offer("stand-by", held, 2),
    "offers/undo": _of_offer("undo", held, 0),
    "offers/withdraw": _of_offer("withdraw", confirmed, 0),
    "offers/stand-down": _of_offer("stand-down", held, 0, by_team=True),
    "shifts/ask": _of_shift("ask", asked, lambda day: {"interpreters": [str(day.people[1].row.id)]}),
    "shifts/assign": _of_shift("assign", asked, _interpreter),
    "shifts/release": _of_shift("release", held),
    "shifts/override": Against(
        undecided,
        lambda day: day.cast.lead.asks(
            f"/shifts/{day.shift.id}/override", {**_interpreter(day, 0), "reason": "The check is on its way."}
        ),
    ),
    "shifts/ticket": _of_shift("ticket", held, lambda _: {"paid": True}),
    "shifts/edit": _of_shift("edit", held, lambda day: {**_PLACE, **_version(day.shift)}),
    "shifts/cancel": _of_shift("cancel", held),
    "sessions/schedule": _of_session("schedule", requested, lambda day: {"visit": str(day.visit.id)}),
    "sessions/decline": _of_session("decline", requested, lambda _: {"reason": "no_place"}),
    "sessions/open-shift": _of_session("open-shift", asked, lambda _: _PLACE),
    "sessions/move": _of_session("move", held, lambda day: {**_version(day.session), **_times(day)}),
    "sessions/change-mode": _of_session("change-mode", confirmed, lambda day: {**_version(day.session), "mode": "remote"}),
    "sessions/edit-details": _of_session(
        "edit-details", held, lambda day: {**_version(day.session), "needs": day.session.needs, "contact": {"name": "Ben"}}
    ),
    "sessions/choose-told": _of_session(
        "choose-told", asked, lambda day: {**_version(day.session), "members": []}, by_partner=True
    ),
    "sessions/propose-change": _of_session(
        "propose-change",
        asked,
        lambda day: {**_version(day.session), **_times(day), "people_expected": 7},
        by_partner=True,
    ),
    "sessions/withdraw-change": _of_session("withdraw-change", proposed, lambda day: _version(day.session), by_partner=True),
    "sessions/accept-change": _of_session("accept-change", proposed, lambda day: _version(day.session)),
    "sessions/refuse-change": _of_session("refuse-change", proposed, lambda day: _version(day.session)),
    "sessions/withdraw": _of_session("withdraw", held, lambda _: {}, by_partner=True),
    "sessions/cancel": _of_session("cancel", held, lambda _: _CANCEL),
    "sessions/close": _of_session("close", begun, lambda day: {"shifts": [{"shift": str(day.shift.id), "outcome": "worked"}]}),
    "visits/confirm": _of_visit("confirm", held, lambda day: _version(day.visit)),
    "visits/edit": _of_visit(
        "edit",
        held,
        lambda day: {
            **_version(day.visit),
            "day": day.visit.day.isoformat(),
            "therapists": [],
            "deputy": None,
            "team_cannot_travel": True,
        },
    ),
    "visits/change-mode": _of_visit(
        "change-mode",
        held,
        lambda day: {**_version(day.visit), "sessions": [{"session": str(day.session.id), "mode": "remote"}]},
    ),
    "visits/cancel": _of_visit("cancel", confirmed, lambda _: _CANCEL),
    "visits/move": _of_visit(
        "move",
        held,
        lambda day: {**_version(day.visit), **_CANCEL, "day": (day.visit.day + timedelta(days=DAYS + 10)).isoformat()},
    ),
    "visits/duty-phone": _of_visit("duty-phone", confirmed, lambda _: {"phone": "+33 3 53 01 00 11"}, method="PUT"),
    "visits/therapists": Against(
        confirmed,
        lambda day: day.other.asks(
            f"/visits/{day.visit.id}/therapists/{day.cast.therapists[0]}", {"answer": "no"}, method="PUT"
        ),
    ),
}
"""By noun and act, as in the addresses of the API."""
