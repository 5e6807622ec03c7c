"""What people write: labels are short and not empty, and no participant can be identified in free text."""

import re
from dataclasses import dataclass

from passerelle.domain.refusals import Code, Problem, Refusal, problem

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}")
_DIGITS = re.compile(r"(?:\+|\b)\d(?:[\s().\-/]?\d){6,}")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")


def contact_in(text: str, *, at: str) -> Problem | None:
    """The refusal of a text that holds an e-mail address or seven digits in a row (a phone or identity number).

    Digits of any script count; dates do not.
    """
    without_dates = _DATE.sub(" ", text)
    if _EMAIL.search(without_dates) or _DIGITS.search(without_dates):
        return problem(Code.CONTACT_IN_TEXT, at=at)
    return None


@dataclass(frozen=True, slots=True)
class Label:
    """A short text for one field: ``at`` names the field, ``most`` is the number of characters it may have."""

    at: str
    text: str
    most: int = 120
    may_be_empty: bool = False

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

    def against(self) -> list[Problem]:
        """What is wrong with it, a contact where none belongs included."""
        contact = contact_in(self.clean, at=self.at)
        return [*self.against_shape(), *([contact] if contact else [])]


def require_labels(*labels: Label) -> list[str]:
    """The cleaned texts in the order given, or one refusal with every problem of all of them."""
    if found := [against for label in labels for against in label.against()]:
        raise Refusal(*found)
    return [label.clean for label in labels]
