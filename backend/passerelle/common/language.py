"""Where a marked sentence meets the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from passerelle.domain.refusals import Param


def say(message: str, params: Mapping[str, Param] | None = None) -> str:
    """A sentence of the rules in the active language, its parameters filled in."""
    told = gettext(message)
    return told % {key: _written(value) for key, value in params.items()} if params else told


def _written(value: Param) -> str:
    if isinstance(value, date):
        return date_format(value)
    return gettext(value) if value else value
