"""Can you come? To one interpreter, for one place or for all that they have not answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.place import Place, greeting, place_line
from passerelle.bookings.messages.speaking import moment_words


@dataclass(frozen=True, slots=True)
class Asking:
    """``answer_by`` is the first of the deadlines, on the wall clock of its place; None where there is none."""

    first_name: str
    places: tuple[Place, ...]
    answer_by: datetime | None = None


def text(asking: Asking) -> str:
    return "\n".join(_lines(asking))


def _lines(asking: Asking) -> Iterator[str]:
    yield greeting(asking.first_name)
    yield _("Can you come?")
    yield from map(place_line, asking.places)
    if asking.answer_by is not None:
        yield _("Please answer by %(moment)s.") % {"moment": moment_words(asking.answer_by)}
    yield _("A yes or a no is enough, no reason is needed.")
