"""Since when a warning stands is written down with the change that caused it (``Changes.tell``).

What changes elsewhere (a check that lapses or is seen) is found by the minute's round (``timers.tend_notes``).
"""

from collections.abc import Set
from datetime import datetime
from itertools import chain
from uuid import UUID

from django.db.models import Q

from passerelle.bookings.models import DatedNote, Session, Shift, Visit
from passerelle.bookings.selectors import notes

type Key = tuple[UUID, str]


def _standing(sessions: Set[UUID], visits: Set[UUID]) -> tuple[set[Key], set[UUID]]:
    """What stands now about these sessions, these days and all that is on them; and everything that was looked at."""
    touched = Session.objects.filter(Q(id__in=sessions) | Q(visit__in=visits)).select_related("group__site", "visit")
    rows = list(touched)
    shifts = notes.shifts_of(rows)
    days = list(Visit.objects.filter(id__in=visits))
    judged = notes.judge([row for row in rows if row.state in notes.JUDGED], shifts)
    found = [*notes.of_sessions(judged), *notes.of_days(days)]
    looked_at = {one.id for one in chain[Session | Shift | Visit](rows, shifts, days)}
    return {one.key for one in found}, looked_at


def keep(*, sessions: Set[UUID], visits: Set[UUID], now: datetime) -> None:
    """Date what began, forget what ended. Inside the transaction of the change."""
    if not sessions and not visits:
        return
    standing, looked_at = _standing(sessions, visits)
    known = {(row.about, row.code): row.id for row in DatedNote.objects.filter(about__in=looked_at)}
    ended = [known[key] for key in known.keys() - standing]
    if ended:
        DatedNote.objects.filter(id__in=ended).delete()
    # In one order, whoever writes: two acts on one session must not wait for each other.
    began = [DatedNote(about=about, code=code, since=now) for about, code in sorted(standing - known.keys())]
    DatedNote.objects.bulk_create(began, ignore_conflicts=True)


def is_behind(visit_id: UUID) -> bool:
    """Whether what stands on a day is not what is written down."""
    standing, looked_at = _standing(frozenset(), {visit_id})
    return standing != set(DatedNote.objects.filter(about__in=looked_at).values_list("about", "code"))
