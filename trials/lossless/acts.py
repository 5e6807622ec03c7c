"""What people do meanwhile, so many acts in a second whatever is going on: a yes, taken back later, or a free day."""

import asyncio
import random
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from trials.lossless.asking import ask
from trials.lossless.world import Place, World
from trials.wire import Answer

TRIES = 5
AGAIN_AFTER = 0.5


@dataclass
class Standing:
    """A place, and who said yes to it; None while nobody has."""

    place: Place
    holder: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A day or a place became what it was not: free, or somebody's (``so``), or that no more.

    ``begun`` and ``answered`` are moments of ``time.monotonic``: it was committed between them.
    """

    so: bool
    begun: float
    answered: float


@dataclass
class Acts:
    """Done by those who are asked for ``world``'s places, over HTTP to ``web``."""

    world: World
    web: int
    seed: int = 1
    days: float = 0.0
    """Which part of the acts is about free days: most of what interpreters do is."""
    done: int = 0
    late: int = 0
    """Acts that were due when every place, or every day, still waited for the answer before: they are left out."""
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    acknowledged: list[tuple[UUID, str]] = field(default_factory=list)
    """The offers acted on, each with the state it was answered to be in, in the order of the answers."""
    versions: list[tuple[str, int]] = field(default_factory=list)
    """Of the offers acted on, as they were answered."""
    of_days: dict[tuple[int, date], list[Act]] = field(default_factory=lambda: defaultdict(list))
    """By the interpreter and the day, in their order: none begins before the one before was answered."""
    of_places: dict[UUID, list[Act]] = field(default_factory=lambda: defaultdict(list))
    """By the place, likewise: a yes, and the same taken back."""
    held: Mapping[UUID, int] = field(default_factory=dict)
    """By place, who holds it to begin with."""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311  (who acts next, not a secret)
        self._free = deque(Standing(place, self.held.get(place.shift)) for place in self.world.places)
        days = [(who, day) for who in range(len(self.world.interpreters)) for day in self.world.days]
        self._days = deque(self._chance.sample(days, len(days)))
        self._is_free: set[tuple[int, date]] = set()

    async def steadily(self, *, per_second: float, seconds: float) -> None:
        """So many acts a second, due by the clock: what is slow does not make the others rarer."""
        loop = asyncio.get_running_loop()
        begun, running = loop.time(), set()
        for number in range(int(per_second * seconds)):
            await asyncio.sleep(max(0.0, begun + number / per_second - loop.time()))
            free_day = self._chance.random() < self.days
            if not (self._days if free_day else self._free):
                self.late += 1
                continue
            act = asyncio.create_task(self.a_day() if free_day else self.one())
            running.add(act)
            act.add_done_callback(running.discard)
        await asyncio.gather(*running)

    async def one(self) -> None:
        """The place that rested longest: a yes where there is none, and else it is taken back."""
        standing = self._free.popleft()
        try:
            await self._act(standing)
        finally:
            self._free.append(standing)

    async def a_day(self) -> None:
        """Of the day that rested longest its interpreter says the other thing: free, and then not.

        To say the same again would change nothing, and nobody would be told of it.
        """
        which = self._days.popleft()
        try:
            await self._say(*which)
        finally:
            self._days.append(which)

    async def _say(self, who: int, day: date) -> None:
        free, begun = (who, day) not in self._is_free, time.monotonic()
        got = await self._sent(who, f"/free-days/{day}", method="PUT", body={"free": free})
        answered = time.monotonic()
        self.seconds.append(answered - begun)
        if not got.done:
            self.wrong.append(f"a free day was answered {got.status}: {got.body[:200]!r}")
            return
        self.done += 1
        self._is_free ^= {(who, day)}
        self.of_days[who, day].append(Act(free, begun, answered))

    async def _act(self, standing: Standing) -> None:
        taken = standing.holder is None
        who = self._chance.choice(list(standing.place.offers)) if standing.holder is None else standing.holder
        offer, begun = standing.place.offers[who], time.monotonic()
        got = await self._sent(who, f"/offers/{offer}/{'accept' if taken else 'undo'}")
        answered = time.monotonic()
        self.seconds.append(answered - begun)
        if not got.done:
            self.wrong.append(f"{'accept' if taken else 'undo'} was answered {got.status}: {got.body[:200]!r}")
            return
        self.done += 1
        found = got.json()
        self.acknowledged.append((offer, found["state"]))
        self.versions.append((found["id"], found["version"]))
        self.of_places[standing.place.shift].append(Act(taken, begun, answered))
        standing.holder = who if taken else None

    async def _sent(self, who: int, path: str, *, method: str = "POST", body: Any = None) -> Answer:
        """Under one key until it is answered, as a phone does."""
        key, session = str(uuid4()), self.world.interpreters[who].who.session
        for attempt in range(TRIES):
            got = await ask(self.web, session, path, method=method, body=body, key=key)
            if got.status and got.status != 503:
                break
            await asyncio.sleep(AGAIN_AFTER * 2**attempt)
        return got
