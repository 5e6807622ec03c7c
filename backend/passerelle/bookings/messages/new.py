"""What of a session is new to the reader, a line each: for an interpreter, and for a partner."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from passerelle.bookings.messages.speaking import day_words, hours_words, listed
from passerelle.domain.policies.news import New
from passerelle.domain.time import Span
from passerelle.domain.words import Mode


def new_lines(new: New, now: Span, mode: Mode) -> Iterator[str]:
    """``now`` and ``new.was`` are on the wall clock of the place. None where it is again when the reader knows it to be."""
    if new.time and new.was is None:
        yield _("This session has a new time.")
    if new.time and new.was is not None and new.was != now:
        yield _("This session was moved from %(before)s to %(now)s.") % {"before": _when(new.was), "now": _when(now)}
    if new.way:
        yield _way(mode)


def _when(span: Span) -> str:
    return listed([day_words(span.start.date()), hours_words(span.start, span.end)])


def _way(mode: Mode) -> str:
    match mode:
        case Mode.REMOTE:
            return _("It is now held by video or telephone.")
        case Mode.PARTNER_LED:
            return _("It is now led by the partner.")
        case Mode.IN_PERSON:
            return _("It is now held in person.")
