"""Who may take a shift: a list of small checks, every reason collected.

The same answers serve the button, the form, the API and the list of candidates. A check returns one reason or
``None``; it never raises, and it never asks anybody but its two arguments. Who may read which reason is decided in
``telling``: what somebody wishes for themselves is theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.load import HARD, SOFT
from passerelle.domain.pay import may_be_given
from passerelle.domain.refusals import Param, _
from passerelle.domain.words import CredentialKind, Gender, Mode, Place, Quality


class Severity(StrEnum):
    BLOCKS = "blocks"
    """Cannot take the place at all."""
    HARD_RULE = "hard_rule"
    """May be recorded, but is not confirmed without the safeguarding lead's recorded decision."""
    WISH = "wish"
    """Not wanted: such a person is not asked and not given the place. Their own yes is stronger."""
    CAUTION = "caution"
    """Worth knowing before asking; stops nothing."""


class ReasonCode(StrEnum):
    INACTIVE = "inactive"
    LANGUAGE = "language"
    VARIETY = "variety"
    PLACE = "place"
    PAY = "pay"
    CLASH = "clash"
    TRAVEL = "travel"
    TRAVEL_UNKNOWN = "travel_unknown"
    CONSECUTIVE_MINUTES = "consecutive_minutes"
    SESSIONS_A_DAY = "sessions_a_day"
    WEEKS_IN_A_ROW = "weeks_in_a_row"
    HOURS_A_MONTH = "hours_a_month"
    OWN_LIMIT = "own_limit"
    NOT_THEME = "not_theme"
    NOT_PAIRED = "not_paired"
    ON_BREAK = "on_break"
    NOT_AVAILABLE = "not_available"
    NOT_FREE = "not_free"
    FREE_UNKNOWN = "free_unknown"
    ANOTHER_NAMED = "another_named"
    WOMAN_REQUIRED = "woman_required"
    WOMEN_ONLY = "women_only"
    CHECK_REQUIRED = "check_required"
    TRAINING_REQUIRED = "training_required"
    CHECK_FOR_UNDER_18S = "check_for_under_18s"
    TRAINING_FOR_UNDER_18S = "training_for_under_18s"


@dataclass(frozen=True, slots=True)
class Reason:
    code: ReasonCode
    severity: Severity
    message: str
    params: dict[str, Param] = field(default_factory=dict)


type Check = Callable[[Need, Person], Reason | None]


def _blocks(code: ReasonCode, message: str) -> Reason:
    return Reason(code, Severity.BLOCKS, message)


def _wish(code: ReasonCode, message: str, **params: Param) -> Reason:
    return Reason(code, Severity.WISH, message, params)


def _hard(code: ReasonCode, message: str) -> Reason:
    return Reason(code, Severity.HARD_RULE, message)


def is_active(need: Need, person: Person) -> Reason | None:
    return None if person.active else _blocks(ReasonCode.INACTIVE, _("Not taking bookings at the moment."))


def speaks_the_language(need: Need, person: Person) -> Reason | None:
    if need.language in person.languages:
        return None
    return _blocks(ReasonCode.LANGUAGE, _("Does not work in this language."))


def speaks_the_variety(need: Need, person: Person) -> Reason | None:
    spoken = person.languages.get(need.language)
    if need.variety is None or spoken is None or need.variety in spoken:
        return None
    message = _("Speaks the language, but not this variety.")
    if need.requires(Quality.VARIETY):
        return _blocks(ReasonCode.VARIETY, message)
    return Reason(ReasonCode.VARIETY, Severity.CAUTION, message)


def can_work_there(need: Need, person: Person) -> Reason | None:
    place = Place.REMOTE if need.mode is Mode.REMOTE else need.place
    return None if place in person.places else _blocks(ReasonCode.PLACE, _("Cannot work at this place at the moment."))


def pay_fits(need: Need, person: Person) -> Reason | None:
    if not may_be_given(need.pay, person.pay_status):
        return _blocks(ReasonCode.PAY, _("This place is paid with a fee, which this person cannot be given."))
    return None


def does_not_clash(need: Need, person: Person) -> Reason | None:
    clashes = any(booking.block.overlaps(need.block) for booking in person.others(need))
    return _blocks(ReasonCode.CLASH, _("Already booked at that time.")) if clashes else None


def has_time_to_travel(need: Need, person: Person) -> Reason | None:
    """The way between two places belongs to neither booking, and has to fit between them."""
    ways = (booking.way_too_long(need.block, need.stop, person.routes) for booking in person.others(need))
    minutes = max((way for way in ways if way is not None), default=None)
    if minutes is None:
        return None
    message = _("Too little time to get there from another booking: the way takes %(minutes)s minutes.")
    return Reason(ReasonCode.TRAVEL, Severity.BLOCKS, message, {"minutes": str(minutes)})


def knows_the_way(need: Need, person: Person) -> Reason | None:
    stops = [booking.stop for booking in person.others(need) if booking.work.day == need.day and booking.stop]
    if need.stop is None or all(person.routes.between(stop, need.stop) is not None for stop in stops):
        return None
    message = _("Has another booking that day, and nobody has said how long the way between takes.")
    return Reason(ReasonCode.TRAVEL_UNKNOWN, Severity.CAUTION, message)


def _within(name: str, code: ReasonCode, message: str) -> Check:
    """One limit on load: a caution over the soft one, no place over the hard one."""

    def check(need: Need, person: Person) -> Reason | None:
        load = person.load(need)
        for limits, severity in ((HARD, Severity.BLOCKS), (SOFT, Severity.CAUTION)):
            if name in load.over(limits):
                return Reason(code, severity, message, {"most": str(getattr(limits, name))})
        return None

    return check


rests_in_between = _within(
    "consecutive_minutes", ReasonCode.CONSECUTIVE_MINUTES, _("Would interpret for more than %(most)s minutes without a rest.")
)
has_few_sessions_a_day = _within(
    "sessions_a_day", ReasonCode.SESSIONS_A_DAY, _("Would have more than %(most)s sessions that day.")
)
has_weeks_off = _within("weeks_in_a_row", ReasonCode.WEEKS_IN_A_ROW, _("Would come more than %(most)s weeks in a row."))
has_few_hours_a_month = _within(
    "hours_a_month", ReasonCode.HOURS_A_MONTH, _("Would be booked for more than %(most)s hours that month.")
)


def keeps_own_limits(need: Need, person: Person) -> Reason | None:
    over = person.load(need).over(person.limits)
    return _wish(ReasonCode.OWN_LIMIT, _("Over a limit they set for themselves.")) if over else None


def takes_the_theme(need: Need, person: Person) -> Reason | None:
    return _wish(ReasonCode.NOT_THEME, _("Does not take this theme.")) if need.theme in person.not_themes else None


def takes_the_pairing(need: Need, person: Person) -> Reason | None:
    return _wish(ReasonCode.NOT_PAIRED, _("Not paired with this group.")) if need.with_whom & person.not_with else None


def is_not_on_a_break(need: Need, person: Person) -> Reason | None:
    if person.break_until is None or need.day > person.break_until:
        return None
    return _wish(ReasonCode.ON_BREAK, _("Taking a break until %(day)s."), day=person.break_until)


def is_free(need: Need, person: Person) -> Reason | None:
    if person.free is True:
        return None
    if person.free is False:
        return _wish(ReasonCode.NOT_FREE, _("Said not to be free that day."))
    return Reason(ReasonCode.FREE_UNKNOWN, Severity.CAUTION, _("Has not said whether that day is free."))


def is_the_one_named(need: Need, person: Person) -> Reason | None:
    """Within privacy: who is asked for by name is not said to the others."""
    if not need.requires(Quality.NAMED) or need.named is None or person.interpreter_id == need.named:
        return None
    return _blocks(ReasonCode.ANOTHER_NAMED, _("The partner needs an interpreter they know for this place."))


def is_the_woman_required(need: Need, person: Person) -> Reason | None:
    if need.women_only or not need.requires(Quality.WOMAN) or person.gender is Gender.WOMAN:
        return None
    return _hard(ReasonCode.WOMAN_REQUIRED, _("A woman interpreter is required."))


def respects_women_only(need: Need, person: Person) -> Reason | None:
    if not need.women_only or person.gender is Gender.WOMAN:
        return None
    return _hard(ReasonCode.WOMEN_ONLY, _("The group is for women only and needs a woman interpreter."))


def has_the_check_required(need: Need, person: Person) -> Reason | None:
    if not need.requires(Quality.CHECK) or need.under_18s or person.holds(CredentialKind.CHECK, need.day):
        return None
    return _blocks(ReasonCode.CHECK_REQUIRED, _("A valid check is required on the day."))


def has_the_training_required(need: Need, person: Person) -> Reason | None:
    if not need.requires(Quality.TRAINING) or need.under_18s or person.holds(CredentialKind.SAFEGUARDING_TRAINING, need.day):
        return None
    return _blocks(ReasonCode.TRAINING_REQUIRED, _("Safeguarding training is required on the day."))


def has_the_check_for_under_18s(need: Need, person: Person) -> Reason | None:
    if not need.under_18s or person.holds(CredentialKind.CHECK, need.day):
        return None
    return _hard(ReasonCode.CHECK_FOR_UNDER_18S, _("Under-18s: no valid check on the day."))


def has_the_training_for_under_18s(need: Need, person: Person) -> Reason | None:
    if not need.under_18s or person.holds(CredentialKind.SAFEGUARDING_TRAINING, need.day):
        return None
    return _hard(ReasonCode.TRAINING_FOR_UNDER_18S, _("Under-18s: no valid safeguarding training on the day."))


CHECKS: tuple[Check, ...] = (
    is_active,
    speaks_the_language,
    speaks_the_variety,
    can_work_there,
    pay_fits,
    does_not_clash,
    has_time_to_travel,
    rests_in_between,
    has_few_sessions_a_day,
    has_weeks_off,
    has_few_hours_a_month,
    is_the_one_named,
    respects_women_only,
    is_the_woman_required,
    has_the_check_for_under_18s,
    has_the_training_for_under_18s,
    has_the_check_required,
    has_the_training_required,
    is_not_on_a_break,
    takes_the_pairing,
    takes_the_theme,
    keeps_own_limits,
    is_free,
    knows_the_way,
)


HARD_CHECKS: tuple[Check, ...] = (
    respects_women_only,
    is_the_woman_required,
    has_the_check_for_under_18s,
    has_the_training_for_under_18s,
)
"""Those of them that tell of a hard rule, in the same order."""


def reasons_against(need: Need, person: Person, *, checks: tuple[Check, ...] = CHECKS) -> list[Reason]:
    """Every reason, in the order of the checks; an empty list means the person fits without a doubt."""
    return [reason for check in checks if (reason := check(need, person)) is not None]


def blocking(reasons: list[Reason]) -> list[Reason]:
    """What keeps somebody from the place even when they say yes to it themselves."""
    return [reason for reason in reasons if reason.severity is Severity.BLOCKS]


def against_asking(reasons: list[Reason]) -> list[Reason]:
    """What keeps the others from asking somebody, or from recording their yes: also what they do not want."""
    return [reason for reason in reasons if reason.severity in {Severity.BLOCKS, Severity.WISH}]


def hard_rules(reasons: list[Reason]) -> list[Reason]:
    """The reasons that only the safeguarding lead's recorded decision can set aside."""
    return [reason for reason in reasons if reason.severity is Severity.HARD_RULE]
