"""What is asked for a Friday: a session as its partner wishes it, and who interprets in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import PeopleNeed
from passerelle.demo.world.interpreters import VOLUNTEERS
from passerelle.domain.words import Language, Material, Mode, Pay, Quality, Room, Situation, Strength, Theme, Variety

type Tongue = Language | Variety
"""A language, or the variety of one: no session of the world has two places for the same."""


def language_of(tongue: Tongue) -> Language:
    return Language.ARABIC if isinstance(tongue, Variety) else tongue


@dataclass(frozen=True, slots=True)
class Seat:
    """So many people need a language. ``yes`` takes the place; ``standby``, ``no`` and ``silent`` were asked as well.

    A place somebody who is paid no fee says yes to is a volunteer's, unless ``pay`` says otherwise.
    """

    tongue: Tongue
    people: int
    yes: str = ""
    standby: Sequence[str] = ()
    no: Sequence[str] = ()
    silent: Sequence[str] = ()
    by_phone: str = ""
    """Who said yes by phone, asked in the same call."""
    pay: Pay | None = None
    ticket: bool = False
    qualities: Mapping[Quality, Strength] | None = None

    @property
    def need(self) -> PeopleNeed:
        return PeopleNeed(language_of(self.tongue), self.people, self.tongue if isinstance(self.tongue, Variety) else None)

    @property
    def place(self) -> Place:
        need, of_volunteers = self.need, (self.yes or self.by_phone) in VOLUNTEERS
        pay = self.pay or (Pay.VOLUNTEER if of_volunteers else Pay.PAID)
        return Place(need.language, pay, need.variety, qualities=self.qualities, ticket_paid=self.ticket)

    @property
    def asked(self) -> Sequence[str]:
        return [who for who in (self.yes, *self.standby, *self.no, *self.silent) if who]


@dataclass(frozen=True, slots=True)
class Brief:
    """What an interpreter should know, and how the partner would like it. Without hours: those the group usually has."""

    theme: Theme | None = None
    notes: str = ""
    starts: time | None = None
    minutes: int | None = None
    mode: Mode = Mode.IN_PERSON
    situations: Sequence[Situation] = ()
    materials: Sequence[Material] = ()
    room: Sequence[Room] = ()
    requirements: Mapping[Quality, Strength] = field(default_factory=dict)
    staff: Sequence[str] = ()
    contact: bool = True
