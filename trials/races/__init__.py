"""Races over HTTP: acts that cannot all be had, done in the same moment by people who are signed in."""

from pathlib import Path

from bench.results import Figure, kept
from tests.support.database import clean, database_url
from tests.support.deployed import web
from trials.races import cancelling, one_day, one_place, one_version
from trials.races.race import Race, rounds_of
from trials.races.running import Tally, figures, run
from trials.wire import Wire

RACES: dict[str, Race] = {race.name: race for race in (*one_place.RACES, *one_version.RACES, *one_day.RACES, *cancelling.RACES)}
ALL_TOGETHER = {"5xx": "races/responses_5xx", "losers_untold": "races/losers_untold"}


def measure(name: str, rounds: int, log: Path) -> Tally:
    """One race on an empty database, on web processes of its own; where acts take turns in it, ``rounds_of`` says how many."""
    clean()
    with web(database_url(), log) as port:
        return run(RACES[name], Wire(port), rounds_of(RACES[name], rounds))


def of_all(written: Path) -> list[Figure]:
    """What the goals ask of all races together, once each of them was run."""
    known = {line["name"]: line["figure"] for line in kept(written)}
    found = []
    for part, name in ALL_TOGETHER.items():
        counts = [known[f"races/{race}_{part}"] for race in RACES if f"races/{race}_{part}" in known]
        if len(counts) == len(RACES):
            rounds = sum(known[f"races/{race}_rounds"] for race in RACES)
            found.append(Figure(name, sum(counts), "answers", f"all races together, {rounds:g} rounds"))
    return found


__all__ = ["RACES", "Tally", "figures", "measure", "of_all", "run"]
