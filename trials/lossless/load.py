"""Five hundred screens of three roles, fifty acts a second for ten minutes: until what each screen *shows* is what is so."""

import statistics
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from asgiref.sync import sync_to_async

from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import ASGI, hubs, web, worker
from trials.lossless.acts import Acts
from trials.lossless.connected import HUBS, PATIENCE, connected, until_told
from trials.lossless.found import Found
from trials.lossless.loop import run
from trials.lossless.timed import Timed, timed
from trials.lossless.told import Judged, judge, unlike
from trials.lossless.world import World, part
from trials.races.race import last_number

PEOPLE = {"team": 10, "partners": 90, "interpreters": 400, "places": 133}
"""The team is a dozen people; most who look are interpreters, each at their own. Three are asked for a place."""
PER_SECOND, SECONDS = 50, 600
FREE_DAYS = 0.9
"""Of the acts. A yes is shown to the team, the partner and everybody else who was asked."""
LEAST = 0.05
"""Of the people: a part of the trial is shorter, and not among nobody."""


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    application: str = ASGI,
    more: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
    per_second: float = PER_SECOND,
    seconds: float = SECONDS,
    named: str = "load",
) -> Found:
    """``application`` and ``more`` of its environment are those of the sockets' process: a test breaks it."""
    people = max(scale, LEAST)
    world = part(people, **PEOPLE)
    with ExitStack() as processes:
        http = processes.enter_context(web(database_url(), log / f"{named}.web.log"))
        processes.enter_context(worker(database_url(), log / f"{named}.worker.log"))
        sockets = hubs(database_url(), log / f"{named}.sockets", HUBS, application=application, more=more)
        live = processes.enter_context(sockets)
        acts = Acts(world, http, days=FREE_DAYS)
        found = run(_run(world, acts, live, per_second=per_second * people, seconds=seconds * scale, patience=patience))
    found.figures = [replace(one, name=one.name.replace("load", named)) for one in found.figures]
    return found


async def _run(world: World, acts: Acts, live: list[int], *, per_second: float, seconds: float, patience: float) -> Found:
    async with connected(world.everyone, web=acts.web, wires=live) as screens:
        since = await sync_to_async(last_number)()
        begun = time.monotonic()
        await acts.steadily(per_second=per_second, seconds=seconds)
        took = time.monotonic() - begun
        lines = await until_told(screens, since, patience)
        other = await unlike(screens)
    judged, until = await sync_to_async(judge)(screens, lines), timed(screens, lines, acts)
    gaps = [f"{screen.viewer.who.actor.user_id} missed a frame" for screen in screens if screen.gaps]
    closed = [f"a socket was closed with {code}" for screen in screens for code in screen.closes[:-1]]
    days = sum(map(len, acts.of_days.values()))
    how = (
        f"{len(screens)} screens over {HUBS} processes of sockets ({len(world.team)} of the team, "
        f"{len(world.partners)} partners, "
        f"{len(world.interpreters)} interpreters), {acts.done:,} acts due within {seconds:.0f} s and answered within "
        f"{took:.0f} ({days:,} a free day that was none or the contrary, else yes or undone; {per_second:g} due in a second, "
        f"{acts.late} left out as nobody was free to act), "
        f"{len(lines):,} lines, {sum(len(screen.told) for screen in screens):,} changes told, "
        f"{sum(screen.fetched for screen in screens):,} fetches"
    )
    left_out = [f"{acts.late} acts were left out"] if acts.late > max(1, acts.done // 100) else []
    return _figures(judged, until, acts, [*other, *gaps, *closed, *left_out], how)


def _figures(judged: Judged, until: Timed, acts: Acts, other: list[str], how: str) -> Found:
    found = Found()
    kinds = (judged.lost, judged.doubled, judged.forbidden, until.unshown, until.untold, other, acts.wrong)
    wrong = sum(found.blame(kind) for kind in kinds)
    found.add("load_lost_doubled_forbidden", wrong, "changes", how)
    found.add("load_acts", acts.done, "acts", how)
    found.add("load_act_p50_ms", round(statistics.median(acts.seconds) * 1000, 1), "ms", f"{how}; until an act was answered")
    p50, p99 = (statistics.quantiles(until.seconds, n=100)[at] * 1000 for at in (49, 98))
    shown = (
        f"{how}; from the moment an act began, before its commit, until a screen shows by what it fetched that this or a later "
        f"act was done; {len(until.seconds):,} times: a free day on the screen of whoever said it (nobody else's shows it), "
        "a yes on the screens of all who were asked, of the partner and of those of the team who look at that day"
    )
    found.add("load_changes_timed", len(until.seconds), "changes", shown)
    found.add("load_commit_to_state_p50_ms", round(p50, 1), "ms", shown)
    found.add("load_commit_to_state_p99_ms", round(p99, 1), "ms", shown)
    return found
