"""Where a marked sentence meets the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext


def say(message: str, params: Mapping[str, str] | None = None) -> str:
    """A sentence of the rules in the active language, its parameters filled in."""
    told = gettext(message)
    return told % {key: gettext(value) if value else value for key, value in params.items()} if params else told
