"""Days as people write them: in digits or with the month in words, in the calendars that they reckon in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from passerelle.domain.identifying.plain import plain

_MONTHS = """
    january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct
    november nov december dec
    janvier janv fevrier fevr mars avril avr mai juin juillet juil aout septembre octobre novembre decembre
    januar februar marz juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre
    ocak subat nisan haziran temmuz agustos eylul ekim kasim aralik
    janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor janari shkurti marsi prilli maji
    qershori korriku gushti shtatori tetori nentori dhjetori
    rebendan resemeh adar avdar nisan gulan puşper hezîran tîrmeh tebax gelawêj rezber îlon cotmeh kewçêr mijdar
    sermawez berfanbar kanûn çileya sibat
    يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران
    تموز آب أيلول تشرين
    محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذوالقعدة ذوالحجة
    ژانویه فوریه مارس آوریل مه می ژوئن ژوئیه جولای اوت آگوست سپتامبر اکتبر نوامبر دسامبر جنوری فبروری مارچ اپریل جون
    اگست سپتمبر اکتوبر نومبر دسمبر
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی
    دلو حوت
    وری غویی غبرگولی چنگاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب
    کانوونی شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی نەورۆز خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ
    خەرمانان ڕەزبەر خەزەڵوەر سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە
    ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ ጥር የካቲት ሰኔ ሐምሌ ነሐሴ ጥቅምት ኅዳር ታኅሣሥ ጳጉሜ ጳጉሜን
    ጃንዋሪ ፌብሩዋሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር ጃንዩወሪ ፌብሩወሪ
"""
_MONTH = "|".join(sorted({re.escape(plain(word)) for word in _MONTHS.split()}, key=len, reverse=True))
_WHICH = r"(?:\s(?:الثانی|الاول|یهکهم|دووهم|اول|ثانی|الآخر))?"
_NAMED = rf"(?:(?:የ|በ|ብ|ናይ|ን)?(?:{_MONTH})[^\W\d_]{{0,3}}{_WHICH}|thang\s(?:1[0-2]|0?[1-9]))\.?"
_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[2-4]\d\d|19\d\d|20\d\d)"
_BETWEEN = r"\s?[./\-,\\|]\s?"
_OF = r"\s?[./,\-]?\s?(?:(?:de|of|di|i|e|الشهر|شهر|ماه|ی|سال|عام|سنه|سنة|هی|نی|ዓ.ም|ዓም|عی|nam|sala)\s?)?"
_ORDINAL = r"(?:st|nd|rd|th|er|e|\.|ی|ی|می|ه|م|ام|هم)?"
_NOT_BEFORE, _NOT_AFTER = r"(?<![\d./+-])", r"(?![./-]?\d)"
_HOUR = r"(?:2[0-3]|[01]?\d)[:h.][0-5]\d(?![\s./-]?\d)"
_SHAPES = (
    rf"(?P<y1>{_Y})(?P<s1>{_BETWEEN})(?:{_M}(?P=s1){_D}|{_D}(?P=s1){_M})",
    rf"(?:{_D}(?P<s2>{_BETWEEN}){_M}|{_M}(?P<s3>{_BETWEEN}){_D})(?:(?P=s2)|(?P=s3))(?P<y2>{_Y})",
    rf"{_D}(?P<s4>[./])(?:{_M})(?P=s4)(?P<y3>\d\d)",
    rf"(?<!\d\s){_D}-{_M}-(?P<y9>\d\d)(?:(?=\s?,?\s?{_HOUR})|(?![\s./-]{{0,3}}\d\d))",
    rf"(?:ngay\s)?{_D}{_ORDINAL}{_OF}{_NAMED}{_OF}(?P<y4>{_Y})",
    rf"{_NAMED}\s?{_D}{_ORDINAL}\s?,?\s?(?:ቀን\s|ዓመት\s|ان\s|لی\s|ی\s)?(?P<y5>{_Y})",
    rf"(?P<y6>{_Y})\s?,?\s?{_NAMED}\s?,?\s?{_D}",
    rf"(?<!\d\s){_D}\s{_M}\s(?P<y7>(?:19|20|13)\d\d)(?!\s\d)",
    rf"(?<!\d\s)(?P<y8>(?:19|20|13)\d\d)\s{_M}\s{_D}(?!\s\d)",
)
_NUMERIC = rf"(?:{_Y}[./-]{_M}[./-]{_D}|{_D}[./-]{_M}[./-]{_Y})"
_FROM_TO = re.compile(rf"(?<![\d./-])({_NUMERIC})\s?-\s?(?={_NUMERIC}(?![./-]?\d))")
_DAY = re.compile("|".join(rf"(?:{_NOT_BEFORE}(?<![^\W\d_])(?:{shape}){_NOT_AFTER})" for shape in _SHAPES))
PART_OF_A_DAY = "(?:" + "|".join([
    rf"{_D}{_ORDINAL}{_OF}{_NAMED}",
    rf"{_NAMED}\s?(?:{_D}\b{_ORDINAL}|{_Y})",
    rf"{_D}[./-]{_M}(?![./-]?\d)",
    rf"{_M}[./]{_Y}",
    rf"{_D}\s?[.\-/ ]\s?{_M}\s?[.\-/ ]\s?\d{{2,4}}",
    rf"{_Y}[./-]{_M}",
    r"\d{8}(?!\d)",
]) + ")"  # fmt: skip
"""A day or a month without all that makes a date: something about a birth only beside words that say so."""
_THE_STREET = re.compile(
    r"(?<![^\W\d_])(?:rue|avenue|av|boulevard|bd|place|square|quai|impasse|cours|chemin|passage|pont|parc|salle|calle|plaza|piazza)\.?"
    r"\s(?:du|de|del)\s(?:le\s)?$"
)
_FOUNDING = """
    since founded founding established launched opened running+from depuis fondee fonde creee cree ouvert ouverte
    creation fondation seit gegrundet desde fundada themeluar themeluam qe+nga prej تأسست تأسس تاسست تاسيس تأسيس منذ
    تاسیس بنیانگذاری دامەزرا دامەزراوە لەوەتەی ተመሰረተ ተመስረተት የተመሰረተ ዝተመስረተ ዝቖመ ከም+ካብ
"""
_BEGAN = "|".join(re.escape(plain(word)).replace(r"\+", r"\s") for word in _FOUNDING.split())
_ON = r"on|in|the|of|le|la|en|au|du|de|am|im|el|ne|me|[^\W\d_a-z]{1,9}"
_IT_BEGAN = re.compile(rf"(?<![^\W\d_])(?:{_BEGAN})[^\W\d_]{{0,3}}(?:[\s:]+(?:{_ON})){{0,2}}[\s:]*$")
_LOOKS_BACK = 40
_COUNTED_ON = re.compile(r"(\d\d?)-(\d\d?)-(\d\d)")
_A_YEAR = re.compile(r"(?<!\d)(?:1[2-4]|19|20)\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d\d")
JALALI, GEEZ_LAG = 621, 8
_GEEZ_LETTER = re.compile("[ሀ-ፚ]")
_IN_OTHER_CALENDARS = range(1200, 1500)


@dataclass(frozen=True, slots=True)
class Day:
    """Where a day is written, and the year of it as it would be in the common calendar."""

    start: int
    end: int
    year: int


def apart(text: str) -> str:
    """``text`` with what goes from one day to another told apart, so that each is a date of its own."""
    return _FROM_TO.sub(r"\1 … ", text)


def days_in(text: str, *, today: date) -> Iterator[Day]:
    """The whole dates of a plain text."""
    if not _A_YEAR.search(text):
        return
    for found in _DAY.finditer(text):
        written = next(value for name, value in found.groupdict().items() if name.startswith("y") and value)
        if not _counts_on(found[0]):
            yield Day(found.start(), found.end(), _year(written, today))


def _counts_on(text: str) -> bool:
    """``9-10-11``: ages, or rooms; as a date of birth it stands beside a word that says so."""
    counted = _COUNTED_ON.fullmatch(text)
    return counted is not None and int(counted[1]) + 2 == int(counted[2]) + 1 == int(counted[3])


def _year(written: str, today: date) -> int:
    year = int(written)
    if len(written) == 2:  # noqa: PLR2004
        return 2000 + year if 2000 + year <= today.year + 1 else 1900 + year
    if year in _IN_OTHER_CALENDARS:  # of the Hijra, by the sun or by the moon: whichever is nearer to now
        sun, moon = year + JALALI, round(year * 0.970224 + 621.57)
        return min(sun, moon, key=lambda one: abs(today.year - one))
    return year


def long_ago(day: Day, text: str, *, today: date) -> bool:
    """Whether a day lies before last year: no session that is still written about does.

    In Ge'ez script a year may be of the calendar that is seven or eight behind.
    """
    lag = GEEZ_LAG if _GEEZ_LETTER.search(text) else 0
    return day.year < today.year - 1 - lag and not _of_no_one(text, day)


def _of_no_one(text: str, day: Day) -> bool:
    """Whether a street is named after the day, or something was founded on it."""
    before = text[max(0, day.start - _LOOKS_BACK) : day.start]
    in_words = any(one.isalpha() for one in text[day.start : day.end])
    return (in_words and _THE_STREET.search(before) is not None) or _IT_BEGAN.search(before) is not None
