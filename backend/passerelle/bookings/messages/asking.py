"""Can you come? To one interpreter, for one place or for all that they have not answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.changing import Changed, asked_again, changed_lines
from passerelle.bookings.messages.place import greeting
from passerelle.bookings.messages.speaking import moment_words


@dataclass(frozen=True, slots=True)
class Asking:
    """``places`` are asked for as they are now; of ``again`` an answer was for the time before.

    ``answer_by`` is the first of the deadlines, on the wall clock of its place; None where there is none.
    """

    first_name: str
    places: tuple[Changed, ...] = ()
    again: tuple[Changed, ...] = ()
    answer_by: datetime | None = None


def text(asking: Asking) -> str:
    return "\n".join(_lines(asking))


def _lines(asking: Asking) -> Iterator[str]:
    yield greeting(asking.first_name)
    for changed in asking.again:
        yield from changed_lines(changed)
        yield asked_again()
    if asking.places:
        yield _("Can you come?")
    for changed in asking.places:
        yield from changed_lines(changed)
    if asking.answer_by is not None:
        yield _("Please answer by %(moment)s.") % {"moment": moment_words(asking.answer_by)}
    yield _("A yes or a no is enough, no reason is needed.")
