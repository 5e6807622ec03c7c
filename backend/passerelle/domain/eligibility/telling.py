"""Who reads which reason: what somebody does not want is told to them in full, and to everyone else as not available.

The others cannot tell one such cause from another, nor how many there are: said not to be free, not this theme, not
this pairing and an own limit are one and the same sentence, at the same place, and nothing beside it gives them away.
"""

from collections.abc import Sequence

from passerelle.domain.eligibility.checks import Reason, ReasonCode, Severity
from passerelle.domain.refusals import _

NOT_AVAILABLE = Reason(ReasonCode.NOT_AVAILABLE, Severity.WISH, _("Not available."))
OWN_TO_TELL = frozenset({ReasonCode.NOT_FREE, ReasonCode.NOT_THEME, ReasonCode.NOT_PAIRED, ReasonCode.OWN_LIMIT})
_SAID = frozenset({ReasonCode.FREE_UNKNOWN})

OWN_WORDS: dict[ReasonCode, str] = {
    ReasonCode.LANGUAGE: _("You do not work in this language."),
    ReasonCode.VARIETY: _("You speak the language, but not this variety."),
    ReasonCode.PLACE: _("You said that you cannot work at this place at the moment."),
    ReasonCode.PAY: _("This place is paid with a fee, and we can only pay you back what you spend."),
    ReasonCode.CLASH: _("You have another booking at that time."),
    ReasonCode.TRAVEL: _("The way from your other booking takes %(minutes)s minutes: too long to be in time."),
    ReasonCode.TRAVEL_UNKNOWN: _("You have another booking that day, and nobody has said how long the way takes."),
    ReasonCode.CONSECUTIVE_MINUTES: _("You would interpret for more than %(most)s minutes without a rest."),
    ReasonCode.SESSIONS_A_DAY: _("You would have more than %(most)s sessions that day."),
    ReasonCode.WEEKS_IN_A_ROW: _("You would come more than %(most)s weeks in a row."),
    ReasonCode.HOURS_A_MONTH: _("You would be booked for more than %(most)s hours that month."),
    ReasonCode.OWN_LIMIT: _("It is over a limit you set for yourself."),
    ReasonCode.NOT_THEME: _("You said that you do not take this theme."),
    ReasonCode.ON_BREAK: _("You are taking a break until %(day)s."),
    ReasonCode.NOT_FREE: _("You said that you are not free that day."),
    ReasonCode.FREE_UNKNOWN: _("You have not said whether you are free that day."),
    ReasonCode.WOMAN_REQUIRED: _("A woman interpreter is needed."),
    ReasonCode.WOMEN_ONLY: _("The group is for women only and needs a woman interpreter."),
    ReasonCode.CHECK_REQUIRED: _("A check that is valid on the day is needed, and we have not seen one of yours."),
    ReasonCode.TRAINING_REQUIRED: _("Safeguarding training is needed, and we have not seen yours."),
    ReasonCode.CHECK_FOR_UNDER_18S: _("With under-18s a valid check is needed, and we have not seen one of yours."),
    ReasonCode.TRAINING_FOR_UNDER_18S: _("With under-18s safeguarding training is needed, and we have not seen yours."),
}


def is_not_available(reasons: Sequence[Reason]) -> bool:
    """Whether the others read no more than that."""
    return any(reason.code in OWN_TO_TELL for reason in reasons)


def told_to_others(reasons: Sequence[Reason]) -> list[Reason]:
    """The reasons as the team reads them."""
    if not is_not_available(reasons):
        return list(reasons)
    return [reason for reason in reasons if reason.code not in OWN_TO_TELL | _SAID] + [NOT_AVAILABLE]


def told_to_themselves(reasons: Sequence[Reason]) -> list[Reason] | None:
    """The reasons as the person reads them; None where even the place is not theirs to know of."""
    if any(reason.code is ReasonCode.NOT_PAIRED for reason in reasons):
        return None
    return [Reason(r.code, r.severity, OWN_WORDS.get(r.code, r.message), r.params) for r in reasons]
