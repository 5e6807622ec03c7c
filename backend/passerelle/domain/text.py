"""No participant can be identified: contacts and identity numbers are kept out of free text."""

import re

from passerelle.domain.refusals import Code, Problem, problem

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
