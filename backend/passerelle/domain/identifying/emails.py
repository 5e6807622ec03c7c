"""E-mail addresses, and what people write in their place: "at", "dot", letters apart."""

import re

from passerelle.domain.identifying.plain import plain


def _words(text: str) -> str:
    return "|".join(sorted({re.escape(plain(word)).replace(r"\+", r"\s") for word in text.split()}, key=len, reverse=True))


_PROVIDERS = _words("""
    gmail googlemail hotmail outlook yahoo ymail icloud protonmail proton live msn laposte gmx aol mailru wanadoo
    orange zoho tutanota
    جيميل جیمیل جمیل جي+ميل جی+میل جیمېل ياهو یاهو هوتميل هاتمیل هوتمېل اوتلوك اوت+لوك آوتلوک ئاوتلووک جیمەیڵ جیمەیل
    ایمیل+من
    ጂሜይል ጂሜል ጂመይል ጅሜይል ያሁ ሆትሜይል ሆትመይል አውትሉክ ኣውትሉክ
""")
_SURE_PROVIDERS = _words("""
    gmail googlemail hotmail yahoo ymail icloud protonmail gmx جيميل جیمیل جي+ميل جی+میل جیمېل ياهو یاهو هوتميل هاتمیل
    جیمەیڵ جیمەیل
    ጂሜይል ጂሜል ጂመይል ጅሜይል ያሁ ሆትሜይል ሆትመይል
""")
_AT_WORDS = _words("""
    at اتساین arobase arobas aroba arroba chiocciola kukac kuyruklu a+cong a+moc et a+commercial
    آت ات أت ايت ایت إت ات+ساین آت+ساین اټ اېټ ات+ساين ئات ئەت أد آد አት ኣት ኤት አት+ሳይን ናይ+አት
""")
_DOT_WORDS = _words("""
    dot point punkt punto pike cham xal nokta pik period
    نقطة نقطه نوقطه نقطې دوت دات ډاټ ډات ټکی ټکي خاڵ خال نوختە نوقتە دۆت ነጥብ ነጥቢ ዶት ዳት
""")
_ENDS = _words("""
    com org net fr uk co de io eu info me ir af et er sy iq be it al vn tr es nl se ch at us ca edu gov example invalid test
    كوم کام کوم كم کۆم ኮም ኮምም فر اف+ار ار+جی نت ኔት
""")
_AT = rf"(?:\s?@\s?|\s?[(\[{{<_*-]\s?(?:{_AT_WORDS}|@|a)\s?[)\]}}>_*-]\s?|\s(?:{_AT_WORDS})\s)"
_SIGN = rf"(?:\s?[@]\s?|\s?[(\[{{<_*-]\s?(?:{_AT_WORDS}|@|a)\s?[)\]}}>_*-]\s?)"
_SPELLED_DOT = rf"(?:\s?[(\[{{<_*-]\s?(?:{_DOT_WORDS}|\.)\s?[)\]}}>_*-]\s?|\s(?:{_DOT_WORDS})\s)"
_DOT = rf"(?:\s?\.\s?|{_SPELLED_DOT})"
_LABEL = r"[^\W_](?:[\w-]{0,40}[^\W_])?"
_LOCAL = r"[^\W_][\w.+-]{0,60}"
_END = rf"(?:{_ENDS})(?![^\W\d_])"
_PLAIN = re.compile(rf"[^\s@]+@(?:[^\s@]+\.[^\s@]{{2,}}|[\w.-]+,{_END})")
_SIGN_THEN = re.compile(rf"(?P<at>{_SIGN}){_LABEL}(?:{_DOT}{_LABEL}){{0,2}}{_DOT}{_END}")
_AT_THEN = re.compile(
    rf"(?P<at>{_AT})(?:{_LABEL}(?:{_DOT}{_LABEL}){{0,2}}{_SPELLED_DOT}{_END}"
    rf"|(?:{_PROVIDERS}){_DOT}{_END}|(?:{_SURE_PROVIDERS})(?![^\W\d_]))"
)
_WITHOUT_AT = re.compile(
    rf"(?:{_LOCAL}\s?(?:{_SURE_PROVIDERS}){_DOT}{_END}|(?<![^\W\d_])(?:{_SURE_PROVIDERS})\s?[:=]\s?{_LOCAL})"
)
_SURE = re.compile(_SURE_PROVIDERS)
_APART = re.compile(r"(?<![^\s])(?:[^\W_]|[@.+_-])(?: (?:[^\W_]|[@.+_-])){3,}(?![^\s])")


def emails_in(text: str) -> list[tuple[int, int]]:
    """Where a plain text holds one: from the sign, or the word for it, to the end."""
    joined = _APART.sub(lambda run: run[0].replace(" ", "").ljust(len(run[0])), text)
    found = [one.span() for one in _PLAIN.finditer(joined)] if "@" in joined else []
    for shape in (_SIGN_THEN, _AT_THEN):
        found += [one.span() for one in shape.finditer(joined) if _somebody_before(joined, one.start())]
    return found + ([one.span() for one in _WITHOUT_AT.finditer(joined)] if _SURE.search(joined) else [])


def _somebody_before(text: str, start: int) -> bool:
    """Whether a word that may be somebody's stands right before the sign."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "._-+")
