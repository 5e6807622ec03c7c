"""Countries and time zones as people write them, from the data of the Unicode consortium."""

from functools import cache

from babel import Locale
from babel.core import get_global

from passerelle.domain.geography import COUNTRIES
from passerelle.imports.vocabulary.folding import folded
from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN

_ALSO = {"uk": "GB", "england": "GB", "great britain": "GB", "angleterre": "GB", "grande bretagne": "GB", "انجلترا": "GB"}


def country(text: str) -> str | None:
    """The code of a country by its code or its name; None where nobody calls one so."""
    return _by_name().get(folded(text))


def only_zone(code: str) -> str | None:
    """The time zone of a country that has only one."""
    zones: list[str] = get_global("territory_zones").get(code, [])
    return zones[0] if len(zones) == 1 else None


@cache
def _by_name() -> dict[str, str]:
    found = dict(_ALSO)
    for language in LANGUAGES_WRITTEN:
        names = Locale.parse(language).territories
        found.update({folded(names[code]): code for code in COUNTRIES if code in names})
    return found | {code.lower(): code for code in COUNTRIES}
