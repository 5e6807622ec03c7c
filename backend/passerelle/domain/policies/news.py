"""What became of a session since somebody was asked or answered, and what they need to do about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from passerelle.domain.states.offer import OfferState


class Next(Enum):
    """What they need to do about it."""

    ANSWER = auto()
    """They were asked, and have not said anything."""
    ANSWER_AGAIN = auto()
    """What they said was for the time before."""
    YES_STANDS = auto()
    STANDBY_STANDS = auto()


@dataclass(frozen=True, slots=True)
class Turns:
    """When a session was last moved, and last held another way; None where it never was."""

    moved_at: datetime | None = None
    mode_changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What changed since somebody was asked, or answered, and what they need to do."""

    new_time: bool
    new_way: bool
    next: Next

    def __bool__(self) -> bool:
        return self.new_time or self.new_way


def news_for(state: OfferState, *, asked_at: datetime | None, answered_at: datetime | None, turns: Turns) -> News:
    """What of ``turns`` is news to whoever was asked, and has not answered since, or whose answer stands.

    A move takes every answer back: it is news to those who are asked. Another way to hold it leaves the answers. Who is
    asked again, or asked next, is so in the same moment.
    """
    if state == OfferState.ASKED:
        new_time, new_way = _since(asked_at, turns.moved_at), _since(asked_at, turns.mode_changed_at)
        again = new_time and turns.moved_at == asked_at
        return News(new_time, new_way, Next.ANSWER_AGAIN if again else Next.ANSWER)
    stands = Next.YES_STANDS if state == OfferState.ACCEPTED else Next.STANDBY_STANDS
    return News(False, _since(answered_at, turns.mode_changed_at), stands)


def _since(then: datetime | None, at: datetime | None) -> bool:
    return then is not None and at is not None and at >= then
