"""What the messages to one interpreter share: a place in a session, in a line that a lock screen may show.

No group, no partner, no pay, and no exact place: who reads it over a shoulder learns a day, hours, a language, an area.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.speaking import day_words, hours_words, language_words, listed, own_direction
from passerelle.domain.words import Language, Mode, Variety


@dataclass(frozen=True, slots=True)
class Place:
    """Times are on the wall clock of the place."""

    starts_at: datetime
    ends_at: datetime
    language: Language
    variety: Variety | None
    mode: Mode
    area: str


def greeting(first_name: str) -> str:
    return _("Hello %(name)s,") % {"name": own_direction(first_name)}


def place_line(place: Place) -> str:
    """Day, hours, language and area, with commas between."""
    where = _("By video or telephone") if place.mode is Mode.REMOTE else own_direction(place.area)
    day, hours = day_words(place.starts_at.date()), hours_words(place.starts_at, place.ends_at)
    return listed([day, hours, language_words(place.language, place.variety), where])
