"""It became another: another time, or another way to hold it. To one interpreter, who answers again or only has to know."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.new import new_lines
from passerelle.bookings.messages.place import Place, greeting, place_line
from passerelle.bookings.messages.speaking import moment_words
from passerelle.domain.policies.news import New, Next
from passerelle.domain.time import Span


@dataclass(frozen=True, slots=True)
class Changed:
    """``place`` as it is now, and what of it is new; times are on its wall clock."""

    place: Place
    new: New = field(default_factory=New)


@dataclass(frozen=True, slots=True)
class Changing:
    """``answer_by`` is on the wall clock of the place, None where there is no deadline or nothing to answer."""

    first_name: str
    changed: Changed
    next: Next
    answer_by: datetime | None = None


def text(changing: Changing) -> str:
    return "\n".join(_lines(changing))


def changed_lines(changed: Changed) -> Iterator[str]:
    """The place, and what of it is new: none of it for one that is as it was."""
    yield place_line(changed.place)
    yield from new_lines(changed.new, Span(changed.place.starts_at, changed.place.ends_at), changed.place.mode)


def asked_again() -> str:
    return _("Your answer was for the time before. Can you come at the new time?")


def _lines(changing: Changing) -> Iterator[str]:
    yield greeting(changing.first_name)
    yield from changed_lines(changing.changed)
    yield from _next(changing)


def _next(changing: Changing) -> Iterator[str]:
    match changing.next:
        case Next.YES_STANDS:
            yield _("Your yes still counts: you do not need to answer again. We will tell you when you are confirmed.")
            return
        case Next.STANDBY_STANDS:
            yield _("You are still on standby: you do not need to answer again.")
            return
        case Next.ANSWER_AGAIN:
            yield asked_again()
        case Next.ANSWER:
            yield _("Can you come?")
    if changing.answer_by is not None:
        yield _("Please answer by %(moment)s.") % {"moment": moment_words(changing.answer_by)}
    yield _("A yes or a no is enough, no reason is needed.")
