"""Texts of cells as values: words of closed lists, languages, days, times, numbers, phones, ids."""

import re
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from passerelle.domain.refusals import Code
from passerelle.domain.text import Label, against_phone
from passerelle.domain.words import VARIETIES_OF, Language, Variety
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary import words as written
from passerelle.imports.vocabulary.folding import folded, plain_digits
from passerelle.imports.vocabulary.hours import time_in, times_in
from passerelle.imports.vocabulary.words import Words

_BETWEEN = re.compile(r"[,;/\n|+&،؛]|\s(?:and|et|und|y|و)\s|\s(?=و\S)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_BRACKET = "\ue000"
"""Stands for what was between brackets: a character that means nothing, and is taken out of what is read."""

MOST_OF_AN_EMAIL = 254
"""As long as an account keeps one."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Days beyond are slips of the pen, and time zones cannot be reckoned at the ends of the calendar."""


def label(reader: Reader, name: str, *, most: int = 120, of_a_place: bool = False) -> str:
    """A short text that tells nobody's number."""
    text = reader.text(name)
    return "" if text and reader.against_all(name, Label(name, text, most, of_a_place=of_a_place).against()) else text


def phone(reader: Reader, name: str) -> str:
    """A telephone number in plain digits, as it is grouped in the sheet."""
    text = plain_digits(reader.text(name))
    if not text:
        return ""
    if re.fullmatch(r"[1-9]\d{8}", text):  # a spreadsheet took the number for one, and its first nought away
        text = f"0{text}"
    return "" if reader.against_all(name, against_phone(text, at=name)) else text


def email(reader: Reader, name: str) -> str:
    text = reader.text(name).lower()
    try:
        if text:
            validate_email(text)
    except ValidationError:
        reader.against(name, Code.EMAIL_WRONG)
        return ""
    if len(text) > MOST_OF_AN_EMAIL:
        reader.against(name, Code.EMAIL_WRONG)
        return ""
    return text


def word[E: StrEnum](reader: Reader, name: str, known: Words[E], of: str) -> E | None:
    """A word of a closed list; ``of`` names the list for the sentence that tells what is known."""
    text = reader.text(name)
    if not text:
        return None
    value = known.read(text)
    if value is None:
        against_word(reader, name, text, known, of)
    return value


def against_word(reader: Reader, name: str, text: str, known: Words[Any], of: str) -> None:
    """That ``text`` is no word of the list, or more than one of them."""
    if (choices := known.choices(text)) is not None:
        reader.against(name, Code.WORD_WIDER, word=text, known=choices)
    else:
        reader.against(name, Code.WORD_UNKNOWN, word=text, known=of)


def several[E: StrEnum](reader: Reader, name: str, known: Words[E], of: str) -> list[E]:
    found = []
    for text in pieces(reader.lines(name)):
        value = known.read(text)
        if value is None:
            against_word(reader, name, text, known, of)
        elif value not in found:
            found.append(value)
    return found


def pieces(text: str) -> list[str]:
    """What a cell lists, however it is cut."""
    parts = (part.strip() for part in _BETWEEN.split(text))
    return [part.removeprefix("و") if part.startswith("وال") else part for part in parts if part]


def languages(reader: Reader, name: str) -> dict[Language, list[Variety]]:
    """``Arabic (Sudanese), Dari`` or ``Sudanese Arabic and Dari``, in any of the languages such sheets are written in."""
    found: dict[Language, list[Variety]] = {}
    held = reader.lines(name).replace(_BRACKET, " ")
    brackets = _IN_BRACKETS.findall(held)
    marked = _IN_BRACKETS.sub(f" {_BRACKET} ", held)  # a comma between brackets does not end the language
    inside = iter(brackets)
    for piece in pieces(marked):
        spoken, varieties = piece, []
        for _ in range(piece.count(_BRACKET)):
            spoken = spoken.replace(_BRACKET, "", 1)
            varieties += [(text, written.VARIETY.read(text)) for text in pieces(next(inside))]
        whole = " ".join([spoken, *(text for text, _variety in varieties)])
        if (named := written.LANGUAGE.read(whole)) is not None:  # "Kurdish (Sorani)"
            found.setdefault(named, [])
            continue
        language, more = _language(spoken)
        known = [variety for _text, variety in varieties if variety is not None] + more
        unknown = [text for text, variety in varieties if variety is None]
        if language is None or unknown:
            word = unknown[0] if language and unknown else spoken.strip()
            against_word(reader, name, word, written.LANGUAGE, "languages")
        elif set(known) - VARIETIES_OF.get(language, frozenset()):
            reader.against(name, Code.VARIETY_OF_ANOTHER)
        else:
            found.setdefault(language, []).extend(v for v in known if v not in found.get(language, []))
    return found


def _language(text: str) -> tuple[Language | None, list[Variety]]:
    if (language := written.LANGUAGE.read(text)) is not None:
        return language, []
    if (alone := written.VARIETY.read(text)) is not None:  # "Sudanese" alone can only be of Arabic
        return next(language for language, known in VARIETIES_OF.items() if alone in known), [alone]
    for first, second in _cuts(folded(text)):
        for one, other in ((first, second), (second, first)):
            language, variety = written.LANGUAGE.read(one), written.VARIETY.read(other)
            if language is not None and variety is not None:
                return language, [variety]
    return None, []


def _cuts(text: str) -> list[tuple[str, str]]:
    parts = text.split()
    return [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]


def identifier(reader: Reader, name: str = "id") -> UUID | None:
    text = reader.text(name)
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        reader.against(name, Code.ID_UNKNOWN)
        return None


_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:\D*\s)?(\d{1,2})(?:st|nd|rd|th|er)?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_SERIAL = re.compile(r"[2-7]\d{4}")
MONTHS = 12
_EPOCH = date(1899, 12, 30)
_MONTHS = (
    "january jan janvier janv يناير", "february feb fevrier fevr fev فبراير", "march mar mars مارس",
    "april apr avril avr ابريل", "may mai مايو", "june jun juin يونيو", "july jul juillet juil يوليو",
    "august aug aout اغسطس", "september sep sept septembre سبتمبر", "october oct octobre اكتوبر",
    "november nov novembre نوفمبر", "december dec decembre ديسمبر",
)  # fmt: skip
_MONTH = {folded(word): number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}


def day(reader: Reader, name: str, *, unclear: bool = False) -> date | None:
    """ISO 8601, day before month, with the month in words, or the number a spreadsheet stores for a day.

    ``unclear``: other cells of the column can only be read with the month first, so what reads both ways is asked about.
    """
    text = plain_digits(reader.text(name))
    if not text:
        return None
    if unclear and _reads_both_ways(text):
        reader.against(name, Code.DAY_UNCLEAR, word=text)
        return None
    found = day_in(text)
    if found is None:
        reader.against(name, Code.DAY_UNREAD, word=text)
    return found


def day_in(text: str) -> date | None:
    """The day that a text is, in digits of any script."""
    found = _day(plain_digits(text))
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _reads_both_ways(text: str) -> bool:
    parts = _DAY_FIRST.fullmatch(text)
    return parts is not None and int(parts[1]) <= MONTHS and int(parts[2]) <= MONTHS and int(parts[1]) != int(parts[2])


def month_first(texts: list[str]) -> bool:
    """Whether a column has a day that can only be read with the month before it."""
    found = (_DAY_FIRST.fullmatch(plain_digits(text.strip())) for text in texts)
    return any(parts and int(parts[1]) <= MONTHS < int(parts[2]) for parts in found)


def _day(text: str) -> date | None:
    try:
        if parts := _ISO.fullmatch(text):
            return date(int(parts[1]), int(parts[2]), int(parts[3]))
        if parts := _DAY_FIRST.fullmatch(text):
            year = int(parts[3])
            return date(year if len(parts[3]) == 4 else 2000 + year, int(parts[2]), int(parts[1]))  # noqa: PLR2004
        if parts := _IN_WORDS.fullmatch(text):
            return date(int(parts[3]), _MONTH.get(folded(parts[2]), 0), int(parts[1]))
        return _EPOCH + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None
    except ValueError:
        return None


def wall_time(reader: Reader, name: str) -> time | None:
    """``14:30``, ``14h30``, ``14h``, ``2.30 pm``, or a part of a day as a spreadsheet stores it."""
    text = reader.text(name)
    if not text:
        return None
    found = time_in(text)
    if found is None:
        reader.against(name, Code.TIME_UNREAD, word=plain_digits(text))
    return found


def wall_times(reader: Reader, name: str) -> tuple[time | None, time | None]:
    """A time, and a second one where the cell says from when to when."""
    both = times_in(reader.text(name))
    return both if both is not None else (wall_time(reader, name), None)


def number(reader: Reader, name: str, *, least: int, most: int) -> int | None:
    return number_in(reader, name, reader.text(name), least=least, most=most)


def number_in(reader: Reader, name: str, text: str, *, least: int, most: int) -> int | None:
    """The whole number that ``text``, taken from the cell, is."""
    digits = plain_digits(text).replace("\u202f", "").replace(" ", "")
    if not digits:
        return None
    if not re.fullmatch(r"\d{1,6}(?:[.,]0+)?", digits) or not least <= int(re.split(r"[.,]", digits)[0]) <= most:
        reader.against(name, Code.NUMBER_UNREAD, word=text)
        return None
    return int(re.split(r"[.,]", digits)[0])


def answer(reader: Reader, name: str) -> bool | None:
    """Yes or no."""
    said = word(reader, name, written.ANSWER, "answers")
    return None if said is None else said is written.Answer.YES
