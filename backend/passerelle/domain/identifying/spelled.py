"""Digits written as words: "zero six twelve", one after the other, in any of the languages."""

import re

from passerelle.domain.identifying.plain import plain

_UNITS = """
    zero oh nil nought one two three four five six seven eight nine double triple
    un une deux trois quatre cinq sept huit neuf
    صفر زيرو تمنية واحدة تلات أربعه واحد اثنان اثنين إثنين اتنين تنين ثنين ثلاثة ثلاث تلاتة تلاته أربعة اربع أربع خمسة
    خمس ستة ست سته سبعة سبع ثمانية ثمان ثماني تمانية تسعة تسع
    یک دو سه چهار چار پنج شش شیش هفت هشت نه
    یو دوه درې درۍ څلور پنځه شپږ اووه اوه اته نهه زیرو
    سفر یەک دوو سێ چوار پێنج شەش حەوت حەفت هەشت نۆ
    ዜሮ ባዶ ሓደ ክልተ ሰለስተ ኣርባዕተ ሓሙሽተ ሓምሽተ ሽዱሽተ ሽድሽተ ሸውዓተ ሸሞንተ ትሽዓተ ትሸዓተ
    አንድ ሁለት ሦስት ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ
    nje dy tre kater pese gjashte shtate tete nente
    khong mot hai ba bon nam sau bay tam chin lam
    sifir yek du se char car penc ses sesh heft hest neh
"""
_TENS = """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety
    dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante
    عشرة عشر عشره عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين
    تلاتين تلاتون تمانين اربعين
    ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود
    لس یوولس دولس دیارلس څوارلس پنځلس شپاړس اوولس اتلس نولس شل دېرش څلوېښت پنځوس شپېته اویا اتیا نوي
    دە یازدە دوازدە سێزدە چواردە پازدە شازدە حەڤدە هەژدە نۆزدە بیست سی چل پەنجا شەست حەفتا هەشتا نەوەد
    ዓሰርተ ዕስራ ሰላሳ ኣርብዓ ሓምሳ ሱሳ ስድሳ ሰብዓ ሰማንያ ቴስዓ ትስዓ አስር አሥር አስራ ሃያ ሠላሳ አርባ ሃምሳ ስልሳ ሰባ ዘጠና
    dhjete njezet tridhjete dyzet pesedhjete gjashtedhjete shtatedhjete tetedhjete nentedhjete muoi deh bist sih chil
    penci sest hefte heste not
"""
_HUNDREDS = """
    hundred cent cents مئة مائة مية میه صد یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد سل سلو سوه سەد نۆسەد ሚእቲ
    መቶ qind tram sed
"""
_DIGITS_OF = (
    dict.fromkeys(map(plain, _HUNDREDS.split()), 2)
    | dict.fromkeys(map(plain, _TENS.split()), 2)
    | dict.fromkeys(map(plain, _UNITS.split()), 1)
)
"""How many digits each word stands for, about: nobody needs the number itself."""
_AND = {plain(word) for word in ("and", "et", "و", "او", "ን", "እና", "e", "va", "û", "u", "w", "plus")}
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.;:!?\n]+")
_ZEROS = {plain(word) for word in ("zero", "oh", "صفر", "زيرو", "سفر", "ዜሮ", "ባዶ", "khong", "sifir")}
LEAST, LEAST_WORDS, LEAST_PARTS = 7, 2, 4


def spelled_in(text: str) -> bool:
    """Whether a plain text holds seven digits and more in a row, two of them words at least."""
    digits = words = parts = 0
    first = ""
    for token in _TOKEN.findall(text):
        worth = _worth(token)
        if worth is None:
            if token in _AND:
                continue
            digits, words, parts, first = 0, 0, 0, ""
            continue
        digits += worth
        words, parts = words + (not token.isdigit()), parts + 1
        first = first or token
        least = LEAST if first in _ZEROS or first.startswith("0") else LEAST + 1
        if digits >= least and words >= LEAST_WORDS and parts >= LEAST_PARTS:
            return True
    return False


def _worth(token: str) -> int | None:
    if token.isdigit():
        return len(token)
    found = _DIGITS_OF.get(token)
    if found is None and token.startswith("و"):
        found = _DIGITS_OF.get(token[1:])
    return found
