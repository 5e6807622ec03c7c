"""You are confirmed: to one interpreter, with the exact place, which stands behind what a lock screen shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.place import Place, greeting, place_line
from passerelle.bookings.messages.speaking import own_direction


@dataclass(frozen=True, slots=True)
class Confirming:
    """``begins_at`` is when the booked time begins, the brief included; ``exact`` is empty where nobody goes anywhere."""

    first_name: str
    place: Place
    begins_at: datetime
    exact: str = ""
    duty_phone: str = ""


def text(confirming: Confirming) -> str:
    return "\n".join(_lines(confirming))


def _lines(confirming: Confirming) -> Iterator[str]:
    yield greeting(confirming.first_name)
    yield _("You are confirmed. Thank you!")
    yield place_line(confirming.place)
    yield _("We begin at %(time)s with the brief.") % {"time": own_direction(f"{confirming.begins_at:%H:%M}")}
    if confirming.exact:
        yield _("Where: %(place)s") % {"place": own_direction(confirming.exact)}
    if confirming.duty_phone:
        yield _("The team’s phone on the day: %(phone)s") % {"phone": own_direction(confirming.duty_phone)}
