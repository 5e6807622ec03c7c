"""Texts brought to one form, so that what a reader takes for the same compares as the same."""

import re
import unicodedata

_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك"}
    | dict.fromkeys("ةھہەۀ", "ه")
    | {"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "ı": "i"}
)
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Lower case, no accents and no vowel marks, single spaces for whatever stands between words."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "ـ")
    return _BETWEEN.sub(" ", text.translate(_ALIKE)).strip()


def plain_digits(text: str) -> str:
    """``text`` with the digits of any script as those of ASCII, without the characters nobody sees."""
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in text if unicodedata.category(c) != "Cf"
    )
