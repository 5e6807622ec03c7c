"""One act of one service, done in the world and looked at by everyone."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.frames.world import World

type Given = Callable[[World], Mapping[str, Any]]
type Now = Callable[[World], datetime]


@dataclass(frozen=True)
class Scenario:
    """``service`` is called with what ``given`` says of the world, by ``by``, at ``now`` (the present unless told).

    ``on`` says what it is done to, where a service has several scenarios. ``first`` is done before anyone looks.
    ``silent_about``: what changes without a frame on purpose, as it stands in the parts' keys. ``tells``: under what name
    the world keeps what the service returned, for a later act.
    """

    service: Callable[..., Any]
    by: str
    given: Given
    on: str = ""
    first: "tuple[Scenario, ...]" = ()
    silent_about: str | None = None
    tells: str = ""
    now: Now = lambda _: datetime.now(UTC)

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name, self.on]))

    @property
    def name(self) -> str:
        """As ``passerelle.bookings.services.answers.accept_offer``."""
        return f"{self.service.__module__}.{self.service.__name__}"

    def act(self, world: World) -> None:
        known = inspect.signature(self.service).parameters
        who = {"actor": world.actor(self.by)} if "actor" in known else {}
        world.told[self.tells] = self.service(**self.given(world), **who, now=self.now(world))
