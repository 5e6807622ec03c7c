"""What an edit of a place means for someone who said yes to it: the yes was for the place as it was."""

from dataclasses import dataclass
from enum import StrEnum

from passerelle.domain.eligibility.checks import Reason, ReasonCode, blocking, hard_rules, reasons_against
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.eligibility.telling import NOT_AVAILABLE
from passerelle.domain.words import Pay

FROM_OTHER_BOOKINGS = frozenset(
    {
        ReasonCode.CLASH,
        ReasonCode.TRAVEL,
        ReasonCode.CONSECUTIVE_MINUTES,
        ReasonCode.SESSIONS_A_DAY,
        ReasonCode.WEEKS_IN_A_ROW,
        ReasonCode.HOURS_A_MONTH,
    }
)
"""What somebody's other places stand against, and not the place itself."""


SINCE_THEN = frozenset({ReasonCode.NOT_PAIRED, ReasonCode.NOT_THEME})
"""What may have been said after a yes. It leaves that yes as it is, and keeps from being asked for another one."""


class Meaning(StrEnum):
    KEEPS = "keeps"
    """The yes stands."""
    NEEDS_DECISION = "needs_decision"
    """The yes stands, but a hard rule is broken now: confirmed only with the safeguarding lead's decision."""
    ASKED_AGAIN = "asked_again"
    """It has become another thing: asked again, before anyone else."""
    LET_GO = "let_go"
    """Cannot take the place as it is now: let go, kindly."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reasons`` are those that made it so; none where the yes stands."""

    meaning: Meaning
    reasons: list[Reason]


def meaning_of_edit(before: Need, after: Need, person: Person) -> Verdict:
    """``before`` and ``after`` are the same place, as ``person`` said yes to it and as it will be."""
    against = reasons_against(after, person)
    if blocked := _blocked_now(before, after, person):
        return Verdict(Meaning.LET_GO, blocked)
    if became_another_thing(before, after):
        again = may_be_asked_again(after, person)
        return Verdict(Meaning.ASKED_AGAIN, []) if again else Verdict(Meaning.LET_GO, [NOT_AVAILABLE])
    broken_before = {reason.code for reason in hard_rules(reasons_against(before, person))}
    if broken := [reason for reason in hard_rules(against) if reason.code not in broken_before]:
        return Verdict(Meaning.NEEDS_DECISION, broken)
    return Verdict(Meaning.KEEPS, [])


def became_another_thing(before: Need, after: Need) -> bool:
    """Another language or variety to speak, or a fee that is no longer paid."""
    spoken = after.language is not before.language or after.variety not in {None, before.variety}
    return spoken or (before.pay is Pay.PAID and after.pay is Pay.VOLUNTEER)


def may_be_asked_again(after: Need, person: Person) -> bool:
    """Whether who said yes to a place that has become another may be asked for it as it is now."""
    return SINCE_THEN.isdisjoint(reason.code for reason in reasons_against(after, person))


def meaning_of_mode(before: Need, after: Need, person: Person) -> Verdict:
    """In person, remote or partner-led: who can work that way keeps the place."""
    blocked = _blocked_now(before, after, person)
    return Verdict(Meaning.LET_GO, blocked) if blocked else Verdict(Meaning.KEEPS, [])


def _blocked_now(before: Need, after: Need, person: Person) -> list[Reason]:
    """What blocks ``person``. What their other places stand against counts where the change brought it, as a way to go."""
    known = {reason.code for reason in blocking(reasons_against(before, person))} & FROM_OTHER_BOOKINGS
    return [reason for reason in blocking(reasons_against(after, person)) if reason.code not in known]


def lets_go_who_waits(after: Need, person: Person) -> bool:
    """Whether someone asked or on standby is let go. Other places only set an answer aside, and that may pass."""
    return any(reason.code not in FROM_OTHER_BOOKINGS for reason in blocking(reasons_against(after, person)))
