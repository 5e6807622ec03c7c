"""Wake-ups that are dropped, doubled or late, with writers whose clocks are five minutes apart: nothing is lost.

The database and Redis both wake the sockets' process; there both are harmed alike (``waking``). What is measured is the time
from a commit, as the database tells of it, until a frame with it is heard.
"""

import asyncio
import re
import statistics
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import psycopg
from asgiref.sync import sync_to_async

from passerelle.journal.services import CHANNEL
from scripts.paths import RUN
from scripts.ports import free_port, until_open
from tests.support.database import database_url
from tests.support.deployed import UP_WITHIN, running, settings, sockets, worker
from tests.support.redis import redis_server
from trials.lossless.acts import Acts
from trials.lossless.connected import PATIENCE, connected, until_told
from trials.lossless.found import Found, share
from trials.lossless.journal import Line
from trials.lossless.loop import run
from trials.lossless.screen import Screen
from trials.lossless.stage import STEPPED
from trials.lossless.told import judge, unlike
from trials.lossless.world import World, build
from trials.races.race import last_number

ACTS, PER_SECOND = 2_000, 20
"""In each mode; and of each of both writers in a second."""
TEAM, PARTNERS, INTERPRETERS, PLACES = 2, 2, 24, 24
APART = 300
"""Seconds between the clocks of the two web services."""
APPLICATION = "trials.lossless.waking:application"
ALL_DROPPED = "100 % dropped"
MODES: Mapping[str, Mapping[str, str]] = {
    "none dropped": {},
    "10 % dropped": {"DROPPED": "0.1"},
    "50 % dropped": {"DROPPED": "0.5"},
    ALL_DROPPED: {"DROPPED": "1"},
    "doubled": {"WAKES": "doubled"},
    "late and in another order": {"WAKES": "late"},
}
"""What the sockets' process is told."""


@dataclass
class Way:
    """What came of one mode."""

    acts: int
    lines: int
    wrong: list[str]
    seconds: list[float]

    @property
    def p95(self) -> float:
        """In milliseconds."""
        return statistics.quantiles(self.seconds, n=20)[-1] * 1000 if len(self.seconds) > 1 else 0.0


def measure(
    scale: float = 1.0,
    *,
    modes: Mapping[str, Mapping[str, str]] = MODES,
    log: Path = RUN / "trials",
    patience: float = PATIENCE,
) -> Found:
    """``modes`` may be others: a test takes away what brings what no wake-up brought."""
    ways: dict[str, Way] = {}
    with redis_server() as redis, _two_webs(redis.url, log) as webs:
        for name, told in modes.items():
            world = build(team=TEAM, partners=PARTNERS, interpreters=INTERPRETERS, places=PLACES)
            more = {"REDIS_URL": redis.url, **told}
            out, count = log / "wakeups.sockets.log", share(ACTS, scale, least=40)
            with (
                commits() as at,
                worker(database_url(), log / "wakeups.worker.log", more={"REDIS_URL": redis.url}),
                sockets(database_url(), out, application=APPLICATION, more=more) as wire,
            ):
                ways[name] = run(_way(world, [*webs, wire], count, at, patience))
    return _figures(ways)


async def _way(world: World, ports: Sequence[int], count: int, commits: Mapping[int, float], patience: float) -> Way:
    *webs, wire = ports
    async with connected(world.everyone, web=webs[0], wires=[wire]) as screens:
        since = await sync_to_async(last_number)()
        both = [Acts(_half(world, number, len(webs)), web, seed=number) for number, web in enumerate(webs)]
        await asyncio.gather(*(_act(acts, share(count, 1 / len(both))) for acts in both))
        lines = await until_told(screens, since, patience)
        other = await unlike(screens)
    judged = await sync_to_async(judge)(screens, lines)
    wrong = [*judged.wrong, *other, *(one for acts in both for one in acts.wrong)]
    return Way(sum(acts.done for acts in both), len(lines), wrong, _seconds(screens, lines, commits))


async def _act(acts: Acts, count: int) -> None:
    """So many, however long it takes."""
    while acts.done < count and not acts.wrong:
        await acts.steadily(per_second=PER_SECOND, seconds=(count - acts.done) / PER_SECOND)


def _half(world: World, number: int, of: int) -> World:
    """The places that one of the writers acts on."""
    return replace(world, places=world.places[number::of])


def _seconds(screens: Sequence[Screen], lines: Sequence[Line], commits: Mapping[int, float]) -> list[float]:
    """From each commit until each screen that it concerns heard of it, or of something newer about the same."""
    found = []
    for screen in screens:
        heard: dict[tuple[str, str], list[tuple[int, float]]] = {}
        for one in screen.told:
            heard.setdefault((one.type, one.id), []).append((one.version, one.at))
        for line in lines:
            if line.hear & screen.viewer.hears and line.number in commits:
                first = next((at for version, at in heard.get((line.type, line.id), ()) if version >= line.version), None)
                if first is not None:
                    found.append(max(0.0, first - commits[line.number]))
    return found


@dataclass
class _Commits(threading.Thread):
    """Hears the database say each number as it is committed, and notes when."""

    at: dict[int, float] = field(default_factory=dict)
    ended: threading.Event = field(default_factory=threading.Event)

    __hash__ = threading.Thread.__hash__

    def __post_init__(self) -> None:
        super().__init__(name="commits", daemon=True)

    def run(self) -> None:
        with psycopg.connect(database_url(), autocommit=True) as database:
            database.execute(f"LISTEN {CHANNEL}")
            while not self.ended.is_set():
                for told in database.notifies(timeout=0.5):
                    if told.payload:
                        self.at[int(told.payload)] = time.time()


@contextmanager
def commits() -> Iterator[Mapping[int, float]]:
    """When each number was committed, by the clock that the screens have too."""
    found = _Commits()
    found.start()
    try:
        yield found.at
    finally:
        found.ended.set()
        found.join()


@contextmanager
def _two_webs(redis: str, log: Path) -> Iterator[list[int]]:
    """Two web services whose clocks are apart; the ports they answer on."""
    ports = []
    with ExitStack() as stack:
        for off in (-APART // 2, APART // 2):
            clock, port = log / f"wakeups.{off}.clock", free_port()
            log.mkdir(parents=True, exist_ok=True)
            clock.write_text(str(off))
            path = settings("web", "")["PYTHONPATH"]
            more = {"REDIS_URL": redis, "STEPPED_CLOCK": str(clock), "PYTHONPATH": f"{STEPPED}:{path}"}
            out, told = log / f"wakeups.web{off}.log", {"WEB_WORKERS": "1"}
            process = stack.enter_context(running("web", database_url(), out, port=port, told=told, more=more))
            until_open(port, process, out, within=UP_WITHIN)
            ports.append(port)
        yield ports


def _figures(ways: Mapping[str, Way]) -> Found:
    found = Found()
    wrong = sum(found.blame([f"{name}: {one}" for one in way.wrong]) for name, way in ways.items())
    least = min(way.acts for way in ways.values())
    p95 = "; ".join(f"{name} {way.p95:.0f} ms" for name, way in ways.items())
    how = (
        f"wake-ups of the database and of Redis alike: {', '.join(ways)}; {sum(way.acts for way in ways.values()):,} acts, "
        f"at least {least:,} in each, over HTTP to two web services whose clocks are {APART} s apart; "
        f"{TEAM + PARTNERS + INTERPRETERS} screens"
    )
    found.add("wakeups_dropped_lost", wrong, "changes", f"{how}; lost, doubled, told to others, or shown other than it is")
    found.add("wakeups_acts_of_each", least, "acts", how)
    for name, way in ways.items():
        found.add(
            f"wakeups_p95_{_word(name)}", round(way.p95), "ms", f"{way.acts:,} acts, {name}; from commit to frame, 95 in 100"
        )
    if ALL_DROPPED in ways:
        found.add(
            "wakeups_dropped_p95_ms", round(ways[ALL_DROPPED].p95), "ms", f"{how}; from commit to frame, 95 in 100: {p95}"
        )
    return found


def _word(name: str) -> str:
    """As a part of a figure's name."""
    return re.sub(r"\W+", "_", name.replace(" %", "")).strip("_")
