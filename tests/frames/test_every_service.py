"""For every service and every person: what changed on their screens is exactly what was announced to them.

What a frame announces, and what it is right to announce, is said in ``resources``: each resource is taken apart into
parts that show some types and name some things. Then

- no part changes without a line the person hears that is of a type it shows and about a thing it names;
- no line is heard about a thing that reads the same, or cannot be read at all, but for what ``ALLOWED`` lists;
- a line names the version that is then read;
- rights change only with a line of type ``me``. Whoever hears that starts over: everything is fetched anew.

And the journal's page has words for every line the team reads there.
"""

from collections.abc import Iterable, Iterator

import pytest

from passerelle.journal.selectors import Line
from tests.frames.conftest import Seen, Stage
from tests.frames.journal_page import wordless
from tests.frames.reading import Fault, outdated, unannounced, unfounded
from tests.frames.scenario import Scenario
from tests.frames.scenarios import ALL

ALLOWED: dict[tuple[str, str, str], str] = {
    ("coordinator", "visit", "counts"): (
        "The team's alone: what a day counts follows from sessions, and is not counted before and after each act (0008)."
    ),
    (
        "coordinator",
        "session",
        "cover",
    ): "The language of a place stands in the partner's message; the team reads it on the place.",
    ("coordinator", "shift", "group"): "What hard rules hang on changed; whether one now stands, or fell, is not worked out.",
    ("coordinator", "visit", "notes"): "Since when a warning stands is told as the day, which is the board's.",
    (
        "coordinator",
        "shift",
        "deputy",
    ): "Only the old deputy and the new one read it differently.",
}
"""Lines that may be heard by that reader, of that type and kind, though nothing reads differently; and why.

To anyone but the team, who see everything, such a line would tell that something hidden happened."""


def faults(seen: Iterable[Seen], lines: list[Line], *, silent_about: str | None = None) -> Iterator[tuple[str, Fault]]:
    """Everything that does not fit, with whose it is."""
    for one in seen:
        name, heard = one.reader.name, one.heard(lines)
        if one.could_hear != one.can_hear and not heard.starts_over:
            yield name, Fault("what may be heard changed without a line of type me")
        for fault in unannounced(one.before, one.after, heard):
            if silent_about is None or silent_about not in fault.part:
                yield name, fault
        for fault in unfounded(one.before, one.after, heard):
            if fault.line is None or (name, *fault.line) not in ALLOWED:
                yield name, fault
        for fault in outdated(one.after, heard):
            yield name, fault


@pytest.mark.parametrize("scenario", ALL, ids=str)
def test_what_changed_is_what_was_announced(stage: Stage, scenario: Scenario) -> None:
    seen, lines = stage.play(scenario)
    found = [f"{name}: {fault.says}" for name, fault in faults(seen, lines, silent_about=scenario.silent_about)]
    found += sorted(set(wordless(lines)))
    assert not found, stage.world.spelt_out("\n".join(["", *found]))
