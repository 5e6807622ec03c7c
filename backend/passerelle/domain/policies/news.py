"""What became of a session since somebody was asked, answered or was told, and what they need to do about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span


class Next(Enum):
    """What they need to do about it."""

    ANSWER = auto()
    """They were asked, and have not said anything."""
    ANSWER_AGAIN = auto()
    """What they said was for the time before."""
    YES_STANDS = auto()
    STANDBY_STANDS = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """When a session was moved, and when it was until then."""

    at: datetime
    was: Span


@dataclass(frozen=True, slots=True)
class Turns:
    """When a session was last moved, last held another way, last confirmed; None where it never was.

    ``moves`` in the order of time, where they were asked for.
    """

    moved_at: datetime | None = None
    mode_changed_at: datetime | None = None
    confirmed_at: datetime | None = None
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """What of a session is new to somebody: its day or its hours, its mode. ``was``: when they know it to be, where known."""

    time: bool = False
    way: bool = False
    was: Span | None = None

    def __bool__(self) -> bool:
        return self.time or self.way


@dataclass(frozen=True, slots=True)
class News:
    """What changed since somebody was asked, or answered, and what they need to do."""

    new: New
    next: Next

    def __bool__(self) -> bool:
        return bool(self.new)


def news_for(state: OfferState, *, asked_at: datetime | None, answered_at: datetime | None, turns: Turns) -> News:
    """What of ``turns`` is news to whoever was asked, and has not answered since, or whose answer stands.

    A move takes every answer back: it is news to those who are asked. Another way to hold it leaves the answers. Who is
    asked again, or asked next, is so in the same moment.
    """
    if state == OfferState.ASKED:
        new = _since(asked_at, turns)
        again = new.time and turns.moved_at == asked_at
        return News(new, Next.ANSWER_AGAIN if again else Next.ANSWER)
    stands = Next.YES_STANDS if state == OfferState.ACCEPTED else Next.STANDBY_STANDS
    return News(New(way=_since(answered_at, turns).way), stands)


def new_to_partner(state: SessionState, *, requested_at: datetime | None, turns: Turns) -> New:
    """What of ``turns`` its partner has not been told for sure: what came since they asked, or it was last confirmed.

    Once it is confirmed, that says all.
    """
    if state != SessionState.SCHEDULED:
        return New()
    return _since(turns.confirmed_at or requested_at, turns)


def _since(then: datetime | None, turns: Turns) -> New:
    def after(at: datetime | None) -> bool:
        return then is not None and at is not None and at >= then

    was = next((move.was for move in turns.moves if after(move.at)), None)
    return New(after(turns.moved_at), after(turns.mode_changed_at), was)
