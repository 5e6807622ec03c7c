"""Why something does not take place, as those who counted on it may read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from passerelle.bookings.messages.speaking import own_direction
from passerelle.domain.spoken import CANCEL_REASONS
from passerelle.domain.words import CancelReason


@dataclass(frozen=True, slots=True)
class Why:
    """``reason`` is a word of the closed list, None where there is none; ``note`` is as the team wrote it to everyone."""

    reason: CancelReason | None = None
    note: str = ""


def why_lines(why: Why) -> Iterator[str]:
    """A line each, none for what was not said."""
    if why.reason in CANCEL_REASONS:
        yield gettext(CANCEL_REASONS[why.reason])
    if why.note:
        yield own_direction(why.note)
