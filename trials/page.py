"""``docs/trials.md``: what must never happen, how often it was tried, and whether it held; drawn from results and goals.

``python -m trials.page`` writes it anew and the bench's page with it, as ``make generate`` does; with ``--check`` it says
whether both are up to date, and whether all that must hold was shown to.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import page
from bench.chart import Bar, chart
from bench.page import IMAGES, Goal, beside_goals, not_shown, require_drawn, unexplained, without_goals
from scripts.paths import ROOT
from scripts.say import stop

HERE = Path(__file__).parent
GOALS, RESULTS = HERE / "goals.json", HERE / "results.json"
PAGE = ROOT / "docs" / "trials.md"
HEAD = """# What must never happen

Generated from `trials/results.json` and `trials/goals.json` by `make trials` and `make generate`. A check keeps it so: every
*must* has to have held, in as many rounds, acts or seconds as its goal asks. An *aim* may fall short, and is
told as it is. What each trial does is in [decision 26](decisions/0026-trials.md), and for those of live updates and phones
without a line in [decision 37](decisions/0037-lossless.md); what a text may hold is in
[decision 38](decisions/0038-what-texts-may-hold.md).
"""
LOSSLESS = "lossless/"
MISSED, REFUSED = "access/texts_missed_", "access/texts_refused_"
RECOVERY_OF, WORST, WAKEUPS_AT = "lossless/fault_recovery_", "lossless/fault_recovery_s", "lossless/wakeups_p95_"
SHARES, RECOVERY, WAKEUPS = "lossless-goals.svg", "lossless-recovery.svg", "lossless-wakeups.svg"


def drawn(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> dict[Path, str]:
    """The page and its charts."""
    named = {goal.name for goal in known}
    others = [name for name in found if name not in named and not name.startswith((MISSED, REFUSED))]
    charts = _charts(known, found)
    lines = [HEAD, "## What has a goal", "", *beside_goals(known, found)]
    lines += [
        "## Live updates and phones without a line",
        "",
        *(f"![{title}](images/{name})" for name, (title, _) in charts.items()),
    ]
    lines += ["", *_texts(found), *without_goals(others, found)]
    return {PAGE: "\n".join(lines), **{IMAGES / name: svg for name, (_, svg) in charts.items()}}


def _texts(found: dict[str, dict[str, Any]]) -> list[str]:
    """What was missed and what was refused of the texts that were held out, by language; nothing where none were tried."""
    codes = [name.removeprefix(MISSED) for name in found if name.startswith(MISSED)]
    if not codes:
        return []
    lines = [
        "## What a text may hold, by language",
        "",
        "Of the texts held out ([decision 38](decisions/0038-what-texts-may-hold.md)).",
        "",
    ]
    lines += ["| language | personal, missed | innocent, refused |", "| --- | --- | --- |"]
    for code in sorted(codes):
        cells = [_of_all(found[f"{stem}{code}"]) for stem in (MISSED, REFUSED)]
        lines.append(f"| {found[f'{MISSED}{code}']['how'].partition(',')[0]} | {' | '.join(cells)} |")
    return [*lines, ""]


def _of_all(line: dict[str, Any]) -> str:
    return f"{line['figure']:g} of {line['how'].split()[-2]}"


def _charts(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """By file, the title and the drawing: figures as shares of their goals, and what faults and lost wake-ups cost."""
    most = [goal for goal in known if goal.name.startswith(LOSSLESS) and goal.op == "<=" and goal.goal and goal.name in found]
    shares = [_bar(goal.name, found[goal.name], goal.goal) for goal in most]
    kinds = [
        _bar(name, line, 1)
        for name, line in sorted(found.items())
        if name.startswith(f"{LOSSLESS}fault_recovery_") and name != WORST
    ]
    rates = [_bar(name, line, 1) for name, line in sorted(found.items()) if name.startswith(f"{LOSSLESS}wakeups_p95_")]
    return {
        SHARES: (title := "Each figure as a share of its goal", chart(title, shares, line=1.0)),
        RECOVERY: (title := "Seconds until all is well after a fault, worst of each kind", chart(title, kinds, line=10.0)),
        WAKEUPS: (title := "Milliseconds from commit to frame where wake-ups are lost, p95", chart(title, rates, line=3000.0)),
    }


def _bar(name: str, line: dict[str, Any], goal: float) -> Bar:
    return Bar(name.removeprefix(LOSSLESS), line["figure"] / goal, f"{line['figure']:g} {line['unit']}")


def write() -> None:
    for path, text in drawn(page.goals(GOALS), page.measured(RESULTS)).items():
        path.write_text(text)


def main() -> None:
    page.main()
    if "--check" not in sys.argv[1:]:
        return write()
    known, found = page.goals(GOALS), page.measured(RESULTS)
    if said := not_shown(known, found):
        stop("\n".join(["Run `make trials` again:", *said]))
    return require_drawn(drawn(known, found), unexplained(known, found))


if __name__ == "__main__":
    main()
