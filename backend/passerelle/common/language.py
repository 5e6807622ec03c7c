"""Where a marked sentence meets the reader's language."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi, gettext

from passerelle.domain.refusals import Param

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_FROM_THE_LEFT, _FROM_THE_RIGHT = frozenset({"L"}), frozenset({"R", "AL"})


def say(message: str, params: Mapping[str, Param] | None = None) -> str:
    """A sentence of the rules in the active language, its parameters filled in."""
    told = gettext(message)
    return told % {key: _written(value) for key, value in params.items()} if params else told


def _written(value: Param) -> str:
    if isinstance(value, date):
        return date_format(value, "j\\e\\r F Y") if counts_the_first(value) else date_format(value)
    return own_direction(gettext(value)) if value else value


def own_direction(text: str) -> str:
    """A name in a sentence that runs the other way: isolated, so that it turns nothing round it. Any other is as it is."""
    other = _FROM_THE_LEFT if get_language_bidi() else _FROM_THE_RIGHT
    runs_otherwise = any(unicodedata.bidirectional(letter) in other for letter in text)
    return isolated(text) if runs_otherwise else text


def isolated(text: str) -> str:
    """With a direction of its own, which its first letter says."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def counts_the_first(day: date) -> bool:
    """Whether ``day`` is read as "1er": the first of a month in French, which neither Babel nor Django says."""
    return day.day == 1 and get_language() == "fr"
