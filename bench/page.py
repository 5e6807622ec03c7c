"""``docs/bench.md``: every figure with its goal and whether it holds, drawn from ``results.json`` and ``goals.json``.

``python -m bench.page`` writes it anew, as ``make bench`` does at its end; with ``--check`` it says whether it is up to date.
"""

import json
import operator
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import results
from bench.chart import Bar, chart
from scripts.paths import ROOT
from scripts.say import stop

GOALS = Path(__file__).parent / "goals.json"
PAGE, IMAGES = ROOT / "docs" / "bench.md", ROOT / "docs" / "images"
GROWTH = "bench/growth_"
MUST = "must"
OPERATORS: dict[str, Callable[[float, float], bool]] = {"<=": operator.le, ">=": operator.ge, "==": operator.eq}
SIGNS = {"<=": "≤", ">=": "≥", "==": "="}
HEAD = """# What was measured

Generated from `bench/results.json` and `bench/goals.json` by `make bench` and `make generate`; a check keeps it so.
How each figure is got, and what makes a run void, is in [decision 25](decisions/0025-bench.md). A *must* holds before the work
it belongs to is called done; an *aim* may fall short, and is told as it is. Figures with × are ratios of medians of one run, so
they can be compared between machines; seconds and scores cannot.
"""


@dataclass(frozen=True)
class Goal:
    """What a figure is to reach: ``kind`` is *must* or *aim*, ``of`` says what is compared, ``why`` what holds it back.

    ``counted`` are figures that say how much was tried, each ``least`` times or more.
    """

    name: str
    op: str
    goal: float
    kind: str
    of: str
    why: str = ""
    counted: Sequence[str] = ()
    least: float = 0

    def holds(self, figure: float) -> bool:
        return OPERATORS[self.op](figure, self.goal)


def goals(path: Path = GOALS) -> list[Goal]:
    read: dict[str, dict[str, Any]] = json.loads(path.read_text())
    return [Goal(name, **fields) for name, fields in read.items()]


def measured(path: Path | None = None) -> dict[str, dict[str, Any]]:
    """The kept figures by name; the bench's own unless told."""
    return {line["name"]: line for line in results.kept(path or results.RESULTS)}


def drawn(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> dict[Path, str]:
    """Every generated file with its text."""
    named = {goal.name for goal in known}
    growth = sorted(
        (name for name in found if name.startswith(GROWTH) and name not in named), key=lambda n: -found[n]["figure"]
    )
    others = [name for name in found if name not in named and name not in growth]
    files = {PAGE: "\n".join([HEAD, *_goals(known, found), *without_goals(others, found), *_growth(growth, found)])}
    ratios = [goal for goal in known if goal.name in found and found[goal.name]["unit"] == "×"]
    shares = [Bar(goal.name, found[goal.name]["figure"] / goal.goal, f"{found[goal.name]['figure']:g} ×") for goal in ratios]
    files[IMAGES / "bench-speed.svg"] = chart("Each ratio as a share of its goal", shares, line=1.0)
    worst = [Bar(name, found[name]["figure"], f"{found[name]['figure']:g} ×") for name in growth]
    files[IMAGES / "bench-growth.svg"] = chart("A million past places against a thousand", worst, line=1.5)
    return files


def _goals(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    head = ["## Figures with a goal", "", "![Each ratio as a share of its goal](images/bench-speed.svg)", ""]
    return [*head, *beside_goals(known, found)]


def beside_goals(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    """Each goal with its figure and whether it holds, what holds it back, and how it was got."""
    lines = ["| figure | measured | goal | | holds | what it is |", "| --- | --- | --- | --- | --- | --- |"]
    for goal in known:
        line, wanted = found.get(goal.name), f"{SIGNS[goal.op]} {goal.goal:g}"
        value, holds = "not yet", ""
        if line is not None:
            value, holds = f"{line['figure']:g} {line['unit']}", "yes" if goal.holds(line["figure"]) else "**no**"
        lines.append(f"| `{goal.name}` | {value} | {wanted} | {goal.kind} | {holds} | {goal.of} |")
    behind = [f"- `{goal.name}`: {goal.why}." for goal in known if goal.why]
    behind = ["What holds back what falls short:", "", *behind, ""] if behind else []
    how = [f"- `{goal.name}`: {_how(found[goal.name])}" for goal in known if goal.name in found]
    return [*lines, "", *behind, "How each was got:", "", *how, ""]


def unexplained(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    """What falls short, and nobody says why."""
    return [goal.name for goal in known if goal.name in found and not goal.holds(found[goal.name]["figure"]) and not goal.why]


def not_shown(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    """What must hold and was not shown to, in words: no result, one that does not hold, or one of too few tries."""
    said = []
    for goal in (goal for goal in known if goal.kind == MUST):
        line = found.get(goal.name)
        if line is None:
            said.append(f"{goal.name} has no result yet")
        elif not goal.holds(line["figure"]):
            said.append(f"{goal.name} is {line['figure']:g}, and must be {SIGNS[goal.op]} {goal.goal:g}")
        for name in goal.counted:
            tried = found[name]["figure"] if name in found else 0
            if tried < goal.least:
                said.append(f"{goal.name} rests on {tried:g} of {name}, and must on {goal.least:g}")
    return said


def without_goals(names: Sequence[str], found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["## Figures without one", "", "| figure | measured | how |", "| --- | --- | --- |"]
    return [*lines, *(f"| `{n}` | {found[n]['figure']:g} {found[n]['unit']} | {_how(found[n])} |" for n in sorted(names)), ""]


def _growth(names: Sequence[str], found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["## Every hot path, a million past places against a thousand", ""]
    lines += ["![Every hot path](images/bench-growth.svg)", "", "| path | × | times |", "| --- | --- | --- |"]
    for name in names:
        times = found[name]["how"].rpartition(": ")[2]
        lines.append(f"| `{name.removeprefix(GROWTH)}` | {found[name]['figure']:g} | {times} |")
    return [*lines, ""]


def _how(line: dict[str, Any]) -> str:
    return f"{line['how']} ({line['machine']})"


def write() -> None:
    for path, text in drawn(goals(), measured()).items():
        path.write_text(text)


def require_drawn(wanted: dict[Path, str], silent: Sequence[str]) -> None:
    """Stop where the files are not what the figures say, or somebody fell ``silent`` about what falls short."""
    if silent:
        stop(f"These fall short, and `why` in goals.json says nothing: {', '.join(silent)}")
    if stale := [path.name for path, text in wanted.items() if not path.exists() or path.read_text() != text]:
        stop(f"Not what the figures say: {', '.join(stale)}")


def main() -> None:
    if "--check" in sys.argv[1:]:
        require_drawn(drawn(goals(), measured()), unexplained(goals(), measured()))
    else:
        write()


if __name__ == "__main__":
    main()
