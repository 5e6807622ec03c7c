"""Numbers that look like more than they are: hours, years, prices, postcodes, ages.

They are taken out before others are sought.
"""

import re

_START, _END = r"(?<![\da-z+])(?<!\d[\s./-])(?<!\d[\s./-]{2})(?<!\d[\s./-]{3})", r"(?!\s?[./-]?\s?\d)"
_HOUR = r"(?:2[0-4]|[01]?\d)"
_CLOCK = rf"{_HOUR}(?:\s?[:h.]\s?[0-5]\d)?"
_FULL = rf"{_HOUR}\s?[:h.]\s?[0-5]\d"
_AMOUNT = r"\d{1,3}(?:[\s.,']\d{3})*(?:[.,]\d\d?)?|\d{1,7}(?:[.,]\d\d?)?"
_CURRENCY = (
    r"(?:[€£$]|eur\b|euro|gbp\b|pound|livres?\b|sterling|usd\b|dollar|یورو|ایرو|پوند|پاوند|جنیه|دولار|دالر|afn|افغانی"
    r"|ዩሮ|ዮሮ|ፓውንድ|ጳውንድ|ብር|ናቕፋ|bang\b|paund|dong)"
)
_TICKET = (
    r"(?:ticket|billet|booking|reservation|commande|order|invoice|facture|devis|quote|flight|vol|train|ferry|crossing|bus"
    r"|تذکره السفر|حجز|بلیت|بلیط|ټکټ|بلیتی|ትኬት|ቲኬት|bilete|bileta|rezervimi|ve\s(?:tau|may bay))"
)
_NUMBERED = r"(?:n[o°]\.?|no\.?|nr\.?|number|numero|#|:|ref\.?|reference|رقم|شماره)"
_YEAR = r"(?:19|20)\d\d"
_SMALL = r"\d{1,2}"

HARMLESS = (
    rf"(?:{_CURRENCY})\s?(?:{_AMOUNT})(?:\s?-\s?(?:{_CURRENCY})?\s?(?:{_AMOUNT}))?(?!\d)",
    rf"(?<![\d+])(?:(?:{_AMOUNT})\s?(?:-|a|to|et|and)\s?)?(?:{_AMOUNT})\s?(?:{_CURRENCY})",
    rf"{_START}{_FULL}(?:\s?-\s?{_FULL})?{_END}",
    rf"{_START}(?:[01]\d|2[0-3])[0-5]\d\s?-\s?(?:[01]\d|2[0-3])[0-5]\d{_END}",
    rf"(?<!\d){_HOUR}\s?[:h]\s?[0-5]\d(?!\d)(?::[0-5]\d)?",
    rf"(?<!\d){_HOUR}\s?h(?![^\W\d_])",
    rf"{_START}{_HOUR}\s?-\s?{_HOUR}(?:\s?[/,&;]\s?{_HOUR}\s?-\s?{_HOUR}){{1,3}}{_END}",
    rf"{_START}{_YEAR}\s?[-/]\s?(?:{_YEAR}|\d\d){_END}",
    rf"{_START}(?:20[2-4]\d\s){{1,3}}20[2-4]\d{_END}",
    r"(?<![^\W\d_])(?:b\.?p\.?|c\.?s\.?|tsa|po box|boite postale|p\.o\. box)\s?\d{1,6}(?:\s?-\s?|\s)?",
    r"(?<![\d+])(?<!\d[\s./-])\d{5}(?=\s[^\W\d_]{3,})",
    rf"(?<![^\W\d_]){_TICKET}s?\s?{_NUMBERED}*\s?:?\s?[a-z]{{0,3}}\s?-?\d{{3,8}}(?![\s./-]?\d)",
)
_HARMLESS = re.compile("|".join(f"(?:{one})" for one in HARMLESS))
_THOUSANDS_GROUPED = re.compile(rf"{_START}[1-9]\d{{0,2}}(?:,\d{{3}}){{2}}(?!\d)")


def without_harmless(text: str) -> str:
    """A plain text with a mark in the place of each."""
    return _THOUSANDS_GROUPED.sub(" ¤ ", _HARMLESS.sub(" ¤ ", text))
