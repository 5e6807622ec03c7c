"""What every message shares: its language, days and hours in words, names that keep their own direction."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from django.conf import settings
from django.utils.translation import get_language, get_language_bidi, gettext, override

from passerelle.common.language import counts_the_first, isolated
from passerelle.common.language import own_direction as isolated_where_it_turns
from passerelle.domain.spoken import LANGUAGES, VARIETIES
from passerelle.domain.words import Language, Variety

_BABELS = {"en": "en_GB", "prs": "fa_AF"}


def languages() -> list[str]:
    """The languages a message can be told in, the reader's own first; not those that only know an interpreter's words."""
    own = get_language() or settings.LANGUAGE_CODE
    known = (code for code, _name in settings.LANGUAGES if code not in settings.LANGUAGES_FOR_INTERPRETERS)
    return sorted(known, key=lambda code: code != own)


def all_languages(first: str) -> list[str]:
    """The languages a message to an interpreter can be told in, ``first`` first."""
    return sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != first)


def told_in[V](language: str, text: Callable[[V], str], values: V) -> str:
    """``text`` of ``values`` in ``language``, whatever the reader's is."""
    with override(language):
        return text(values)


def day_words(day: date) -> str:
    """ "Friday 27 November": Babel's words, since Django has none in several of our languages."""
    number = "d'er'" if counts_the_first(day) else "d"
    return format_date(day, f"EEEE {number} MMMM", locale=_locale())


def hours_words(start: datetime, end: datetime) -> str:
    """The two times on the wall clock both carry.

    In words where the script runs from the right: two numbers with a dash between them are read from either end there.
    """
    return gettext("%(start)s–%(end)s") % {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}


def moment_words(moment: datetime) -> str:
    """ "Thursday 26 November, 18:00", on the wall clock it carries."""
    return listed([day_words(moment.date()), own_direction(f"{moment:%H:%M}")])


def language_words(language: Language, variety: Variety | None = None) -> str:
    """ "Arabic (Sudanese)"."""
    spoken = gettext(LANGUAGES[language])
    if variety is None:
        return spoken
    return gettext("%(language)s (%(variety)s)") % {"language": spoken, "variety": gettext(VARIETIES[variety])}


def listed(parts: Iterable[str]) -> str:
    """ "Shirin, Amal", with the comma of the language."""
    return gettext(", ").join(parts)


def own_direction(text: str) -> str:
    """A name, an address, a telephone number: it keeps its own direction, in a text that runs from the right as in any.

    There all of them are isolated, numbers too; elsewhere what runs from the right is.
    """
    return isolated(text) if get_language_bidi() else isolated_where_it_turns(text)


def _locale() -> Locale:
    code = get_language() or settings.LANGUAGE_CODE
    try:
        return Locale.parse(_BABELS.get(code, code), sep="-" if "-" in code else "_")
    except UnknownLocaleError:
        return Locale("en", "GB")
