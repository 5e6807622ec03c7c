"""Who could take one place: filter, then rank, and say why. Values in, values out.

Required things filter, wished things rank, pay never ranks, and how often someone said no is not known here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from passerelle.domain.eligibility.checks import Reason, Severity, reasons_against
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.eligibility.telling import is_not_available, told_to_others
from passerelle.domain.refusals import _
from passerelle.domain.words import CredentialKind, Gender, Quality

_CONTINUITY = 16
"""More than all the other merits together: continuity comes first."""


@dataclass(frozen=True, slots=True)
class Merit:
    """Something that speaks for a candidate."""

    code: str
    message: str
    weight: int


@dataclass(frozen=True, slots=True)
class Candidate:
    person: Person
    against: list[Reason]
    merits: list[Merit] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Can be asked as things are: nothing blocks, no hard rule, nothing they do not want."""
        return all(reason.severity is Severity.CAUTION for reason in self.against)

    @property
    def weight(self) -> int:
        return sum(merit.weight for merit in self.merits)


def merits(need: Need, person: Person, *, last_with_group: date | None, available: bool = True) -> list[Merit]:
    """What speaks for ``person``; continuity with the group first.

    Of someone who is not available it is not said that they are free: that would tell why they are not.
    """
    found = []
    if last_with_group is not None:
        found.append(Merit("continuity", _("Worked with this group before."), _CONTINUITY))
    if need.wishes(Quality.NAMED) and need.named == person.interpreter_id:
        found.append(Merit("named", _("The partner asks for this person."), 5))
    if available and person.free is True:
        found.append(_freedom(person))
    if need.variety is not None and need.variety in person.languages.get(need.language, ()):
        found.append(Merit("variety", _("Speaks this variety."), 2))
    if need.wishes(Quality.WOMAN) and person.gender is Gender.WOMAN:
        found.append(Merit("woman", _("A woman, as wished."), 2))
    if need.wishes(Quality.TRAINING) and person.holds(CredentialKind.SAFEGUARDING_TRAINING, need.day):
        found.append(Merit("training", _("Trained, as wished."), 1))
    if need.wishes(Quality.CHECK) and person.holds(CredentialKind.CHECK, need.day):
        found.append(Merit("check", _("Has a valid check, as wished."), 1))
    return found


def _freedom(person: Person) -> Merit:
    if person.usually:
        return Merit("usually_free", _("Usually free on that day of the week."), 3)
    return Merit("free", _("Said to be free that day."), 4)


def _candidate(need: Need, person: Person, last: date | None) -> Candidate:
    reasons = reasons_against(need, person)
    speaks_for = merits(need, person, last_with_group=last, available=not is_not_available(reasons))
    return Candidate(person, told_to_others(reasons), speaks_for)


def rank(need: Need, persons: Iterable[Person], *, last_with_group: Mapping[UUID, date]) -> list[Candidate]:
    """Those who fit, best first (whoever worked with the group last wins a tie), then the others with their reasons."""
    found = [_candidate(need, person, last_with_group.get(person.interpreter_id)) for person in persons]

    def order(candidate: Candidate) -> tuple[bool, int, int, str, UUID]:
        person = candidate.person
        last = last_with_group.get(person.interpreter_id, date.min)
        return (not candidate.fits, -candidate.weight, -last.toordinal(), person.name, person.interpreter_id)

    return sorted(found, key=order)
