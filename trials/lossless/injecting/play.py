"""Where faults are done, and what one is."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from uuid import UUID

import psycopg

from trials.lossless.acting import Person
from trials.lossless.screen import Screen
from trials.lossless.stage import Stage
from trials.lossless.world import World


@dataclass
class Play:
    """A stage with people on it. ``jobs`` are those that were interrupted: each with its offer, and when."""

    stage: Stage
    world: World
    screens: Sequence[Screen]
    people: Sequence[Person]
    chance: random.Random
    well_within: float
    """Seconds after which a run is not waited for any longer."""
    jobs: dict[int, UUID] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def slow(self) -> Screen:
        """The one that has a wire of its own."""
        return next(screen for screen in self.screens if screen.wire == self.stage.slow.port)

    @contextmanager
    def database(self) -> Iterator[psycopg.Connection]:
        """Straight to the database, by no proxy and no pool."""
        with psycopg.connect(self.stage.postgres.url, autocommit=True) as found:
            yield found


type Inject = Callable[[Play], AbstractContextManager[None]]
type Effect = Callable[[Play], Callable[[], bool]]
"""Looks before a fault is done; what it gives says whether that took effect since."""


@dataclass(frozen=True)
class Kind:
    """``inject`` does the fault, and takes it away at its end; ``effect`` is how it is known to have happened.

    ``stands``: seconds between at least, while people go on acting; it stands until it took effect. ``lasts``: it is not taken
    away before all is well again without.
    """

    name: str
    inject: Inject
    effect: Effect
    stands: float = 1.0
    lasts: bool = False
    needs_disk: bool = False
