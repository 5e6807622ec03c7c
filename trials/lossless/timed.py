"""How long acts took until screens showed them: by what the screens show, and by the one clock of this process."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from trials.lossless.acts import Act, Acts
from trials.lossless.journal import Line
from trials.lossless.screen import Screen
from trials.lossless.shown import Seen
from trials.lossless.world import World


@dataclass
class Timed:
    """``seconds``: for each act and each screen that shows what it changed, from when it began until that was shown."""

    seconds: list[float] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)
    """What was never shown by a screen that shows such things."""
    untold: list[str] = field(default_factory=list)
    """Acts that the journal does not know of."""


def timed(screens: Sequence[Screen], lines: Sequence[Line], acts: Acts) -> Timed:
    """``lines`` are all that were written while the screens were open."""
    found = Timed(untold=[*_untold_days(lines, acts), *_untold_answers(lines, acts)])
    for screen in screens:
        for which, some in _on(screen, acts):
            shown = moments(some, screen.shown.seen[which])
            found.seconds += [at - one.begun for one, at in zip(some, shown, strict=False)]
            found.unshown += [
                f"{screen.viewer.who.actor.user_id} never saw that {which} is {one.so}" for one in some[len(shown) :]
            ]
    return found


def _on(screen: Screen, acts: Acts) -> Iterator[tuple[str, Sequence[Act]]]:
    """What this screen shows of the acts: their own days and what they are asked, or else the sessions it has come to show."""
    who = _users(acts.world).get(screen.viewer.who.actor.user_id)
    for (whose, day), some in acts.of_days.items():
        if whose == who:
            yield str(day), some
    for place in acts.world.places:
        if who in place.offers or (who is None and str(place.session) in screen.shown.seen):
            yield str(place.session if who is None else place.offers[who]), acts.of_places.get(place.shift, [])


def _users(world: World) -> dict[UUID | None, int]:
    return {viewer.who.actor.user_id: number for number, viewer in enumerate(world.interpreters)}


def moments(acts: Sequence[Act], seen: Sequence[Seen]) -> list[float]:
    """When the first of ``acts``, the second and so on were shown, or what came after them; as many as were.

    They are about one thing, in their order, each the contrary of the one before.
    """
    shown: list[float] = []
    answered = [one.answered for one in acts]
    for one in seen:
        shown += [one.at] * (_shows(acts, bisect_right(answered, one.sent), one) - len(shown))
    return shown


def _shows(acts: Sequence[Act], settled: int, seen: Seen) -> int:
    """How many of ``acts`` are shown. ``settled`` had been answered before this was asked for, and the next may be there."""
    if settled < len(acts) and acts[settled].begun < seen.at and acts[settled].so == seen.so:
        return settled + 1
    return settled if settled and acts[settled - 1].so == seen.so else 0


def _untold_days(lines: Sequence[Line], acts: Acts) -> Iterator[str]:
    written = Counter(line.act[0] for line in lines if line.type == "free_day")
    said: Counter[str] = Counter()
    for (who, _day), some in acts.of_days.items():
        said[str(acts.world.interpreters[who].who.actor.user_id)] += len(some)
    for user, times in said.items():
        if written[user] != times:
            yield f"{user} changed {times} days, and the journal knows of {written[user]}"


def _untold_answers(lines: Sequence[Line], acts: Acts) -> Iterator[str]:
    written = {(line.id, line.version) for line in lines if line.type == "offer"}
    for offer, version in acts.versions:
        if (offer, version) not in written:
            yield f"an answer to {offer} is not in the journal in version {version}"
