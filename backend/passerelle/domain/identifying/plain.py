"""One spelling for all scripts: what is looked for is written in it, and what people write is brought into it first."""

import re
import unicodedata

_ONE_LETTER = {
    "ي": "ی", "ى": "ی", "ۍ": "ی", "ك": "ک", "ګ": "گ", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ٱ": "ا",
    "đ": "d", "ı": "i", "ø": "o", "ł": "l", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "ـ": "",
    "٫": ".", "٬": ",", "،": ",", "؛": ";", "።": ".", "፣": ",", "፤": ";", "፡": " ",
    "·": ".", "•": ".", "∙": ".", "＠": "@", "﹫": "@",
}  # fmt: skip
"""Letters and marks that are one and the same to a reader, or that keyboards of two countries write differently."""
_SERIES = (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ኸ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
"""Ge'ez letters that sound alike, by the first of their seven orders: people write either."""
_ORDERS = 7
_UNITS = {chr(ord("፩") + n): n + 1 for n in range(9)}
_TENS = {chr(ord("፲") + n): 10 * (n + 1) for n in range(9)}
_HUNDRED, _MYRIAD = "፻", "፼"
_GEEZ = re.compile("[፩-፼]+")
_GEEZ_NUMBER = re.compile("(?:(?:[፲-፺]?[፩-፱]?)፼)?(?:(?:[፲-፺]?[፩-፱]?)፻)?[፲-፺]?[፩-፱]?")


def _geez_letters() -> dict[str, str]:
    """The first and the fourth order of two of them too: Amharic reads both alike."""
    found = {chr(ord(one) + n): chr(ord(other) + n) for one, other in _SERIES for n in range(_ORDERS)}
    found |= {one: found[one].replace("ሃ", "ሀ").replace("ኣ", "አ") for one in found}
    return {**found, "ኣ": "አ", "ሃ": "ሀ"}


class _Characters(dict[int, str]):
    """How each character is written plainly; found out once for each."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain_character(chr(point))
        return plain


def _plain_character(character: str) -> str:
    if character in _KNOWN:
        return _KNOWN[character]
    match unicodedata.category(character):
        case "Nd":
            return str(unicodedata.decimal(character))
        case "Pd":
            return "-"
        case "Cf" | "Mn" | "Me":
            return ""
        case "Zs":
            return " "
    return character


_KNOWN = {**_ONE_LETTER, **_geez_letters()}
_CHARACTERS = _Characters()


def plain(text: str) -> str:
    """``text`` in small letters without accents and unseen characters, with Western digits and hyphens, whatever the script."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return _GEEZ.sub(_digits_of, parted.translate(_CHARACTERS)).casefold()


def _digits_of(run: re.Match[str]) -> str:
    """Ge'ez numerals in digits. They have no nought: ፲፪ is 12; ፱፩፩ can only be digit after digit."""
    return "".join(str(_value(number)) for number in _GEEZ_NUMBER.findall(run[0]) if number)


def _value(number: str) -> int:
    """Of one number that is well formed: what stands before ፻ and ፼ is how many of them."""
    total = part = 0
    for sign in number:
        if sign in {_HUNDRED, _MYRIAD}:
            total, part = (total + (part or 1) * 100, 0) if sign == _HUNDRED else ((total + part or 1) * 10_000, 0)
        else:
            part += _UNITS.get(sign) or _TENS[sign]
    return total + part
