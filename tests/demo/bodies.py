"""For every action that ``allowed_actions`` may name: the request that does it, made for one thing as it was read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.factories.browsing import Browser

type Thing = Mapping[str, Any]


@dataclass(frozen=True)
class Request:
    """What to send. ``None`` in the place of one: nobody can be found to do it with."""

    path: str
    body: Mapping[str, Any] = field(default_factory=dict)


type Make = Callable[[Thing, Browser], Request | None]
"""``browser`` is a coordinator's, to look up what the request needs."""

NOWHERE = str(UUID(int=0))
FAR = timedelta(weeks=26)
CANCEL = {"reason": "no_crossing"}


def _on(noun: str, act: str, body: Callable[[Thing], Mapping[str, Any]] = lambda _: {}) -> Make:
    return lambda thing, _: Request(f"{noun}/{thing['id']}/{act}", body(thing))


def _version(thing: Thing) -> dict[str, Any]:
    return {"version": thing["version"]}


def _later(thing: Thing, *, by: timedelta = timedelta(minutes=5)) -> dict[str, Any]:
    return {name: (datetime.fromisoformat(thing[name]) + by).isoformat() for name in ("starts_at", "ends_at")}


# Days -----------------------------------------------------------------------------------------------


def _edited_day(visit: Thing) -> dict[str, Any]:
    return {
        **_version(visit),
        "day": visit["day"],
        "therapists": [one["id"] for one in visit["therapists"]],
        "deputy": visit["deputy"] and visit["deputy"]["id"],
        "team_cannot_travel": not visit["team_cannot_travel"],
    }


def _another_day(visit: Thing) -> dict[str, Any]:
    return {**_version(visit), **CANCEL, "day": (date.fromisoformat(visit["day"]) + FAR).isoformat()}


def _confirmed_day(visit: Thing, browser: Browser) -> Request:
    """With a reason for every place that stays empty, and one for therapists that are missing."""
    _status, preview = browser.get(f"visits/{visit['id']}/confirmation")
    gaps = [{"session": one["session"]["id"], "reason": "We go all the same."} for one in preview["sessions"]]
    reasons = {"gap_reasons": gaps, "therapists_reason": "One of us is enough."}
    return Request(f"visits/{visit['id']}/confirm", {"version": preview["version"], **reasons})


def _day_by_telephone(visit: Thing, browser: Browser) -> Request:
    _status, board = browser.get(f"visits/{visit['id']}/board")
    live = [one for one in board["sessions"] if "change_mode" in one["allowed_actions"]]
    sessions = [{"session": one["id"], "mode": "remote"} for one in live]
    return Request(f"visits/{visit['id']}/change-mode", {**_version(visit), "sessions": sessions})


VISIT: Mapping[str, Make] = {
    "edit": _on("visits", "edit", _edited_day),
    "confirm": _confirmed_day,
    "change_mode": _day_by_telephone,
    "move": _on("visits", "move", _another_day),
    "cancel": _on("visits", "cancel", lambda _: CANCEL),
}

# Sessions --------------------------------------------------------------------------------------------


def _on_its_day(session: Thing, browser: Browser) -> Request:
    """On the visit of its day, which is planned where there is none."""
    days = browser.get("visits", **{"from": session["day"], "to": session["day"]})[1]["results"]
    open_days = [one["id"] for one in days if one["state"] in {"planning", "confirmed"}]
    if not open_days:
        body = {"day": session["day"], "time_zone": session["site"]["time_zone"], "therapists": [], "deputy": None}
        open_days = [browser.post("visits", body)[1].get("id", NOWHERE)]  # none can be planned on a day that is over
    return Request(f"sessions/{session['id']}/schedule", {"visit": open_days[0]})


def _outcomes(session: Thing, browser: Browser) -> Request:
    places = browser.get(f"sessions/{session['id']}")[1].get("shifts", [])  # somebody's draft is nobody else's to read
    came = [{"shift": one["id"], "outcome": "worked"} for one in places if one["state"] == "confirmed"]
    return Request(f"sessions/{session['id']}/close", {"shifts": came})


def _proposed(session: Thing) -> dict[str, Any]:
    return {**_version(session), **_later(session), "people_expected": session["people_expected"] + 1}


def _another_way(session: Thing) -> dict[str, Any]:
    return {**_version(session), "mode": "remote" if session["mode"] != "remote" else "in_person"}


_PLACE = {"language": "fa", "pay": "volunteer", "variety": None, "qualities": None}


def _edited_draft(session: Thing) -> dict[str, Any]:
    return {**_version(session), **_later(session), "people_expected": 7, "needs": session["needs"]}


def _details(session: Thing) -> dict[str, Any]:
    """As they are, with one more of the staff there."""
    kept = {name: session[name] for name in ("needs", "requirements", "brief", "contact")}
    return {**_version(session), **kept, "named": session["named"] and session["named"]["id"], "staff_present": ["Camille"]}


SESSION: Mapping[str, Make] = {
    "edit": _on("sessions", "edit", _edited_draft),
    "edit_details": _on("sessions", "edit-details", _details),
    "submit": _on("sessions", "submit"),
    "discard": _on("sessions", "discard"),
    "schedule": _on_its_day,
    "decline": _on("sessions", "decline", lambda _: {"reason": "no_place"}),
    "propose_change": _on("sessions", "propose-change", _proposed),
    "withdraw_change": _on("sessions", "withdraw-change", _version),
    "accept_change": _on("sessions", "accept-change", _version),
    "refuse_change": _on("sessions", "refuse-change", _version),
    "open_shift": _on("sessions", "open-shift", lambda _: _PLACE),
    "move": _on("sessions", "move", lambda session: {**_version(session), **_later(session)}),
    "change_mode": _on("sessions", "change-mode", _another_way),
    "choose_told": _on("sessions", "choose-told", lambda session: {**_version(session), "members": []}),
    "withdraw": _on("sessions", "withdraw"),
    "cancel": _on("sessions", "cancel", lambda _: CANCEL),
    "close": _outcomes,
}

# Places ----------------------------------------------------------------------------------------------


def _with_somebody(act: str, body: Callable[[str], Mapping[str, Any]]) -> Make:
    """For the first who fits and was not asked."""

    def make(shift: Thing, browser: Browser) -> Request | None:
        found = browser.get(f"shifts/{shift['id']}/candidates")[1]["results"]
        free = [one["interpreter"]["id"] for one in found if one["fits"] and one["offer"] is None]
        return Request(f"shifts/{shift['id']}/{act}", body(free[0])) if free else None

    return make


def _decided(shift: Thing, browser: Browser) -> Request | None:
    """For the first against whom nothing but a hard rule stands."""
    found = browser.get(f"shifts/{shift['id']}/candidates")[1]["results"]
    hard = [one["interpreter"]["id"] for one in found if {reason["kind"] for reason in one["reasons"]} & {"hard"}]
    body = {"interpreter": hard[0], "reason": "The check is on its way."} if hard else {}
    return Request(f"shifts/{shift['id']}/override", body) if hard else None


def _edited_place(shift: Thing) -> dict[str, Any]:
    kept = {name: shift[name] for name in ("language", "variety", "pay", "qualities")}
    return {**_version(shift), **kept, "named": shift["named"] and shift["named"]["id"]}


SHIFT: Mapping[str, Make] = {
    "ask": _with_somebody("ask", lambda one: {"interpreters": [one]}),
    "take": _with_somebody("assign", lambda one: {"interpreter": one}),
    "edit": _on("shifts", "edit", _edited_place),
    "override": _decided,
    "release": _on("shifts", "release"),
    "cancel": _on("shifts", "cancel"),
}

# Answers ---------------------------------------------------------------------------------------------


def _asked_again(offer: Thing, _browser: Browser) -> Request:
    return Request(f"shifts/{offer['shift']}/ask", {"interpreters": [offer["interpreter"]["id"]]})


OFFER: Mapping[str, Make] = {
    "ask": _asked_again,
    "accept": _on("offers", "accept"),
    "stand_by": _on("offers", "stand-by"),
    "decline": _on("offers", "decline"),
    "undo": _on("offers", "undo"),
    "withdraw": _on("offers", "withdraw"),
    "stand_down": _on("offers", "stand-down"),
}
