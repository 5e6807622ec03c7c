"""Held against the journal afterwards: how long each line still told what was lost, and what it told of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trials.access.listening import SIGNED_OUT, Listener
from trials.access.losing import Losing
from trials.lossless.journal import Line
from trials.lossless.screen import Told

AT_ONCE = 1.0
"""Seconds in which whoever lost a right may still be told of it."""


@dataclass
class Judged:
    """Of one kind. ``seconds``: of each socket and poll from the commit until nothing more came that was lost.

    ``late`` are changes told later than ``AT_ONCE`` that their listener may hear no longer, ``early`` those within it.
    ``due`` were committed in the time looked at, and would have been told them before.
    """

    losses: int = 0
    seconds: list[float] = field(default_factory=list)
    early: int = 0
    late: int = 0
    due: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def worst(self) -> float:
        return max(self.seconds, default=0.0)


def lost_at(who: Losing, lines: Iterable[Line], commits: Mapping[int, float]) -> float:
    """When it was committed; where nothing tells of it, when it was done."""
    if who.kind.told is None:
        return who.runs_out_at
    mine = (line.number for line in lines if (line.type, line.id, line.kind) == ("me", who.user, who.kind.told))
    return min((commits[number] for number in mine if number in commits), default=who.answered_at)


def judge(found: Judged, who: Losing, lines: Sequence[Line], commits: Mapping[int, float], until: float) -> None:
    """``lines`` are all that were written since the lines were opened; until then they were listened to."""
    since = lost_at(who, lines, commits)
    heard = [one for one in who.ending if one.greeted_at is not None and one.greeted_at < since]
    found.losses += bool(heard)
    found.due += sum(since < commits.get(line.number, 0.0) <= until for line in lines if line.hear & who.before)
    theirs = {(line.type, line.id, line.version, line.kind) for line in lines if line.hear & who.after}
    for one in heard:
        lost = [told for told in one.told if told.at > since and _change(told) not in theirs]
        found.early += sum(told.at <= since + AT_ONCE for told in lost)
        found.late += sum(told.at > since + AT_ONCE for told in lost)
        found.wrong += [f"{who.kind.name}: {said}" for said in _wrong(one, who, lost, since)]
        found.seconds.append(max(0.0, _until(one, who, lost, until) - since))


def _change(told: Told) -> tuple[str, str, int, str]:
    return told.type, told.id, told.version, told.kind


def _until(one: Listener, who: Losing, lost: Sequence[Told], until: float) -> float:
    """When the last came that was lost: a line that is still open, or was not told of the loss, may tell more of it."""
    if one.ended_at is not None:
        return one.ended_at
    told = next((told.at for told in one.told if (told.type, told.kind) == ("me", who.kind.told)), until)
    return until if who.kind.closes else max([told, *(told.at for told in lost)])


def _wrong(one: Listener, who: Losing, lost: Sequence[Told], since: float) -> Iterator[str]:
    what = type(one).__name__.lower()
    if who.kind.closes and one.ended_at is None:
        yield f"a {what} stayed open"
    if one.ended_at is not None and (not who.kind.closes or one.code not in SIGNED_OUT):
        yield f"a {what} was ended with {one.code}"
    if not who.kind.closes and not any((told.type, told.kind) == ("me", who.kind.told) for told in one.told):
        yield f"a {what} was not told of it"
    if late := [told for told in lost if told.at > since + AT_ONCE]:
        yield f"a {what} was told {len(late)} changes later than a second after it, of {late[0].type} {late[0].kind} first"
