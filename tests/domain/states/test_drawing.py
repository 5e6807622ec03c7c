from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from passerelle.domain.roles import Role
from passerelle.domain.states.drawing import MACHINES, page
from passerelle.domain.states.machine import Machine, Transition
from passerelle.domain.states.visit import VISIT, VisitAction, VisitState


def chapters(text: str) -> dict[str, list[str]]:
    """The lines of each chapter, by its title."""
    head, *rest = text.split("\n## ")
    assert head.startswith("# The life of ")
    return {title: lines for title, *lines in (chapter.splitlines() for chapter in rest)}


def arrows(lines: list[str]) -> list[tuple[str, str, str]]:
    """``(from, to, action)`` of each arrow of the diagram."""
    drawn = [line.strip().split(" --> ") for line in lines if " --> " in line and "[*]" not in line]
    return [(start, end.split(": ")[0], action) for start, end in drawn for action in end.split(": ")[1].split(", ")]


def rows(lines: list[str]) -> list[tuple[str, ...]]:
    """``(from, action, to, by)`` of each row of the table."""
    table = [line for line in lines if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table[2:]]


def test_page_has_a_chapter_for_each_table() -> None:
    assert list(chapters(page())) == ["Visit", "Session", "Shift", "Offer", "Import"]


def test_page_shows_each_transition_as_an_arrow_and_as_a_row() -> None:
    for machine in MACHINES:
        lines = chapters(page())[machine.name.title()]
        assert f"    [*] --> {machine.initial}" in lines
        assert sorted(arrows(lines)) == sorted(
            (start, transition.to, action.replace("_", " ")) for (start, action), transition in machine.table.items()
        )
        assert rows(lines) == [
            (start, action.replace("_", " "), transition.to, ", ".join(sorted(transition.by)))
            for (start, action), transition in machine.table.items()
        ]


def test_page_draws_one_arrow_between_two_states() -> None:
    lines = chapters(page([VISIT]))["Visit"]
    arrows = [line for line in lines if "confirmed --> confirmed" in line]
    assert arrows == ["    confirmed --> confirmed: confirm rest, edit, change mode"]


def changed(machine: Machine[Any, Any]) -> Iterator[Machine[Any, Any]]:
    """``machine`` with one thing otherwise, in every way: a line gone, a role more or less, another end."""
    for key, transition in machine.table.items():
        rest = {other: line for other, line in machine.table.items() if other != key}
        ends = sorted({start for start, _ in machine.table} - {transition.to})
        yield replace(machine, table=rest)
        for role in Role:
            yield replace(machine, table=rest | {key: Transition(transition.to, transition.by ^ {role})})
        yield replace(machine, table=rest | {key: Transition(ends[0], transition.by)})


def test_page_changes_with_every_change_of_a_table() -> None:
    for place, machine in enumerate(MACHINES):
        for other in changed(machine):
            assert page([*MACHINES[:place], other, *MACHINES[place + 1 :]]) != page()


def test_page_shows_a_line_that_is_new() -> None:
    more = replace(VISIT, table={**VISIT.table, (VisitState.DONE, VisitAction.EDIT): Transition(VisitState.DONE, frozenset())})
    assert "    done --> done: edit" in page([more])
    assert "done --> done" not in page([VISIT])
