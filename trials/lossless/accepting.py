"""Whether a thousand sockets that hear of it make a yes slower: the same acts with them and without, in turn."""

import statistics
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import ASGI, WSGI, sockets, web, worker
from trials.lossless.ears import PATIENCE, Ears, listening
from trials.lossless.found import Found, share
from trials.lossless.journal import Line, lines_since
from trials.lossless.world import Place, Viewer, World, part
from trials.races.race import last_number
from trials.wire import Ask, Wire

SOCKETS, ROUNDS, ACTS = 1000, 10, 30
PEOPLE = {"team": 10, "partners": 30, "interpreters": 160, "places": 40}
"""Two hundred people with five sockets each."""
LEAST = 0.05
EACH = 5
LOOK_AGAIN = 0.05


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    http_application: str = WSGI,
    application: str = ASGI,
    more: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
) -> Found:
    """``http_application`` is the web processes', ``application`` and ``more`` are the sockets': a test breaks them."""
    world, rounds = part(max(scale, LEAST), **PEOPLE), share(ROUNDS, scale)
    viewers = [viewer for viewer in world.everyone for _ in range(EACH)]
    alone: list[float] = []
    among: list[float] = []
    deaf: list[str] = []
    with ExitStack() as processes:
        http = processes.enter_context(web(database_url(), log / "accepting.web.log", application=http_application))
        processes.enter_context(worker(database_url(), log / "accepting.worker.log"))
        live = processes.enter_context(
            sockets(database_url(), log / "accepting.sockets.log", application=application, more=more)
        )
        acts = Yes(world, Wire(http))
        acts.some(ACTS)  # both processes have done it before it is measured
        for _ in range(rounds):
            alone += acts.some(ACTS)
            with listening([viewer.who.session for viewer in viewers], live) as ears:
                since = last_number()
                among += acts.some(ACTS, ears)
                deaf += never_told(ears, viewers, lines_since(since), patience)
    found = Found()
    if found.blame(acts.undone) + found.blame(deaf):  # an act that is refused is soon answered
        return found
    how = (
        f"accept over HTTP, one after the other, {len(alone)} with no socket and {len(among)} with {len(viewers):,} of "
        f"{len(world.everyone)} people connected, in turns of {ACTS}, each done and told to everybody whom it concerns; medians"
    )
    without, amid = (statistics.median(of) * 1000 for of in (alone, among))
    found.add("accept_with_1000_sockets_over_none", round(amid / without, 2), "×", f"{how} {amid:.1f} and {without:.1f} ms")
    found.add("accept_with_1000_sockets_acts", len(among), "acts", how)
    return found


class Yes:
    """Somebody says yes, and takes it back; the yes is timed. ``undone`` are the acts that were not answered as done."""

    def __init__(self, world: World, wire: Wire) -> None:
        self.undone: list[str] = []
        self._world, self._wire, self._turn = world, wire, 0

    def some(self, count: int, ears: Ears | None = None) -> list[float]:
        return [self._one(ears) for _ in range(count)]

    def _one(self, ears: Ears | None) -> float:
        place: Place = self._world.places[self._turn % len(self._world.places)]
        self._turn += 1
        who, offer = next(iter(place.offers.items()))
        session = self._world.interpreters[who].who.session
        seconds = self._act(Ask(session, f"/offers/{offer}/accept"))
        self._act(Ask(session, f"/offers/{offer}/undo"))
        if ears is not None:
            ears.drain()
        return seconds

    def _act(self, ask: Ask) -> float:
        seconds, answer = self._wire.timed(ask)
        if not answer.done:
            self.undone.append(f"{ask.path} was answered {answer.status}: {answer.body[:500]!r}")
        return seconds


def never_told(ears: Ears, viewers: Sequence[Viewer], lines: Sequence[Line], within: float) -> list[str]:
    """Wait until each socket was told all of ``lines`` that concerns its viewer; what it was not ``within`` that time."""
    until = time.monotonic() + within
    while (found := _untold(ears, viewers, lines)) and time.monotonic() < until:
        ears.drain(LOOK_AGAIN)
    return found


def _untold(ears: Ears, viewers: Sequence[Viewer], lines: Sequence[Line]) -> list[str]:
    """Of several changes of one thing, the newest need be told alone."""
    found = []
    for ear, viewer in zip(ears.ears, viewers, strict=True):
        newest = {(line.type, line.id): line.version for line in lines if line.hear & viewer.hears}
        told: dict[tuple[str, str], int] = {}
        for change in ear.changes:
            thing = change["type"], change["id"]
            told[thing] = max(change["version"], told.get(thing, 0))
        who = viewer.who.actor.user_id
        missed = [thing for thing, version in newest.items() if told.get(thing, 0) < version]
        found += [f"a socket of {who} was never told: {type_} {id_} in version {newest[type_, id_]}" for type_, id_ in missed]
    return found
