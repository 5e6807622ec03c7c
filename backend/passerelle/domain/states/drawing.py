"""The state tables as a page to read: a diagram and a table for each, in Markdown with Mermaid."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from passerelle.domain.states.importing import IMPORT
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.offer import OFFER
from passerelle.domain.states.session import SESSION
from passerelle.domain.states.shift import SHIFT
from passerelle.domain.states.visit import VISIT

MACHINES: tuple[Machine[Any, Any], ...] = (VISIT, SESSION, SHIFT, OFFER, IMPORT)
"""Every table there is, in the order of the page."""

_HEAD = """\
# The life of a visit, a session, a shift, an offer and an import

Drawn from the tables in `backend/passerelle/domain/states/` by `make generate`; `make check` fails when it is not what
they say. The actor's role is what they are to the thing at hand: *its* partner, *its* interpreter, the team, the system.
"""


def page(machines: Iterable[Machine[Any, Any]] = MACHINES) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_chapter(machine) for machine in machines)])


def _chapter(machine: Machine[Any, Any]) -> str:
    lines = [f"## {machine.name.title()}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {machine.initial}"]
    lines += [f"    {start} --> {end}: {', '.join(actions)}" for (start, end), actions in _arrows(machine).items()]
    lines += ["```", "", "| from | action | to | by |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {start} | {_spaced(action)} | {transition.to} | {', '.join(sorted(transition.by))} |"
        for (start, action), transition in machine.table.items()
    ]
    return "\n".join([*lines, ""])


def _arrows(machine: Machine[Any, Any]) -> dict[tuple[str, str], list[str]]:
    """One arrow between two states, whatever the number of actions that lead along it."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for (start, action), transition in machine.table.items():
        arrows.setdefault((start, transition.to), []).append(_spaced(action))
    return arrows


def _spaced(action: StrEnum) -> str:
    return action.value.replace("_", " ")
