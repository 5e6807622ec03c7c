"""Held against the journal afterwards: what each screen was told, and what it came to show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from passerelle.journal.models import Change
from trials.lossless.asking import ask
from trials.lossless.screen import Screen


@dataclass(frozen=True)
class Line:
    """One committed change, and who may hear of it. ``at`` is in seconds since 1970: a little before it was committed."""

    number: int
    type: str
    id: str
    version: int
    kind: str
    hear: frozenset[str]
    at: float


def lines_since(number: int) -> list[Line]:
    """In the order of commits."""
    rows = Change.objects.filter(number__gt=number).order_by("number")
    return [
        Line(
            row.number or 0, row.entity, str(row.entity_id), row.version, row.kind, frozenset(row.audiences), row.at.timestamp()
        )
        for row in rows.iterator()
    ]


@dataclass
class Judged:
    """In words, everything that was lost, doubled, told to the wrong people; and the seconds until each change was shown."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        return [*self.lost, *self.doubled, *self.forbidden]


def missing(screen: Screen, lines: Iterable[Line]) -> list[str]:
    """What concerns this screen's viewer, and was neither told nor shown; nor fetched with everything since."""
    told: dict[tuple[str, str], int] = {}
    for one in screen.told:
        told[one.type, one.id] = max(one.version, told.get((one.type, one.id), 0))
    afresh = max(screen.resyncs, default=0.0)
    return [
        f"{screen.viewer.who.actor.user_id} was never told: {line.type} {line.id} {line.kind} in version {line.version}"
        for line in lines
        if line.hear & screen.viewer.hears
        and told.get((line.type, line.id), 0) < line.version
        and not any(version >= line.version for version, _at in screen.shown.get(line.id, ()))
        and line.at > afresh
    ]


def judge(screens: Sequence[Screen], lines: Sequence[Line]) -> Judged:
    """``lines`` are all that were written while the screens were open."""
    found = Judged()
    for screen in screens:
        heard = [line for line in lines if line.hear & screen.viewer.hears]
        found.lost += missing(screen, heard)
        _count(found, screen, heard)
        _time(found, screen, heard)
    return found


def _count(found: Judged, screen: Screen, heard: Sequence[Line]) -> None:
    """Of what may be heard each change is told at most as often as it happened; of the rest, nothing."""
    known = Counter((line.type, line.id, line.version, line.kind) for line in heard)
    who = screen.viewer.who.actor.user_id
    for change, times in Counter((one.type, one.id, one.version, one.kind) for one in screen.told).items():
        if change not in known:
            found.forbidden.append(f"{who} was told {change}, which is not theirs to hear")
        elif times > known[change]:
            found.doubled.append(f"{who} was told {times} times: {change}")


def _time(found: Judged, screen: Screen, heard: Sequence[Line]) -> None:
    """From the act (which began before its commit) until the screen shows something as new; unless it did already."""
    for line in heard:
        first = next((at for version, at in screen.shown.get(line.id, ()) if version >= line.version), None)
        if first is not None and first > line.at:
            found.seconds.append(first - line.at)


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
