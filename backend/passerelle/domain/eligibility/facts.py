"""What eligibility is judged on: values in, values out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from passerelle.domain.load import NO_LIMITS, Limits, Load, Work, load_with
from passerelle.domain.time import Span
from passerelle.domain.travel import Routes, Stop
from passerelle.domain.words import (
    CredentialKind,
    Gender,
    GroupKind,
    Language,
    Mode,
    Pay,
    PayStatus,
    Place,
    Quality,
    Strength,
    Theme,
    Variety,
)


@dataclass(frozen=True, slots=True)
class Need:
    """One shift, as far as who may take it goes.

    ``named`` is the interpreter that ``Quality.NAMED`` speaks of; ``stop`` is None where nobody has to go anywhere.
    """

    shift_id: UUID
    language: Language
    variety: Variety | None
    pay: Pay
    block: Span
    day: date
    mode: Mode
    place: Place
    group_kind: GroupKind
    women_only: bool
    under_18s: bool
    qualities: Mapping[Quality, Strength]
    named: UUID | None = None
    stop: Stop | None = None
    theme: Theme | None = None
    with_whom: frozenset[UUID] = frozenset()
    """The group and its partner, by their ids."""

    def requires(self, quality: Quality) -> bool:
        return self.qualities.get(quality) is Strength.REQUIRED

    def wishes(self, quality: Quality) -> bool:
        return self.qualities.get(quality) is Strength.WISHED


@dataclass(frozen=True, slots=True)
class Booking:
    """A shift someone holds or has worked: its block, the day at its place (of the block, unless told), and where that is."""

    shift_id: UUID
    block: Span
    day: date | None = None
    stop: Stop | None = None
    worked: bool = False
    """It is over, and nothing that is held any more."""

    @property
    def work(self) -> Work:
        return Work(self.block, self.day or self.block.start.date())

    def way_too_long(self, block: Span, stop: Stop | None, ways: Routes) -> int | None:
        """Minutes of the way to ``stop``, where they do not fit between this booking and ``block``."""
        if self.stop is None or stop is None or self.block.overlaps(block):
            return None
        minutes = ways.between(self.stop, stop)
        gap = max(block.start - self.block.end, self.block.start - block.end)
        return minutes if minutes is not None and gap < timedelta(minutes=minutes) else None


@dataclass(frozen=True, slots=True)
class Person:
    """One interpreter, as far as what they may take goes.

    ``free`` is None where they have not said; ``usually``: it follows from their day of the week. ``break_until``
    is the last day of a break. ``not_with`` holds groups and partners they are not paired with, whoever said so.
    """

    interpreter_id: UUID
    name: str
    gender: Gender
    pay_status: PayStatus
    languages: Mapping[Language, frozenset[Variety]]
    places: frozenset[Place]
    credentials: Mapping[CredentialKind, date]
    bookings: tuple[Booking, ...] = ()
    free: bool | None = None
    usually: bool = False
    break_until: date | None = None
    not_themes: frozenset[Theme] = frozenset()
    not_with: frozenset[UUID] = frozenset()
    limits: Limits = NO_LIMITS
    routes: Routes = field(default_factory=Routes)
    active: bool = True
    _loads: dict[tuple[UUID, Span, date], Load] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was reckoned already: five checks ask for one and the same."""

    @property
    def held(self) -> list[Booking]:
        """The bookings that are still to come, or not closed yet."""
        return [booking for booking in self.bookings if not booking.worked]

    def others(self, need: Need) -> list[Booking]:
        """The bookings they have beside the place at hand."""
        return [booking for booking in self.bookings if booking.shift_id != need.shift_id]

    def holds(self, kind: CredentialKind, on: date) -> bool:
        """Whether what was seen is still valid on that day (the last valid day included)."""
        expires = self.credentials.get(kind)
        return expires is not None and expires >= on

    def load(self, need: Need) -> Load:
        """What they would interpret with the place at hand; a booking that clashes with it is not done beside it."""
        asked = (need.shift_id, need.block, need.day)
        if asked not in self._loads:
            beside = [booking.work for booking in self.others(need) if not booking.block.overlaps(need.block)]
            self._loads[asked] = load_with(Work(need.block, need.day), beside)
        return self._loads[asked]
