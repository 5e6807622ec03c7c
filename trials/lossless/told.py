"""Held against the journal afterwards: what each screen was told, and what it shows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from trials.lossless.asking import ask
from trials.lossless.journal import Line, Stretch, by_audience, concerning, stretches
from trials.lossless.screen import Screen, Told

FULL = 500
"""Changes in one frame at most. Whoever comes back may be told more in several: what a later one tells is then not in these."""

type Change = tuple[str, str, int, str]
"""Type, id, version and kind. Two lines may have the same: those of two days of one interpreter."""


@dataclass
class Judged:
    """In words, everything that was lost, doubled, or told to the wrong people."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        return [*self.lost, *self.doubled, *self.forbidden]


def judge(screens: Sequence[Screen], lines: Sequence[Line]) -> Judged:
    """``lines`` are all that were written while the screens were open."""
    found, heard = Judged(), by_audience(lines)
    for screen in screens:
        _hold(found, screen, concerning(screen.viewer, heard))
    return found


def _hold(found: Judged, screen: Screen, heard: Sequence[Line]) -> None:
    """Each frame tells what lies between its place in the journal and the place before; what was fetched need not be told.

    Of several lines of one thing between the two the newest is told alone. So none may be missing that lies in another
    stretch, whatever was told of the same thing later; and none may be told again.
    """
    who, known = screen.viewer.who.actor.user_id, {_change(line) for line in heard}
    owed: list[Line] = []
    at = 0
    for stretch in stretches(screen):
        until = at
        while until < len(heard) and heard[until].number <= stretch.number:
            until += 1
        owed, at = [*owed, *heard[at:until]], until
        for change in _surplus(stretch, owed):
            if change in known:
                found.doubled.append(f"{who} was told again: {change}")
            else:
                found.forbidden.append(f"{who} was told {change}, which is not theirs to hear")
        owed = [] if stretch.afresh else _untold(stretch, owed)
        if len(stretch.told) < FULL:
            found.lost += _never_told(who, owed)
            owed = []
    found.lost += _never_told(who, [*owed, *heard[at:]])


def _surplus(stretch: Stretch, lines: Iterable[Line]) -> Iterable[Change]:
    """What it was told more often than it happened in these ``lines``."""
    return (Counter(map(_change, stretch.told)) - Counter(map(_change, lines))).elements()


def _untold(stretch: Stretch, lines: Sequence[Line]) -> list[Line]:
    """Those of which neither they nor anything newer of the same was told in this stretch."""
    told = set(map(_change, stretch.told))
    newest = {(line.type, line.id): line.number for line in lines if _change(line) in told}
    return [line for line in lines if line.number > newest.get((line.type, line.id), 0)]


def _never_told(who: object, lines: Iterable[Line]) -> list[str]:
    return [f"{who} was never told: line {line.number}, {line.type} {line.id} {line.kind} {line.version}" for line in lines]


def _change(one: Line | Told) -> Change:
    return one.type, one.id, one.version, one.kind


async def unlike(screens: Sequence[Screen]) -> list[str]:
    """Screens that show something else than is read now. Asked when all is quiet: a screen that still fetches is not judged."""
    wrong: list[str] = []
    seen: dict[tuple[str, str], Any] = {}
    for screen in screens:
        session = screen.viewer.who.session
        for read in screen.reads:
            if (session, read.path) not in seen:
                seen[session, read.path] = (await ask(screen.web, session, read.path)).json()
            truth = seen[session, read.path]
            if read.body != truth:
                wrong.append(
                    f"{screen.viewer.who.actor.user_id} sees at {read.path} what is not so: {_first(read.body, truth)}"
                )
    return wrong


def _first(shown: Any, truth: Any, where: str = "") -> str:
    """The first place in which two answers differ."""
    if isinstance(shown, dict) and isinstance(truth, dict):
        for name in sorted(shown.keys() | truth.keys()):
            if shown.get(name) != truth.get(name):
                return _first(shown.get(name), truth.get(name), f"{where}.{name}")
    if isinstance(shown, list) and isinstance(truth, list) and len(shown) == len(truth):
        for place, (one, other) in enumerate(zip(shown, truth, strict=True)):
            if one != other:
                return _first(one, other, f"{where}[{place}]")
    return f"{where}: {str(shown)[:200]} and not {str(truth)[:200]}"
