"""Who may do what, written down once more: not read from the code that is tried."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor, TeamRole
from trials.life.step import Row, Rows


class Who(StrEnum):
    TEAM = "team"
    LEAD = "lead"
    """Or the deputy of the day."""
    PARTNER = "partner"
    """Somebody of the agency it is about."""
    INTERPRETER = "interpreter"
    """The one it is about."""
    WRITER = "writer"
    """Whoever of the team wrote a draft for a partner, or ruled out a pairing."""
    ANYBODY = "anybody"


_THEIR_OWN = frozenset({Who.INTERPRETER, Who.TEAM})
_A_REQUEST = frozenset({Who.PARTNER, Who.TEAM})
_A_DRAFT = frozenset({Who.PARTNER, Who.WRITER})

MAY: Mapping[str, frozenset[Who]] = {
    **dict.fromkeys(("accept_offer", "stand_by_offer", "decline_offer", "withdraw_offer"), _THEIR_OWN),
    "undo_answer": frozenset({Who.INTERPRETER}),
    **dict.fromkeys(("set_free_day", "set_usual_day", "say_as_before", "take_break", "edit_profile"), _THEIR_OWN),
    "rule_out_pairing": _THEIR_OWN,
    "allow_pairing": frozenset({Who.WRITER}),
    "record_override": frozenset({Who.LEAD}),
    **dict.fromkeys(("edit_draft", "submit_session", "discard_draft"), _A_DRAFT),
    **dict.fromkeys(("request_session", "edit_details", "choose_told"), _A_REQUEST),
    **dict.fromkeys(("propose_change", "withdraw_change", "withdraw_session"), _A_REQUEST),
    "set_told_by_default": _A_REQUEST,
    "claim": frozenset({Who.ANYBODY}),
}
"""By the names of services; what is not here is the team's alone."""

NOT_THEIRS = frozenset({Code.NOT_FOUND, Code.NOT_ALLOWED, Code.NOT_THE_LEAD, Code.WRONG_STATE})
"""How somebody is refused what is not theirs to do: that it is not there, or that it is not theirs."""


def may(act: str, actor: Actor, told: Mapping[str, Any], rows: Rows) -> bool:
    """Whether ``actor`` may do ``act`` to what ``told``, its arguments, name."""
    return any(_is(who, actor, told, rows) for who in MAY.get(act, {Who.TEAM}))


def about(told: Mapping[str, Any]) -> UUID | None:
    """The booking that an act names first."""
    named = (told[name] for name in ("offer_id", "shift_id", "session_id", "visit_id") if name in told)
    return next(named, None)


def _is(who: Who, actor: Actor, told: Mapping[str, Any], rows: Rows) -> bool:
    match who:
        case Who.TEAM:
            return actor.is_team
        case Who.LEAD:
            return actor.team_role is TeamRole.SAFEGUARDING_LEAD or _is_deputy(actor, rows.of["shift"][told["shift_id"]], rows)
        case Who.PARTNER:
            return _agency(told, rows) in actor.agency_ids
        case Who.INTERPRETER:
            return actor.interpreter_id is not None and _interpreter(told, rows) == actor.interpreter_id
        case Who.WRITER:
            return actor.user_id is not None and _writer(told, rows) == actor.user_id
    return True


def _is_deputy(actor: Actor, shift: Row, rows: Rows) -> bool:
    visit = rows.of["visit"].get(rows.of["session"][shift["session_id"]]["visit_id"])
    return visit is not None and actor.team_member_id is not None and visit["deputy_id"] == actor.team_member_id


def _agency(told: Mapping[str, Any], rows: Rows) -> UUID | None:
    if "session_id" in told:
        found: UUID = rows.of["session"][told["session_id"]]["agency_id"]
        return found
    return rows.of["group"][told["group_id"]]["agency_id"] if "group_id" in told else told.get("agency_id")


def _interpreter(told: Mapping[str, Any], rows: Rows) -> UUID | None:
    offer = rows.of["offer"].get(told["offer_id"]) if "offer_id" in told else None
    return offer["interpreter_id"] if offer else told.get("interpreter_id")


def _writer(told: Mapping[str, Any], rows: Rows) -> UUID | None:
    if "pairing_id" in told:
        found: UUID = rows.parts["pairing"][told["pairing_id"]]["set_by_id"]
        return found
    writer: UUID | None = rows.of["session"][told["session_id"]]["requested_by_id"]
    return writer
