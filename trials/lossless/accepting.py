"""Whether a thousand sockets that hear of it make a yes slower: the same acts with them and without, in turn."""

import statistics
from contextlib import ExitStack
from pathlib import Path

from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import sockets, web
from trials.lossless.ears import Ears, listening
from trials.lossless.found import Found, share
from trials.lossless.world import Place, World, part
from trials.wire import Ask, Wire

SOCKETS, ROUNDS, ACTS = 1000, 10, 30
PEOPLE = {"team": 10, "partners": 30, "interpreters": 160, "places": 40}
"""Two hundred people with five sockets each."""
LEAST = 0.05
EACH = 5


def measure(scale: float = 1.0, *, log: Path = RUN / "trials") -> Found:
    world, rounds = part(max(scale, LEAST), **PEOPLE), share(ROUNDS, scale)
    sessions = [viewer.who.session for viewer in world.everyone for _ in range(EACH)]
    alone: list[float] = []
    among: list[float] = []
    with ExitStack() as processes:
        http = processes.enter_context(web(database_url(), log / "accepting.web.log"))
        live = processes.enter_context(sockets(database_url(), log / "accepting.sockets.log"))
        acts = Yes(world, Wire(http))
        acts.some(ACTS)  # both processes have done it before it is measured
        for _ in range(rounds):
            alone += acts.some(ACTS)
            with listening(sessions, live) as ears:
                among += acts.some(ACTS, ears)
    found = Found()
    how = (
        f"accept over HTTP, one after the other, {len(alone)} with no socket and {len(among)} with {len(sessions):,} of "
        f"{len(world.everyone)} people connected, in turns of {ACTS}; medians"
    )
    without, amid = (statistics.median(of) * 1000 for of in (alone, among))
    found.add("accept_with_1000_sockets_over_none", round(amid / without, 2), "×", f"{how} {amid:.1f} and {without:.1f} ms")
    found.add("accept_with_1000_sockets_acts", len(among), "acts", how)
    return found


class Yes:
    """Somebody says yes, and takes it back; the yes is timed."""

    def __init__(self, world: World, wire: Wire) -> None:
        self._world, self._wire, self._turn = world, wire, 0

    def some(self, count: int, ears: Ears | None = None) -> list[float]:
        return [self._one(ears) for _ in range(count)]

    def _one(self, ears: Ears | None) -> float:
        place: Place = self._world.places[self._turn % len(self._world.places)]
        self._turn += 1
        who, offer = next(iter(place.offers.items()))
        session = self._world.interpreters[who].who.session
        seconds = self._wire.timed(Ask(session, f"/offers/{offer}/accept"))
        self._wire.timed(Ask(session, f"/offers/{offer}/undo"))
        if ears is not None:
            ears.drain()
        return seconds
