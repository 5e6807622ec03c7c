"""What people write: labels are short and not empty, and no participant can be identified in free text."""

import re
from dataclasses import dataclass
from datetime import date

from passerelle.domain.identifying import Kind, found_in
from passerelle.domain.identifying.plain import plain
from passerelle.domain.refusals import Code, Problem, Refusal, problem

CODES = {
    Kind.PHONE: Code.PHONE_IN_TEXT,
    Kind.EMAIL: Code.EMAIL_IN_TEXT,
    Kind.DOCUMENT: Code.DOCUMENT_IN_TEXT,
    Kind.BIRTH: Code.BIRTH_IN_TEXT,
}
BEFORE_THE_WORK = date(2026, 1, 1)
"""Taken for today in names, which hold no day of the work: what lies two years before is a date of birth there."""


def personal_in(text: str, *, at: str, today: date, of_a_place: bool = False) -> list[Problem]:
    """The refusals of a text that tells who somebody is or how to reach them: one for each kind that is in it.

    ``today`` is any day near now, wherever: it tells a day of the work from one that somebody was born on. Streets and
    halls are named after days, so a text ``of_a_place`` holds none that is a birth.
    """
    found = [kind for kind in found_in(text, today=today) if not (of_a_place and kind is Kind.BIRTH)]
    return [problem(CODES[kind], at=at) for kind in found]


_PHONE = re.compile(r"\+?\d(?:[\s().\-/]{0,3}\d){5,}")


def against_phone(text: str, *, at: str) -> list[Problem]:
    """Nothing, or that ``text`` is no telephone number: six digits or more, as people group them."""
    return [] if _PHONE.fullmatch(plain(text)) else [problem(Code.PHONE_WRONG, at=at)]


@dataclass(frozen=True, slots=True)
class Label:
    """A short text for one field: ``at`` names the field, ``most`` is the number of characters it may have.

    ``was`` is what stands there already: it was judged when it was written, and is not again when the rest is edited.
    """

    at: str
    text: str
    most: int = 120
    may_be_empty: bool = False
    of_a_place: bool = False
    was: str | None = None

    @property
    def clean(self) -> str:
        """The text with single spaces, as it is stored."""
        return " ".join(self.text.split())

    def against_shape(self) -> list[Problem]:
        """What is wrong with its length: nothing there, or too much."""
        found = []
        if not self.clean and not self.may_be_empty:
            found.append(problem(Code.EMPTY, at=self.at))
        if len(self.clean) > self.most:
            found.append(problem(Code.TOO_LONG, at=self.at, most=str(self.most)))
        return found

    def against(self, *, today: date = BEFORE_THE_WORK) -> list[Problem]:
        """What is wrong with it, whatever tells who somebody is included."""
        if self.clean == self.was:
            return self.against_shape()
        return [*self.against_shape(), *personal_in(self.clean, at=self.at, today=today, of_a_place=self.of_a_place)]


def require_nothing_personal(*texts: tuple[str, str], today: date) -> None:
    """Refuse every ``(field, text)`` that tells who somebody is (``personal_in``), all of them at once."""
    if found := [against for at, text in texts for against in personal_in(text, at=at, today=today)]:
        raise Refusal(*found)


def require_labels(*labels: Label, today: date = BEFORE_THE_WORK) -> list[str]:
    """The cleaned texts in the order given, or one refusal with every problem of all of them."""
    if found := [against for label in labels for against in label.against(today=today)]:
        raise Refusal(*found)
    return [label.clean for label in labels]
