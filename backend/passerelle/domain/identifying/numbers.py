"""Telephone numbers and numbers of documents, in plain text."""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException

from passerelle.domain.identifying.papers import FILLER
from passerelle.domain.identifying.words import DOCUMENT, PHONE, any_of

REGIONS = (
    "FR", "GB", "BE", "DE", "IT", "ES", "NL", "IE", "GR", "TR", "AF", "IR", "IQ", "SY", "SD", "ER", "ET", "KW", "EG", "LY",
    "TN", "DZ", "MA", "JO", "LB", "PK", "AL", "XK", "VN", "SO", "SS", "TD", "UA", "RS", "SE",
)  # fmt: skip
"""Whose numbers people who meet in Calais write without the country in front."""
LONG = 7
"""Digits in a row that are nobody's count of chairs."""

_TIGHT = r"[\s().\-/_·]{0,3}"
_RUN = re.compile(rf"\+?\d(?:{_TIGHT}\d){{{LONG - 1},}}")
_THEN = r"\s(?:and then|then|and|puis|et|ثم|و|بعدین|بعد|سپس|ورپسی|ئینجا|ከዚያ|ድሕሪኡ|pastaj|dhe)\s"
_LOOSE = re.compile(rf"(?:\+|(?<!\d)(?<!\d[.,])0)\d*(?:(?:\s?[^\w\s]{{1,3}}\s?|\s?x\s?|[\s().\-/_]{{1,3}}|{_THEN})\d+){{2,}}")
_MIXED = re.compile(r"(?<![^\W_])[+(]?[\doil|](?:[\s().\-/_]?[\doil|]){6,}(?![^\W_])")
_SOLID = re.compile(r"(?<![^\W_])(?=[a-z0-9]*[a-z])(?=(?:[a-z]*\d){6})[a-z0-9]{8,24}(?![^\W_])")
_LETTERED = re.compile(
    r"(?<![^\W_])(?:"
    r"[a-z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[abcd](?![^\W_])"
    r"|\d{3}-\d\d[a-z]\d{5}(?![^\W_])"
    r"|[a-z]{1,4}\s?[-/:]\s?\d{6,}(?:/\d{1,3})?(?![^\W_])"
    r"|[a-z]{1,2}\d{6}/\d{1,3}(?!\d)"
    r"|[a-z]{6}\d\d[a-z]\d\d[a-z]\d{3}[a-z](?![^\W_])"
    r"|[a-z]{2}\d\d(?:\s?[a-z0-9]{4}){3,7}(?:\s?[a-z0-9]{1,3})?(?![^\W_])(?<=\d)"
    r")|p[a-z<][a-z]{3}[a-z<]{2,}<<"
)
"""British insurance numbers, files of the UNHCR and of the Home Office, Italian tax codes, bank accounts, and the lines of a
passport that machines read."""
_LOOK_ALIKE = str.maketrans("oil|", "0111")
_CODE = r"(?:(?=[a-z]{0,4}[-/\s]?\d)[a-z]{0,4}[-/\s]?\d[\da-z]*(?:[-/\s]?\d[\da-z]*)*)"
_RIGHT_AFTER = re.compile(rf"{FILLER}{{0,14}}(?P<code>{_CODE})")
_FURTHER_ON = re.compile(r"[^\d\n.;!?]{0,36}?(?<![^\W_])(?:[a-z]{0,3}-?\d{6,}|[a-z]{1,3}-?\d{5,}|\d{3,}[-/]\d{3,})")
_AFTER_PHONE = re.compile(rf"{any_of(PHONE)}[^\d\n;!?]{{0,14}}(?P<code>\+?\d(?:[\s().\-/]{{0,2}}\d){{5,}})")
_DOCUMENT_NEAR = re.compile(any_of(DOCUMENT))
_PHONE_NEAR = re.compile(any_of(PHONE))
_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[a-z]{1,3}-?$")
_YEAR = re.compile(r"(?:13|14|19|20)\d\d")
_LOOKS_BACK = 48
_SHORT, _BARE = 4, 5


def with_digits(text: str) -> str:
    """A plain text with the letters that stand for digits in a number turned into them: ``o6 l2``."""
    return _MIXED.sub(lambda run: run[0].translate(_LOOK_ALIKE) if _mostly_digits(run[0]) else run[0], text)


def _mostly_digits(run: str) -> bool:
    letters = sum(one.isalpha() for one in run)
    return 0 < letters <= sum(one.isdigit() for one in run) / 3


def phones_in(text: str) -> bool:
    """Whether a plain text, from which harmless numbers were taken out, holds a telephone number."""
    if any(not _of_a_document(text, found.start("code")) for found in _AFTER_PHONE.finditer(text)):
        return True
    runs = [run for run in _RUN.finditer(text) if not _counts(run[0])]
    if any(_is_phone(_bare(run[0])) and not _of_a_document(text, run.start()) for run in runs):
        return True
    return any(_is_phone(_bare(run[0])) for run in _LOOSE.finditer(text) if not _counts(run[0]))


def documents_in(text: str) -> bool:
    """Whether it holds the number of a paper or a file, or one so long that it counts nothing and rings nowhere."""
    if _LETTERED.search(text) or any(not _PHONE_NEAR.match(one[0]) for one in _SOLID.finditer(text)):
        return True
    if any(_numbered(text, found.end()) for found in _DOCUMENT_NEAR.finditer(text)):
        return True
    return any(
        _of_a_document(text, run.start()) or not _is_phone(_bare(run[0])) for run in _RUN.finditer(text) if not _counts(run[0])
    )


def _numbered(text: str, end: int) -> bool:
    """Whether the name of a paper that ends there is followed by its number."""
    right_after = _RIGHT_AFTER.match(text, end)
    return (right_after is not None and _identifies(right_after["code"])) or _FURTHER_ON.match(text, end) is not None


def _identifies(code: str) -> bool:
    """Whether what follows the name of a paper is its number, and not a year, an hour or how many there are."""
    digits = sum(one.isdigit() for one in code)
    if _YEAR.fullmatch(code.strip()):
        return False
    return digits >= _BARE or (digits >= _SHORT and any(one.isalpha() for one in code))


def _counts(run: str) -> bool:
    """One, two, three and on, each apart."""
    parts = re.findall(r"\d+", run)
    return len(parts) > 3 and parts == [str(int(parts[0]) + n) for n in range(len(parts))]  # noqa: PLR2004


def _of_a_document(text: str, start: int) -> bool:
    """Whether the last word that says what a number is names a paper."""
    before = text[max(0, start - _LOOKS_BACK) : start]
    if (letters := _LETTERS_BEFORE.search(before)) and not _PHONE_NEAR.match(letters[0]):
        return True
    papers = [found.end() for found in _DOCUMENT_NEAR.finditer(before)]
    phones = [found.end() for found in _PHONE_NEAR.finditer(before)]
    return bool(papers) and max(papers) >= max(phones, default=0)


def _bare(run: str) -> str:
    digits = "".join(one for one in run if one.isdigit())
    return f"+{digits}" if run.startswith("+") else digits


@lru_cache(maxsize=512)
def _is_phone(number: str) -> bool:
    """Whether it rings anywhere: with a country in front, or in one of ``REGIONS``."""
    if len(number) < LONG:
        return False
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if number.startswith("+"):
        return _possible(number, None)
    return any(_valid(number, region) for region in REGIONS) or _possible(f"+{number}", None, valid=True)


def _possible(number: str, region: str | None, *, valid: bool = False) -> bool:
    try:
        read = phonenumbers.parse(number, region)
    except NumberParseException:
        return False
    return phonenumbers.is_valid_number(read) if valid else phonenumbers.is_possible_number(read)


def _valid(number: str, region: str) -> bool:
    return _possible(number, region, valid=True)
