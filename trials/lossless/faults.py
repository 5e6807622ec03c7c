"""Whatever is killed, cut, stalled, filled up or stepped: what was acknowledged is kept once, and every screen shows it.

In each run people act over HTTP and look at screens; a fault is done, and taken away. Then everybody must be able to act
again, and every screen must show what a fresh fetch does. A round is one run of each kind, in an order chance chooses. In every
other round people stop when the fault is taken away: nothing that happens later then helps a screen that missed something.
In one half of the rounds the database and Redis both wake the sockets' process; in the other Redis alone, and what is left
without it is that the process looks by itself.
"""

import asyncio
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack, ExitStack, suppress
from dataclasses import dataclass, field

from asgiref.sync import sync_to_async
from procrastinate.contrib.django.models import ProcrastinateJob

from passerelle.journal.models import Change
from scripts.say import say
from tests.races.invariants import faults
from tests.support import waiting
from trials.lossless import acting
from trials.lossless.connected import connected, until_quiet, until_told
from trials.lossless.found import Found, share
from trials.lossless.injecting import KINDS, Kind, Play, possible
from trials.lossless.journal import lines_since
from trials.lossless.loop import let_go, run
from trials.lossless.stage import Stage, stage
from trials.lossless.told import judge, unlike
from trials.lossless.world import build
from trials.races.race import last_number

RUNS = 10
"""Of each kind."""
TEAM, PARTNERS, INTERPRETERS = 2, 2, 5
SETTLED = 0.5
"""Seconds that people act before something happens."""
WELL_WITHIN = 60.0
"""Seconds after which a run is not waited for any longer: it counts as not recovered."""
JOBS_WITHIN = 90.0
LOOK_AGAIN = 0.05


@dataclass(frozen=True)
class Weakened:
    """What a test takes away: the keys under which phones ask again, and that screens notice that they missed something."""

    keyed: bool = True
    resumes: bool = True
    well_within: float = WELL_WITHIN


WHOLE = Weakened()


@dataclass
class Tally:
    """What came of all runs. ``seconds`` until all was well again, by kind."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    unwoken: int = 0
    """Runs where the database wakes nobody."""
    acts: int = 0
    retried: int = 0
    told_busy: int = 0
    resyncs: int = 0
    jobs: int = 0

    @property
    def runs(self) -> int:
        return sum(len(each) for each in self.seconds.values())


def measure(scale: float = 1.0) -> Found:
    """On databases of its own."""
    tally = Tally()
    for rounds, listens in shared_out(share(RUNS, scale)):
        with stage(listens=listens) as on:
            measure_on(on, rounds, tally=tally)
    return _figures(tally)


def shared_out(rounds: int) -> list[tuple[range, bool]]:
    """The numbers of the rounds on each stage, and whether it listens; a single round is on the one that does not."""
    half = rounds // 2
    return [(some, listens) for some, listens in ((range(half), True), (range(half, rounds), False)) if some]


def measure_on(
    on: Stage, rounds: Iterable[int], *, kinds: Sequence[Kind] = KINDS, weakened: Weakened = WHOLE, tally: Tally | None = None
) -> Found:
    """The rounds of those numbers, added to ``tally`` where there is one."""
    tally, wanted = tally or Tally(), possible(kinds, on)
    for number in rounds:
        run(_round(on, wanted, number, tally, weakened))
    return _figures(tally)


async def _round(on: Stage, kinds: Sequence[Kind], number: int, tally: Tally, weakened: Weakened) -> None:
    world = await sync_to_async(build)(team=TEAM, partners=PARTNERS, interpreters=INTERPRETERS, places=INTERPRETERS)
    people = await sync_to_async(acting.people)(world, on.web.port, number, keyed=weakened.keyed)
    since, chance = await sync_to_async(last_number)(), random.Random(number)  # noqa: S311  (what comes first, not a secret)
    async with AsyncExitStack() as looking:
        slow, *others = world.everyone
        screens = await looking.enter_async_context(connected([slow], web=on.web.port, wires=[on.slow.port]))
        screens += await looking.enter_async_context(connected(others, web=on.web.port, wires=[on.sockets.port]))
        for screen in screens:
            screen.resumes = screen.refetches_all = weakened.resumes
        play = Play(on, world, screens, people, chance, well_within=weakened.well_within)
        for kind in chance.sample(kinds, len(kinds)):
            await _run(kind, play, tally, act_on=number % 2 == 0)
        await sync_to_async(_look_back)(play, people, since, tally)
    tally.acts += sum(len(person.acknowledged) for person in people)
    tally.retried += sum(person.retried for person in people)
    tally.told_busy += sum(person.told_busy for person in people)
    tally.resyncs += sum(screen.resyncs for screen in screens)


async def _run(kind: Kind, play: Play, tally: Tally, *, act_on: bool) -> None:
    """One fault, while people act; ``act_on``: and afterwards, until everybody did something. It counts if it took effect."""
    await sync_to_async(let_go)()
    since, people = await sync_to_async(last_number)(), play.people
    with ExitStack() as fault, acting.all_acting(people):
        await asyncio.sleep(SETTLED)
        wrong = await _do(kind, play, fault, act_on=act_on)
        taken = time.monotonic()
        while act_on and not _did_something(people, taken) and time.monotonic() < taken + play.well_within:
            await asyncio.sleep(LOOK_AGAIN)
        _end(people)
        await asyncio.gather(*(asyncio.to_thread(person.join) for person in people))
        other = await _unlike(play, since)
        seconds = time.monotonic() - taken
    wrong += await asyncio.to_thread(_not_whole, play)
    if not wrong:
        tally.seconds[kind.name].append(seconds)
        tally.unwoken += not play.stage.listens
    say(f"  {kind.name}: well again after {seconds:.1f} s")
    tally.screens += [f"after {kind.name}: {one}" for one in other]
    tally.other += [f"{kind.name}: {one}" for one in wrong]
    tally.other += [f"after {kind.name}: {one}" for person in people for one in person.wrong]


async def _do(kind: Kind, play: Play, fault: ExitStack, *, act_on: bool) -> list[str]:
    """Do it, let it stand until it took effect, and take it away unless it lasts; what did not come about, in words."""
    wrong = []
    try:
        took_effect = await asyncio.to_thread(kind.effect, play)
        await sync_to_async(fault.enter_context)(kind.inject(play))
        await asyncio.sleep(kind.stands)
        await asyncio.to_thread(waiting.until, took_effect, within=play.well_within, what="it took effect")
    except AssertionError as error:
        wrong.append(f"did not come about: {error}")
    _end(play.people if not act_on else ())
    if not kind.lasts:
        await sync_to_async(fault.close)()
    return wrong


def _not_whole(play: Play) -> list[str]:
    """Whatever was done, the sockets' process is woken by Redis again."""
    with suppress(AssertionError):
        waiting.until(play.stage.redis.channels, within=play.well_within)
        return []
    return ["afterwards nobody listens to Redis"]


def _end(people: Sequence[acting.Person]) -> None:
    for person in people:
        person.end()


def _did_something(people: Sequence[acting.Person], since: float) -> bool:
    return all(person.did_something_since(since) for person in people)


async def _unlike(play: Play, since: int) -> list[str]:
    """What screens show that is not so, once they had time to be told."""
    await sync_to_async(let_go)()
    until = time.monotonic() + play.well_within
    while True:
        await until_told(play.screens, since, play.well_within)
        await until_quiet(play.screens, play.well_within)
        if not (found := await unlike(play.screens)) or time.monotonic() > until:
            return found
        await asyncio.sleep(LOOK_AGAIN)


def _look_back(play: Play, people: Sequence[acting.Person], since: int, tally: Tally) -> None:
    """All that a round left: what was acknowledged, what was told, who holds what, and the jobs."""
    let_go()
    kept = acting.kept(people, since)
    tally.lost += kept.lost
    tally.twice += kept.twice
    tally.other += [*faults(), *play.wrong, *_jobs(play, tally)]
    judged = judge(play.screens, lines_since(since))
    tally.screens += judged.wrong


def _jobs(play: Play, tally: Tally) -> list[str]:
    """Each job is done, and what it does was done once."""
    until, wrong = time.monotonic() + JOBS_WITHIN, []
    while time.monotonic() < until and ProcrastinateJob.objects.filter(id__in=play.jobs).exclude(status="succeeded").exists():
        time.sleep(LOOK_AGAIN)
    for job in ProcrastinateJob.objects.filter(id__in=play.jobs):
        tally.jobs += 1
        lapsed = Change.objects.filter(entity="offer", entity_id=play.jobs[job.id], kind="lapsed").count()
        if (job.status, lapsed) != ("succeeded", 1):
            wrong.append(f"a job of a killed worker is {job.status}, and what it does was done {lapsed} times")
    return wrong


def _figures(tally: Tally) -> Found:
    found = Found()
    lost, screens = found.blame(tally.lost) + found.blame(tally.twice), found.blame(tally.screens)
    found.blame(tally.other)
    worst = {name: max(each) for name, each in tally.seconds.items()}
    how = (
        f"{tally.runs} runs of {len(worst)} kinds, {tally.unwoken} of them where Redis alone wakes the sockets' process, not "
        f"the database too; {tally.acts:,} acts over HTTP acknowledged, {tally.retried} asked again under their key, "
        f"{tally.told_busy} of those since they were told to; {TEAM + PARTNERS + INTERPRETERS} screens, {tally.resyncs} times "
        f"told to fetch everything; {tally.jobs} jobs of killed workers"
    )
    by_kind = "; ".join(f"{name} {seconds:.1f}" for name, seconds in sorted(worst.items(), key=lambda one: -one[1]))
    slowest = round(max(worst.values(), default=0), 1)
    found.add("fault_kinds", len(worst), "kinds", f"{how}: {', '.join(sorted(worst))}")
    found.add("fault_runs", tally.runs, "runs", how)
    found.add("fault_acknowledged_lost", lost, "acts", f"{how}; acknowledged and not stored, or done twice")
    found.add("fault_screens_wrong", screens, "screens", f"{how}; showing what is not so, or told what is not theirs, or twice")
    until = "from the moment a fault is taken away until everybody acted and every screen shows what is so"
    found.add("fault_recovery_s", slowest, "s", f"{how}; {until}; the worst of each: {by_kind}")
    for name, each in tally.seconds.items():
        found.add(f"fault_recovery_{name}", round(max(each), 1), "s", f"{until}; the worst of {len(each)} runs")
    middle = statistics.median([one for each in tally.seconds.values() for one in each] or [0])
    found.add("fault_p50_recovery_s", round(middle, 1), "s", f"{how}; {until}; the median of all runs")
    return found
