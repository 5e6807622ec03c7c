"""Numbers that look like more than they are: hours, years, prices, postcodes, ages.

They are taken out before others are sought.
"""

import re

from passerelle.domain.identifying.papers import says_a_paper

_START, _END = r"(?<![\da-z+])(?<!\d[\s./-])(?<!\d[\s./-]{2})(?<!\d[\s./-]{3})", r"(?!\s?[./-]?\s?\d)"
_HOUR = r"(?:2[0-4]|[01]?\d)"
_CLOCK = rf"{_HOUR}(?:\s?[:h.]\s?[0-5]\d)?"
_FULL = rf"{_HOUR}\s?[:h.]\s?[0-5]\d"
_AMOUNT = r"\d{1,3}(?:[\s.,']\d{3}){0,4}(?:[.,]\d\d?)?|\d{1,7}(?:[.,]\d\d?)?"
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
_TIMES = r"(?:[01]\d|2[0-3])[0-5]\d\s?-\s?(?:[01]\d|2[0-3])[0-5]\d"
_HOURS = rf"{_HOUR}\s?-\s?{_HOUR}"
_YEARS = rf"{_YEAR}\s?[-/]\s?(?:{_YEAR}|\d\d)"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_WEEKS = r"weeks?|wks?|semaines?|sem\.|kw|wochen?|jav(?:a|e|et)|هفته|الاسابیع|اسابیع"
_WEEK = r"(?:0?[1-9]|[1-4]\d|5[0-3])"
_AND = r"\s?[,;&+|]\s?|\s(?:et|and|und|puis|then|dhe|እና|ን)\s|\sو\s?|\sاو\s|\s"
_THEN, _THEN_DAYS, _THEN_HOURS = rf"(?:{_AND})", rf"(?:{_AND}|\s[-/]\s)", rf"(?:{_AND}|\s?/\s?)"
_NO_MORE = r"(?!\s?[./-]?\s?\d(?!\d?\s?[:h]))"
"""Nothing follows but an hour."""

HARMLESS = (
    rf"(?:{_CURRENCY})\s?(?:{_AMOUNT})(?:\s?-\s?(?:{_CURRENCY})?\s?(?:{_AMOUNT}))?(?!\d)",
    rf"(?<![\d+])(?:(?:{_AMOUNT})\s?(?:-|a|to|et|and)\s?)?(?:{_AMOUNT})\s?(?:{_CURRENCY})",
    rf"{_START}{_FULL}(?:\s?-\s?{_FULL})?{_END}",
    rf"{_START}{_TIMES}(?:{_THEN}{_TIMES}){{0,6}}{_END}",
    rf"{_START}{_DAY}(?P<of>[./]){_MONTH}\.?(?:{_THEN_DAYS}{_DAY}(?P=of){_MONTH}\.?){{1,30}}{_NO_MORE}",
    rf"(?<!\d){_HOUR}\s?[:h]\s?[0-5]\d(?!\d)(?::[0-5]\d)?",
    rf"(?<!\d){_HOUR}\s?h(?![^\W\d_])",
    rf"{_START}{_HOURS}(?:{_THEN_HOURS}{_HOURS}){{1,8}}{_END}",
    rf"{_START}{_YEARS}(?:{_THEN}{_YEARS}){{0,6}}{_END}",
    rf"(?P<weeks>(?<![^\W\d_])(?:{_WEEKS})\s?:?\s?{_WEEK}(?:{_THEN}{_WEEK}){{1,30}}){_END}",
    rf"{_START}(?:20[2-4]\d\s){{1,3}}20[2-4]\d{_END}",
    r"(?<![^\W\d_])(?:b\.?p\.?|c\.?s\.?|tsa|po box|boite postale|p\.o\. box)\s?\d{1,6}(?!\d)(?:\s?-\s?|\s)?",
    r"(?<![\d+])(?<!\d[\s./-])(?P<town>\d{5})(?=\s[^\W\d_]{3,})",
    rf"(?<![^\W\d_]){_TICKET}s?\s?{_NUMBERED}{{0,3}}\s?:?\s?[a-z]{{0,3}}\s?-?\d{{3,8}}(?![\s./-]?\d)",
)
_HARMLESS = re.compile("|".join(f"(?:{one})" for one in HARMLESS))
_LOOKS_BACK = 60
_THOUSANDS_GROUPED = re.compile(rf"{_START}[1-9]\d{{0,2}}(?:,\d{{3}}){{2}}(?!\d)")


def without_harmless(text: str) -> str:
    """A plain text with a mark in the place of each."""
    return _THOUSANDS_GROUPED.sub(" ¤ ", _HARMLESS.sub(_mark, text))


def _mark(found: re.Match[str]) -> str:
    """A postcode is none right behind the name of a paper, nor are weeks that go back and forth."""
    if found["town"] and says_a_paper(found.string[max(0, found.start() - _LOOKS_BACK) : found.start()]):
        return found[0]
    if found["weeks"] and (weeks := [int(one) for one in re.findall(r"\d+", found[0])]) != sorted(set(weeks)):
        return found[0]
    return " ¤ "
