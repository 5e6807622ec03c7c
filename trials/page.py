"""``docs/trials.md``: what must never happen, how often it was tried, and whether it held; drawn from results and goals.

``python -m trials.page`` writes it anew and the bench's page with it, as ``make generate`` does; with ``--check`` it says
whether both are up to date, and whether all that must hold was shown to.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import page
from bench.page import Goal, beside_goals, not_shown, require_drawn, unexplained, without_goals
from scripts.paths import ROOT
from scripts.say import stop

HERE = Path(__file__).parent
GOALS, RESULTS = HERE / "goals.json", HERE / "results.json"
PAGE = ROOT / "docs" / "trials.md"
HEAD = """# What must never happen

Generated from `trials/results.json` and `trials/goals.json` by `make trials` and `make generate`. A check keeps it so: every
*must* has to have held, in at least a thousand rounds, or twenty thousand steps or requests. An *aim* may fall short, and is
told as it is. What each trial does is in [decision 26](decisions/0026-trials.md).
"""


def drawn(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> dict[Path, str]:
    """The page with its text."""
    named = {goal.name for goal in known}
    others = [name for name in found if name not in named]
    lines = [HEAD, "## What has a goal", "", *beside_goals(known, found), *without_goals(others, found)]
    return {PAGE: "\n".join(lines)}


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
