"""How long acts took until screens showed them: by what the screens show, and by the one clock of this process."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from trials.lossless.acts import Acts, Said
from trials.lossless.journal import Line, by_audience, concerning
from trials.lossless.screen import Screen
from trials.lossless.shown import SeenDay


@dataclass
class Timed:
    """``seconds``: for each act and each screen that shows something of it, from when it began until that was shown."""

    seconds: list[float] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)
    """Days said that the screen of whoever said it never showed so."""
    untold: list[str] = field(default_factory=list)
    """Acts that the journal does not know of."""


def timed(screens: Sequence[Screen], lines: Sequence[Line], acts: Acts) -> Timed:
    """``lines`` are all that were written while the screens were open."""
    found = Timed()
    _time_days(found, screens, lines, acts)
    _time_answers(found, screens, lines, acts)
    return found


def _time_days(found: Timed, screens: Sequence[Screen], lines: Sequence[Line], acts: Acts) -> None:
    """The screen of whoever said it shows the day: nobody else's does."""
    users = [viewer.who.actor.user_id for viewer in acts.world.interpreters]
    of = {screen.viewer.who.actor.user_id: screen for screen in screens}
    said: dict[tuple[int, date], list[Said]] = defaultdict(list)
    for one in acts.said:
        said[one.who, one.day].append(one)
    for (who, day), some in said.items():
        shown = moments(some, of[users[who]].shown.days[str(day)])
        found.seconds += [at - one.begun for one, at in zip(some, shown, strict=False)]
        found.unshown += [f"{users[who]} never saw that {day} is {one.free}" for one in some[len(shown) :]]
    written = Counter(line.act[0] for line in lines if line.type == "free_day")
    for user, times in Counter(str(users[one.who]) for one in acts.said).items():
        if written[user] != times:
            found.untold.append(f"{user} changed {times} days, and the journal knows of {written[user]}")


def moments(said: Sequence[Said], seen: Sequence[SeenDay]) -> list[float]:
    """When the first of ``said``, the second and so on were shown, or what was said after them; as many as were.

    ``said`` is about one day, in the order of the acts, each the contrary of the one before.
    """
    shown: list[float] = []
    answered = [one.answered for one in said]
    for one in seen:
        shown += [one.at] * (_shows(said, bisect_right(answered, one.sent), one) - len(shown))
    return shown


def _shows(said: Sequence[Said], settled: int, seen: SeenDay) -> int:
    """How many of ``said`` are shown. ``settled`` had been answered before this was asked for, and the next may be there."""
    if settled < len(said) and said[settled].begun < seen.at and said[settled].free == seen.free:
        return settled + 1
    return settled if settled and said[settled - 1].free == seen.free else 0


def _time_answers(found: Timed, screens: Sequence[Screen], lines: Sequence[Line], acts: Acts) -> None:
    """Whatever has a new version since a yes, or one taken back, on each screen that shows it."""
    written = {(line.id, line.version): line.act for line in lines if line.type == "offer"}
    begun: dict[tuple[str, str], float] = {}
    for answer in acts.answers:
        if (act := written.get((answer.offer, answer.version))) is None:
            found.untold.append(f"an answer to {answer.offer} is not in the journal in version {answer.version}")
        else:
            begun[act] = answer.begun
    heard = by_audience(line for line in lines if line.act in begun)
    for screen in screens:
        found.seconds += _until_shown(screen, concerning(screen.viewer, heard), begun)


def _until_shown(screen: Screen, lines: Sequence[Line], begun: Mapping[tuple[str, str], float]) -> Iterator[float]:
    for line in lines:
        versions = screen.shown.versions.get(line.id, ())
        first = next((at for version, at in versions if version >= line.version), None)
        if first is not None and first > begun[line.act]:
            yield first - begun[line.act]
