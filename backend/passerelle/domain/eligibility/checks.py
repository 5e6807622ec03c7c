"""Who may take a shift: a list of small checks, every reason collected.

The same answers serve the button, the form, the API and the list of candidates. A check returns one reason or
``None``; it never raises, and it never asks anybody but its two arguments.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.refusals import _
from passerelle.domain.words import CredentialKind, Gender, Mode, Pay, PayStatus, Place, Quality


class Severity(StrEnum):
    BLOCKS = "blocks"
    """Cannot take the place at all."""
    HARD_RULE = "hard_rule"
    """May be recorded, but is not confirmed without the safeguarding lead's recorded decision."""
    CAUTION = "caution"
    """Worth knowing before asking; stops nothing."""


class ReasonCode(StrEnum):
    INACTIVE = "inactive"
    LANGUAGE = "language"
    VARIETY = "variety"
    PLACE = "place"
    PAY = "pay"
    CLASH = "clash"
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
    params: dict[str, str] = field(default_factory=dict)


type Check = Callable[[Need, Person], Reason | None]


def _blocks(code: ReasonCode, message: str) -> Reason:
    return Reason(code, Severity.BLOCKS, message)


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
    if need.pay is Pay.PAID and person.pay_status is PayStatus.EXPENSES_ONLY:
        return _blocks(ReasonCode.PAY, _("This place is paid with a fee, which this person cannot be given."))
    return None


def does_not_clash(need: Need, person: Person) -> Reason | None:
    clashes = any(b.shift_id != need.shift_id and b.block.overlaps(need.block) for b in person.bookings)
    return _blocks(ReasonCode.CLASH, _("Already booked at that time.")) if clashes else None


def is_free(need: Need, person: Person) -> Reason | None:
    if person.free is True:
        return None
    if person.free is False:
        return Reason(ReasonCode.NOT_FREE, Severity.CAUTION, _("Said not to be free that day."))
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
    is_the_one_named,
    respects_women_only,
    is_the_woman_required,
    has_the_check_for_under_18s,
    has_the_training_for_under_18s,
    has_the_check_required,
    has_the_training_required,
    is_free,
)


def reasons_against(need: Need, person: Person, *, checks: tuple[Check, ...] = CHECKS) -> list[Reason]:
    """Every reason, in the order of the checks; an empty list means the person fits without a doubt."""
    return [reason for check in checks if (reason := check(need, person)) is not None]


def blocking(reasons: list[Reason]) -> list[Reason]:
    return [reason for reason in reasons if reason.severity is Severity.BLOCKS]


def hard_rules(reasons: list[Reason]) -> list[Reason]:
    """The reasons that only the safeguarding lead's recorded decision can set aside."""
    return [reason for reason in reasons if reason.severity is Severity.HARD_RULE]
