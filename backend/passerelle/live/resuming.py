"""Going on where a socket was cut off: what its reader may hear of the lines since, or nothing of them at all."""

from collections.abc import Iterable
from typing import Protocol, Self

from passerelle.journal.positions import Position
from passerelle.journal.selectors import Line
from passerelle.live.frames import Audiences, Bodies, Part

WINDOW = 5_000
"""Lines of the journal that a socket may have missed; behind that its client fetches everything."""
CHANGES = 500
"""Changes in one frame at most."""
FRAMES = 4
"""Frames that tell what was missed, at most: for more than that, fetching everything is less work."""


class Reads(Protocol):
    async def after(self, number: int, limit: int) -> list[Line]:
        """The next committed lines after ``number``, oldest first, at most ``limit``."""


def can_resume(since: Position | None, here: Position) -> bool:
    """Whether ``since`` is a place of this journal, not in its future and within the window before ``here``."""
    return since is not None and since.epoch == here.epoch and 0 <= here.number - since.number <= WINDOW


class Missed:
    """The lines up to ``here``, from the oldest place that somebody goes on from: read once for all of them."""

    def __init__(self, lines: Iterable[Line], here: Position) -> None:
        self._bodies = Bodies(tuple(lines))
        self._here = here

    @classmethod
    async def read(cls, journal: Reads, since: Iterable[Position | None], here: Position) -> Self:
        oldest = min((place.number for place in since if place and can_resume(place, here)), default=here.number)
        # Numbers are dense: so many lines end exactly here, whatever commits meanwhile.
        return cls(await journal.after(oldest, here.number - oldest) if oldest < here.number else (), here)

    def heard_by(self, audiences: Audiences, since: Position | None) -> list[Part] | None:
        """What ``audiences`` hear of it after ``since``, frame by frame; None where everything is to be fetched.

        How many frames it takes depends on nothing that they may not hear.
        """
        if since is None or not can_resume(since, self._here):
            return None
        parts = self._bodies.parts(audiences, after=since.number, size=CHANGES)
        return parts if len(parts) <= FRAMES else None
