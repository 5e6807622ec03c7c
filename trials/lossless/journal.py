"""The journal as it is when all is over, and where in it a screen was: what a cursor says to whoever sealed it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.test import override_settings

from passerelle.journal.models import Change
from passerelle.journal.positions import Position, position_of
from tests.support.deployed import TOLD
from trials.lossless.screen import Reached, Screen, Told
from trials.lossless.world import Viewer


@dataclass(frozen=True)
class Line:
    """One committed change, and who may hear of it.

    ``act``: by whom, and when as the process that wrote has it. It is what the lines of one act have in common, and no moment.
    """

    number: int
    type: str
    id: str
    version: int
    kind: str
    hear: frozenset[str]
    act: tuple[str, str] = ("", "")


type ByAudience = Mapping[str, Sequence[Line]]


def lines_since(number: int) -> list[Line]:
    """In the order of commits."""
    return [
        Line(
            row.number or 0,
            row.entity,
            str(row.entity_id),
            row.version,
            row.kind,
            frozenset(row.audiences),
            (str(row.actor_id), row.at.isoformat()),
        )
        for row in Change.objects.filter(number__gt=number).order_by("number").iterator()
    ]


def by_audience(lines: Iterable[Line]) -> ByAudience:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for audience in line.hear:
            found[audience].append(line)
    return found


def concerning(viewer: Viewer, lines: ByAudience) -> list[Line]:
    """What ``viewer`` may hear of them, each once, in their order."""
    found = {line.number: line for audience in viewer.hears for line in lines.get(audience, ())}
    return [found[number] for number in sorted(found)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The journal up to ``number``, from where the stretch before it ends, as one screen came through it.

    ``afresh``: what is in it was fetched and not told.
    """

    number: int
    told: Sequence[Told]
    afresh: bool


def stretches(screen: Screen) -> Iterator[Stretch]:
    """Of the epoch that the screen is in now: the numbers of another say nothing of these lines."""
    with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):
        places = [(_position(screen, one), one) for one in screen.reached]
    before = 0
    for place, one in places:
        if place.epoch == places[-1][0].epoch:
            yield Stretch(place.number, screen.told[before : one.told], one.afresh)
        before = one.told


def is_behind(screen: Screen, lines: ByAudience) -> bool:
    """Whether something concerns its viewer that lies after the place the screen came to."""
    last = max((lines[audience][-1].number for audience in screen.viewer.hears if lines.get(audience)), default=0)
    with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):
        return not screen.reached or _position(screen, screen.reached[-1]).number < last


def _position(screen: Screen, reached: Reached) -> Position:
    who = screen.viewer.who.actor.user_id
    found = position_of(reached.cursor, user_id=who) if who else None
    if found is None:
        raise AssertionError(f"{reached.cursor!r} is no cursor of {who}")
    return found
