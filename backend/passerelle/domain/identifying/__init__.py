"""What tells who somebody is, or how to reach them, looked for in free text: see docs/decisions/0038."""

import re
from datetime import date
from enum import StrEnum

from passerelle.domain.identifying import calendar
from passerelle.domain.identifying.emails import emails_in
from passerelle.domain.identifying.harmless import without_harmless
from passerelle.domain.identifying.numbers import documents_in, phones_in, with_digits
from passerelle.domain.identifying.plain import plain
from passerelle.domain.identifying.spelled import spelled_in
from passerelle.domain.identifying.words import BORN, BORN_ON, any_of


class Kind(StrEnum):
    """What was found in a text that must not be in it."""

    PHONE = "phone"
    EMAIL = "email"
    DOCUMENT = "document"
    BIRTH = "birth"


_BORN = re.compile(any_of(BORN))
_NO_WISH = r"(?<!happy\s)(?<!joyeux\s)(?<!bon\s)"
_THEN = re.compile(rf"[^\d\n;!?]{{0,30}}?(?P<day>{calendar.PART_OF_A_DAY})")
_BEFORE = re.compile(rf"(?:{calendar.PART_OF_A_DAY})[^\d\n.;!?]{{0,12}}$")
_BORN_ON = re.compile(rf"{_NO_WISH}{any_of(BORN_ON, endings=False)}[\s:.]{{0,3}}(?:{calendar.PART_OF_A_DAY})")
_AT_AN_HOUR = re.compile(r"[^\w\n.;!?]{0,3}(?:[^\W\d_]{1,8}\s){0,2}(?:2[0-3]|[01]?\d)\s?[:h.]\s?[0-5]\d(?![\d./-])")
_LOOKS_BACK = 45


def found_in(text: str, *, today: date) -> list[Kind]:
    """Each kind once. ``today`` tells a day of the work from one that somebody was born on."""
    written, found = calendar.apart(plain(text)), set()
    numbered = any(one.isdigit() for one in written)
    days = list(calendar.days_in(written, today=today)) if numbered else []
    if numbered and (any(calendar.long_ago(day, written, today=today) for day in days) or _says_born(written)):
        found.add(Kind.BIRTH)
    written = _without(written, [(day.start, day.end) for day in days])
    if addresses := emails_in(written):
        found.add(Kind.EMAIL)
    found |= _numbers_in(_without(written, addresses), numbered=numbered or "<<" in written)
    return [kind for kind in Kind if kind in found]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{'¤' * (end - start)}{text[end:]}"
    return text


def _says_born(text: str) -> bool:
    """Whether a day, or a month, stands beside a word for being born."""
    for word in _BORN.finditer(text):
        then = _THEN.match(text, word.end())
        if (then and not _meets(text, word.end(), then)) or _BEFORE.search(
            text[max(0, word.start() - _LOOKS_BACK) : word.start()]
        ):
            return True
    return _BORN_ON.search(text) is not None


def _meets(text: str, start: int, then: re.Match[str]) -> bool:
    """Whether the day is one to meet on: told apart from the word by a comma, without its year and with an hour behind."""
    between = text[start : then.start("day")]
    return "," in between and ":" not in between and _AT_AN_HOUR.match(text, then.end()) is not None


def _numbers_in(text: str, *, numbered: bool) -> set[Kind]:
    """Harmless numbers are taken out only where something was found with them in: it is the longer way."""
    found = {Kind.PHONE} if spelled_in(text) else set()
    text = with_digits(text)
    if numbered and (phones_in(text) or documents_in(text)):
        left = without_harmless(text)
        found |= {kind for kind, seen in ((Kind.PHONE, phones_in), (Kind.DOCUMENT, documents_in)) if seen(left)}
    return found
