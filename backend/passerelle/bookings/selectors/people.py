"""Interpreters as the rules see them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet

from passerelle.agencies.travel import routes
from passerelle.availability.selectors import FreeDays
from passerelle.bookings.models import Session, Shift
from passerelle.domain.eligibility.facts import Booking, Person
from passerelle.domain.load import WEEKS_THAT_COUNT
from passerelle.domain.states.shift import COUNTED, ShiftState
from passerelle.domain.time import Span, local_day
from passerelle.domain.travel import Stop
from passerelle.domain.words import CredentialKind, Gender, Language, Mode, PayStatus, Place, Theme, Variety
from passerelle.interpreters.beside import rows_of
from passerelle.interpreters.models import Credential, Interpreter, LanguageSkill, NotPaired

AROUND = timedelta(weeks=WEEKS_THAT_COUNT)


class Seen(NamedTuple):
    """What was seen of somebody, and when; ``expires_on`` is the last day it counts."""

    kind: str
    seen_on: date
    expires_on: date


class People:
    """Interpreters and what is known of them around some days. Four queries, whatever the number of either."""

    def __init__(
        self, interpreters: Iterable[Interpreter], *, days: Collection[date], around: tuple[datetime, datetime]
    ) -> None:
        self.rows = list(interpreters)
        ids = [row.id for row in self.rows]
        self._known = _known(ids)
        self._bookings = bookings_of(booked_around(ids, (around[0] - AROUND, around[1] + AROUND)))
        self._free = FreeDays(ids, days)
        self.routes = routes()

    def on(self, row: Interpreter, day: date) -> Person:
        """``row`` as it is on ``day``, one of the days asked for."""
        known, freedom = self._known.get(row.id, _Known()), self._free.on(row.id, day)
        return Person(
            interpreter_id=row.id,
            name=row.name,
            gender=Gender(row.gender),
            pay_status=PayStatus(row.pay_status),
            languages=known.languages,
            places=frozenset(Place(place) for place in row.places),
            credentials=valid_on(day, known.credentials),
            bookings=tuple(self._bookings[row.id]),
            free=freedom.free,
            usually=freedom.usual,
            break_until=self._free.break_until(row.id),
            not_themes=frozenset(Theme(theme) for theme in row.not_themes),
            not_with=known.not_with,
            limits=row.limits,
            routes=self.routes,
            active=row.active,
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What an interpreter speaks, what was seen of them, and the groups and partners they are not paired with."""

    languages: Mapping[Language, frozenset[Variety]] = field(default_factory=dict)
    credentials: Sequence[Seen] = ()
    not_with: frozenset[UUID] = frozenset()


def _known(ids: list[UUID]) -> dict[UUID, _Known]:
    rows = Interpreter.objects.filter(pk__in=ids).values_list(
        "id",
        rows_of(LanguageSkill, "language", "varieties"),
        rows_of(Credential, "kind", "seen_on", "expires_on"),
        rows_of(NotPaired, "group_id", "agency_id"),
    )
    return {
        pk: _Known(
            languages={Language(language): frozenset(map(Variety, varieties)) for language, varieties in skills},
            credentials=[Seen(kind, date.fromisoformat(on), date.fromisoformat(until)) for kind, on, until in seen],
            not_with=frozenset(UUID(other) for pair in not_with for other in pair if other),
        )
        for pk, skills, seen, not_with in rows.order_by()
    }


def valid_on(day: date, credentials: Iterable[Seen]) -> dict[CredentialKind, date]:
    """What had been seen by then, each kind with the last day it counts."""
    until: dict[CredentialKind, date] = {}
    for seen in credentials:
        if seen.seen_on <= day:
            kind = CredentialKind(seen.kind)
            until[kind] = max(seen.expires_on, until.get(kind, seen.expires_on))
    return until


def booked_around(ids: Collection[UUID], window: tuple[datetime, datetime]) -> QuerySet[Shift]:
    """The places these people hold, or worked, whose block touches the time of ``window``."""
    return Shift.objects.filter(holder__in=ids, state__in=COUNTED, block__overlap=window)


class _Booked(NamedTuple):
    """What a booking is made of: a place's own, its session's and its site's."""

    shift_id: UUID
    block: DateTimeTZRange
    state: str
    starts_at: datetime
    mode: str
    site_id: UUID
    area: str
    time_zone: str

    @property
    def booking(self) -> Booking:
        day, stop = local_day(self.starts_at, self.time_zone), _stop(self.mode, self.site_id, self.area)
        block, worked = Span(self.block.lower, self.block.upper), self.state == ShiftState.WORKED
        return Booking(self.shift_id, block, day, stop, worked)


_COLUMNS = ("id", "block", "state", "session__starts_at", "session__mode")
_OF_SITE = tuple(f"session__group__site__{name}" for name in ("id", "area", "time_zone"))


def bookings_of(held: QuerySet[Shift]) -> dict[UUID, list[Booking]]:
    """What ``held`` places, each with a holder, are to those who hold them. One query, for no more than a booking is."""
    found: dict[UUID, list[Booking]] = defaultdict(list)
    for holder_id, *columns in held.values_list("holder_id", *_COLUMNS, *_OF_SITE):
        found[holder_id].append(_Booked(*columns).booking)
    return found


def booking_of(shift: Shift) -> Booking:
    """``shift`` comes with its session, group and site."""
    session, site = shift.session, shift.session.group.site
    return _Booked(
        shift.id, shift.block, shift.state, session.starts_at, session.mode, site.id, site.area, site.time_zone
    ).booking


def stop_of(session: Session, *, mode: Mode | None = None) -> Stop | None:
    """Where its interpreters have to be (were it held in ``mode``); ``session`` comes with its group and site."""
    site = session.group.site
    return _stop(mode or session.mode, site.id, site.area)


def _stop(mode: str, site_id: UUID, area: str) -> Stop | None:
    return None if mode == Mode.REMOTE else Stop(site_id, area)
