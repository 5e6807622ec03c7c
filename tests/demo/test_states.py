"""Every state the domain knows occurs in the demo world: the tables are gone through, so a new state is missed here."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import pytest
from django.db.models import Model

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.states.drawing import MACHINES
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.offer import OfferState

ROWS: Mapping[str, type[Model]] = {"visit": Visit, "session": Session, "shift": Shift, "offer": Offer}
NOT_TOLD: Mapping[str, str] = {
    "import": "a coordinator's spreadsheet is hers to bring: the demo begins with its partners and people taken on one by one",
}
"""Tables the demo world has nothing of."""
TOLD = [machine for machine in MACHINES if machine.name not in NOT_TOLD]
NEVER_AT_REST: Mapping[StrEnum, str] = {
    OfferState.NEW: "the act that makes an offer also asks it, or records its yes: no row is left in this state",
}


def states_of(machine: Machine[Any, Any]) -> set[StrEnum]:
    """Every state of the table, the one it begins in included."""
    ends = {transition.to for transition in machine.table.values()}
    return {machine.initial, *(start for start, _action in machine.table), *ends}


def missing(machine: Machine[Any, Any], found: set[str]) -> set[StrEnum]:
    return {state for state in states_of(machine) if state.value not in found and state not in NEVER_AT_REST}


def found_of(machine: Machine[Any, Any]) -> set[str]:
    return set(ROWS[machine.name]._default_manager.values_list("state", flat=True))


@pytest.mark.parametrize("machine", TOLD, ids=lambda machine: machine.name)
def test_every_state_of_the_table_occurs(world: datetime, machine: Machine[Any, Any]) -> None:
    assert missing(machine, found_of(machine)) == set()


@pytest.mark.parametrize("machine", TOLD, ids=lambda machine: machine.name)
def test_a_state_that_does_not_occur_is_missed(world: datetime, machine: Machine[Any, Any]) -> None:
    """The test above can fail: take any state away, and it is the one that is missed."""
    found = found_of(machine)
    for state in states_of(machine) - set(NEVER_AT_REST):
        assert missing(machine, found - {state.value}) == {state}


def test_what_is_listed_as_never_at_rest_is_not_there(world: datetime) -> None:
    """A reason that no longer holds goes from the list."""
    for machine in TOLD:
        assert not found_of(machine) & {state.value for state in NEVER_AT_REST if state in states_of(machine)}


def test_every_table_has_its_rows(world: datetime) -> None:
    assert {machine.name for machine in MACHINES} == {*ROWS, *NOT_TOLD}
