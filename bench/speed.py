"""How fast the hot paths are, over HTTP against the product as it is deployed, beside what PostgreSQL and DRF cost alone."""

import os
import statistics
from contextlib import ExitStack

from bench import databases, limits, statements
from bench.acts import WHAT, Asked, Measure, acts
from bench.results import Figure
from bench.rounds import in_turn, ratio, require_steady
from bench.world.built import build
from tests.support.deployed import web

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
PAST = 1000
OVER = {
    "accept_p50_over_sql": ("accept", limits.SQL),
    "request_p50_over_sql": ("request", limits.SQL),
    "confirm_day_p50_over_sql": ("confirm_day", limits.SQL),
    "tap50_one_shift_over_hot_row": ("tap50", limits.HOT_ROW),
    "list20_p50_over_bare_drf": ("list20", limits.DRF),
    "board_p50_over_bare_drf": ("board", limits.DRF),
    "candidates_p50_over_bare_drf": ("candidates", limits.DRF),
}
"""Each figure: what of the product, over which limit."""


def measure() -> list[Figure]:
    """Each figure is a median over a limit's median in the same rounds; raises ``Void`` where a limit was not steady."""
    with databases.server("speed") as postgres, ExitStack() as stack:
        world = build(postgres, PAST)
        beside = databases.create(postgres, "limits")
        limits.make_tables(beside)
        product = stack.enter_context(web(world.url, databases.log("web")))
        bare = stack.enter_context(web(beside, databases.log("bare"), application="bench.bare:application"))
        asked = Asked(world, product)
        doing = stack.enter_context(acts(world, product, asked))
        measures: dict[str, Measure] = {**limits.measures(beside, bare), **doing, "tap50": asked.taps}
        for one in measures.values():
            one()  # the first of each opens connections and fills caches
        counted = statements.of_each(postgres, doing)
        found = in_turn(measures, ROUNDS)
    for limit in limits.ALL:
        require_steady(limit, found[limit])
    return [*counted, *figures(found)]


def figures(found: dict[str, list[float]]) -> list[Figure]:
    """``found``: by what was done the median seconds of each round."""
    return [
        Figure(f"bench/{name}", round(ratio(found[what], found[over]), 2), "×", _how(found, what, over))
        for name, (what, over) in OVER.items()
    ]


def _how(found: dict[str, list[float]], what: str, over: str) -> str:
    one, other = (statistics.median(found[name]) * 1000 for name in (what, over))
    rounds = len(found[what])
    return f"{WHAT[what]}, over HTTP as deployed: {one:.1f} ms; {over}: {other:.2f} ms; medians of {rounds} rounds in turn"
