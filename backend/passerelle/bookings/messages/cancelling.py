"""Not needed this time, or the session does not take place: to one interpreter, kindly."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from passerelle.bookings.messages.place import Place, greeting, place_line
from passerelle.bookings.messages.why import Why, why_lines


@dataclass(frozen=True, slots=True)
class Cancelling:
    """``takes_place``: the session does, with somebody else; else there is none, and ``why`` is for who counted on it."""

    first_name: str
    place: Place
    takes_place: bool
    why: Why = field(default_factory=Why)


def text(cancelling: Cancelling) -> str:
    return "\n".join(_lines(cancelling))


def _lines(cancelling: Cancelling) -> Iterator[str]:
    yield greeting(cancelling.first_name)
    yield place_line(cancelling.place)
    if cancelling.takes_place:
        yield _("You are not needed this time. Thank you for being ready to come.")
    else:
        yield _("This session does not take place.")
        yield from why_lines(cancelling.why)
