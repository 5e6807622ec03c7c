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
    """What a figure is to reach: ``kind`` is *must* or *aim*, ``of`` says what is compared, ``why`` what holds it back."""

    name: str
    op: str
    goal: float
    kind: str
    of: str
    why: str = ""

    def holds(self, figure: float) -> bool:
        return OPERATORS[self.op](figure, self.goal)


def goals() -> list[Goal]:
    read: dict[str, dict[str, Any]] = json.loads(GOALS.read_text())
    return [Goal(name, **fields) for name, fields in read.items()]


def measured() -> dict[str, dict[str, Any]]:
    """The kept figures by name."""
    return {line["name"]: line for line in results.kept(results.RESULTS)}


def drawn(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> dict[Path, str]:
    """Every generated file with its text."""
    named = {goal.name for goal in known}
    growth = sorted(
        (name for name in found if name.startswith(GROWTH) and name not in named), key=lambda n: -found[n]["figure"]
    )
    others = [name for name in found if name not in named and name not in growth]
    files = {PAGE: "\n".join([HEAD, *_goals(known, found), *_others(others, found), *_growth(growth, found)])}
    ratios = [goal for goal in known if goal.name in found and found[goal.name]["unit"] == "×"]
    shares = [Bar(goal.name, found[goal.name]["figure"] / goal.goal, f"{found[goal.name]['figure']:g} ×") for goal in ratios]
    files[IMAGES / "bench-speed.svg"] = chart("Each ratio as a share of its goal", shares, line=1.0)
    worst = [Bar(name, found[name]["figure"], f"{found[name]['figure']:g} ×") for name in growth]
    files[IMAGES / "bench-growth.svg"] = chart("A million past places against a thousand", worst, line=1.5)
    return files


def _goals(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["## Figures with a goal", "", "![Each ratio as a share of its goal](images/bench-speed.svg)", ""]
    lines += ["| figure | measured | goal | | holds | what it is |", "| --- | --- | --- | --- | --- | --- |"]
    for goal in known:
        line, wanted = found.get(goal.name), f"{SIGNS[goal.op]} {goal.goal:g}"
        value, holds = "not yet", ""
        if line is not None:
            value, holds = f"{line['figure']:g} {line['unit']}", "yes" if goal.holds(line["figure"]) else "**no**"
        lines.append(f"| `{goal.name}` | {value} | {wanted} | {goal.kind} | {holds} | {goal.of} |")
    behind = [f"- `{goal.name}`: {goal.why}." for goal in known if goal.why]
    how = [f"- `{goal.name}`: {_how(found[goal.name])}" for goal in known if goal.name in found]
    return [*lines, "", "What holds back what falls short:", "", *behind, "", "How each was got:", "", *how, ""]


def unexplained(known: Sequence[Goal], found: dict[str, dict[str, Any]]) -> list[str]:
    """What falls short, and nobody says why."""
    return [goal.name for goal in known if goal.name in found and not goal.holds(found[goal.name]["figure"]) and not goal.why]


def _others(names: Sequence[str], found: dict[str, dict[str, Any]]) -> list[str]:
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


def main() -> None:
    if "--check" not in sys.argv[1:]:
        return write()
    wanted = drawn(goals(), measured())
    if silent := unexplained(goals(), measured()):
        stop(f"These fall short, and `why` in bench/goals.json says nothing: {', '.join(silent)}")
    if stale := [path.name for path, text in wanted.items() if not path.exists() or path.read_text() != text]:
        stop(f"Not what the figures say: {', '.join(stale)}")
    return None


if __name__ == "__main__":
    main()
