"""What people write: labels are short and not empty, and no participant can be identified in free text."""

import re
import unicodedata
from dataclasses import dataclass

from passerelle.domain.refusals import Code, Problem, Refusal, problem

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}")
_DIGITS = re.compile(r"\d(?:[\s().\-/]?\d){6,}")
_A_DAY = r"(?:(?:19|20)\d\d-[01]\d-[0-3]\d|(?:[12]\d|3[01]|0?[1-9])[./](?:1[0-2]|0?[1-9])[./](?:20)?\d\d)"
_DATE = re.compile(rf"(?<![\d./-]){_A_DAY}(?:-{_A_DAY})?(?![./-]?\d)")
"""A day, or from one to another, that is not a piece of a longer number: 06.12.34.56.78 is none."""


def contact_in(text: str, *, at: str) -> Problem | None:
    """The refusal of a text that holds an e-mail address or seven digits in a row (a phone or identity number).

    Digits of any script count, whatever hyphens or unseen characters stand between them; dates do not.
    """
    without_dates = _DATE.sub(" ", _plain(text))
    if _EMAIL.search(without_dates) or _DIGITS.search(without_dates):
        return problem(Code.CONTACT_IN_TEXT, at=at)
    return None


def _plain(text: str) -> str:
    """``text`` in common letters, digits and hyphens, without the characters that nobody sees."""
    return "".join(_plain_character(character) for character in unicodedata.normalize("NFKC", text))


def _plain_character(character: str) -> str:
    match unicodedata.category(character):
        case "Nd":
            return str(unicodedata.decimal(character))
        case "Pd":
            return "-"
        case "Cf":
            return ""
    return character


_PHONE = re.compile(r"\+?\d(?:[\s().\-/]{0,3}\d){5,}")


def against_phone(text: str, *, at: str) -> list[Problem]:
    """Nothing, or that ``text`` is no telephone number: six digits or more, as people group them."""
    return [] if _PHONE.fullmatch(_plain(text)) else [problem(Code.PHONE_WRONG, at=at)]


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


def require_no_contact(*texts: tuple[str, str]) -> None:
    """Refuse every ``(field, text)`` that holds a contact (``contact_in``), all of them at once."""
    if found := [against for at, text in texts if (against := contact_in(text, at=at))]:
        raise Refusal(*found)


def require_labels(*labels: Label) -> list[str]:
    """The cleaned texts in the order given, or one refusal with every problem of all of them."""
    if found := [against for label in labels for against in label.against()]:
        raise Refusal(*found)
    return [label.clean for label in labels]
