"""Where a marked sentence meets the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from passerelle.domain.refusals import Param


def say(message: str, params: Mapping[str, Param] | None = None) -> str:
    """A sentence of the rules in the active language, its parameters filled in."""
    told = gettext(message)
    return told % {key: _written(value) for key, value in params.items()} if params else told


def _written(value: Param) -> str:
    if isinstance(value, date):
        return date_format(value, "j\\e\\r F Y") if counts_the_first(value) else date_format(value)
    return gettext(value) if value else value


def counts_the_first(day: date) -> bool:
    """Whether ``day`` is read as "1er": the first of a month in French, which neither Babel nor Django says."""
    return day.day == 1 and get_language() == "fr"
