"""Whether a hot path takes longer the longer the past is: each read and act at 1,000, 100,000 and 1,000,000 past places."""

import os
import statistics
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack

from bench import databases, limits
from bench.acts import Asked, acts
from bench.paths import HOT, Hot, asked
from bench.results import Figure
from bench.rounds import in_turn, ratio, require_steady
from bench.world.built import World, build
from scripts.say import stop
from tests.support.deployed import web

SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "1000,100000,1000000").split(","))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
WRITES = ("accept", "request", "confirm_day")
"""Acts of ``bench.acts`` that are asked in every world too."""
HOW = (
    "over HTTP, signed in, gunicorn as deployed; the same coming days, {sizes} past places in front of them; "
    "medians of {rounds} rounds in turn"
)

type Key = tuple[str, int]


def measure() -> list[Figure]:
    """For each hot path its time at the most past places over that at the fewest, and the worst of them all."""
    with databases.server("growth", durable=False) as postgres, ExitStack() as stack:
        worlds = [build(postgres, size) for size in SIZES]
        ports = [stack.enter_context(_served(world)) for world in worlds]
        beside = databases.create(postgres, "limits")
        limits.make_tables(beside)
        asks: dict[Key, Callable[[], float]] = {(limits.SQL, 0): lambda: limits.transaction(beside)}
        uneven: list[str] = []
        for hot in HOT:
            asks |= _reads(hot, worlds, ports, uneven)
        if uneven:
            stop(f"Not as much is shown in every world: {'; '.join(uneven)}")
        for world, port in zip(worlds, ports, strict=True):
            doing = stack.enter_context(acts(world, port, Asked(world, port)))
            asks |= {(name, world.shifts): doing[name] for name in WRITES}
        found = in_turn(asks, ROUNDS)
    require_steady(limits.SQL, found.pop((limits.SQL, 0)))
    return figures(found)


def _reads(hot: Hot, worlds: Sequence[World], ports: Sequence[int], uneven: list[str]) -> dict[Key, Callable[[], float]]:
    """``hot`` in each world; it has to show as much in all of them, or its times say nothing of the past: ``uneven`` says."""
    found, rows = {}, set()
    for world, port in zip(worlds, ports, strict=True):
        found[hot.name, world.shifts], shown = _asking(hot, world, port)
        rows.add(shown)
    if len(rows) > 1:
        uneven.append(f"{hot.name} {sorted(rows)}")
    return found


def _served(world: World) -> AbstractContextManager[int]:
    return web(world.url, databases.log(f"web-{world.shifts}"), workers=1, threads=2)


def figures(found: dict[Key, list[float]]) -> list[Figure]:
    """``found``: by path and size the seconds of each round."""
    sizes = sorted({size for _name, size in found})
    how = HOW.format(sizes=", ".join(f"{size:,}" for size in sizes), rounds=len(next(iter(found.values()))))
    lines, worst = [], ("", 0.0)
    for name in dict.fromkeys(name for name, _size in found):
        grown = ratio(found[name, sizes[-1]], found[name, sizes[0]])
        times = ", ".join(f"{statistics.median(found[name, size]) * 1000:.1f}" for size in sizes)
        lines.append(Figure(f"bench/growth_{name}", round(grown, 2), "×", f"{how}: {times} ms"))
        worst = max(worst, (name, grown), key=lambda pair: pair[1])
    return [
        Figure("bench/growth_1e3_to_1e6_worst", round(worst[1], 2), "×", f"{worst[0]}, of {len(lines)} paths; {how}"),
        *lines,
    ]


def _asking(hot: Hot, world: World, port: int) -> tuple[Callable[[], float], int]:
    """What asks for the path once and tells the seconds; and how many rows it shows."""
    person = world.person(hot.role, port)
    path = asked(hot, world, person)

    def ask() -> float:
        answer = person.get(path)
        if answer.status != 200:
            stop(f"{hot.name} at {world.shifts:,} answered {answer.status}: {answer.body[:500]!r}")
        return answer.seconds

    ask()
    shown = person.get(path).json()
    return ask, len(shown.get("results", shown.get("sessions", ())))
