"""Every state, action and role of every table, against what product.md says."""

from enum import StrEnum
from itertools import combinations
from typing import Any

import pytest

from passerelle.domain.refusals import Code, Forbidden, Problem, Refusal, problem
from passerelle.domain.roles import Role
from passerelle.domain.states import importing, offer, session, shift, visit
from passerelle.domain.states.drawing import MACHINES
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.spoken import SPOKEN
from tests.domain.states import expected
from tests.support.transitions import Expected

type Outcomes = dict[tuple[str, str], str]

type Kind = tuple[Machine[Any, Any], Any, Any, Expected]

KINDS: list[Kind] = [
    (visit.VISIT, visit.VisitState, visit.VisitAction, expected.VISIT),
    (session.SESSION, session.SessionState, session.SessionAction, expected.SESSION),
    (shift.SHIFT, shift.ShiftState, shift.ShiftAction, expected.SHIFT),
    (offer.OFFER, offer.OfferState, offer.OfferAction, expected.OFFER),
    (importing.IMPORT, importing.ImportState, importing.ImportAction, expected.IMPORT),
]
EVERY_SET_OF_ROLES = [frozenset(some) for size in range(len(Role) + 1) for some in combinations(Role, size)]

of_every_kind = pytest.mark.parametrize(("machine", "states", "actions", "wanted"), KINDS, ids=[kind[0].name for kind in KINDS])


def outcome(machine: Machine[Any, Any], state: StrEnum, action: StrEnum, roles: frozenset[Role]) -> str:
    """The next state, or the code of the one refusal that fits: of the right kind, saying where things stand."""
    try:
        return str(machine.after(state, action, roles))
    except Refusal as refusal:
        return said(state, refusal)


def said(state: StrEnum, refusal: Refusal) -> str:
    fitting: dict[type[Refusal], Problem] = {
        Refusal: problem(Code.WRONG_STATE, state=SPOKEN[state]),
        Forbidden: problem(Code.NOT_ALLOWED),
    }
    return str(refusal.code) if refusal.problems == (fitting[type(refusal)],) else repr(refusal.problems)


def wanted_outcomes(wanted: Expected, states: Any, actions: Any, roles: frozenset[Role]) -> Outcomes:
    """Who may never do a thing is told so; who may do it elsewhere is told where things stand."""
    lines = wanted.lines
    ever = {action for (_, action), (_, by) in lines.items() if by & roles}
    found: Outcomes = {}
    for state in states:
        for action in actions:
            to, by = lines.get((state, action), ("wrong_state", None))
            refused = "wrong_state" if action in ever else "not_allowed"
            found[state, action] = to if by is None or by & roles else refused
    return found


@pytest.mark.parametrize("role", Role)
@of_every_kind
def test_after_every_state_and_action_for_one_role(
    machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected, role: Role
) -> None:
    roles = frozenset({role})
    found = {(state, action): outcome(machine, state, action, roles) for state in states for action in actions}
    assert found == wanted_outcomes(wanted, states, actions, roles)


@of_every_kind
def test_after_with_several_roles_is_what_any_of_them_may(
    machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected
) -> None:
    for roles in EVERY_SET_OF_ROLES:
        found = {(state, action): outcome(machine, state, action, roles) for state in states for action in actions}
        assert found == wanted_outcomes(wanted, states, actions, roles), roles


@of_every_kind
def test_possible_is_what_after_allows(machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected) -> None:
    for roles in EVERY_SET_OF_ROLES:
        allowed = {key for key, to in wanted_outcomes(wanted, states, actions, roles).items() if to in set(states)}
        for state in states:
            in_the_order_of_the_table = [action for start, action in machine.table if start == state]
            shown = machine.possible(state, roles)
            assert shown == [action for action in in_the_order_of_the_table if (state, action) in allowed]


@of_every_kind
def test_nothing_is_possible_for_nobody(machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected) -> None:
    assert [machine.possible(state, frozenset()) for state in states] == [[] for _ in states]


@of_every_kind
def test_every_state_is_reached_from_the_first(machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected) -> None:
    reached, waiting = {machine.initial}, [machine.initial]
    while waiting:
        here = waiting.pop()
        onward = {transition.to for (start, _), transition in machine.table.items() if start == here} - reached
        reached |= onward
        waiting += onward
    assert reached == set(states)


@of_every_kind
def test_every_action_and_state_is_used(machine: Machine[Any, Any], states: Any, actions: Any, wanted: Expected) -> None:
    assert {action for _, action in machine.table} == set(actions)
    assert {start for start, _ in machine.table} | {t.to for t in machine.table.values()} == set(states)
    assert all(transition.by for transition in machine.table.values())


def test_every_kind_is_drawn_and_tested() -> None:
    assert tuple(kind[0] for kind in KINDS) == MACHINES


def test_spoken_says_every_state_and_nothing_else() -> None:
    assert set(SPOKEN) == {state.value for _, states, _, _ in KINDS for state in states}


def without_a_way_out(machine: Machine[Any, Any], states: Any) -> set[Any]:
    return set(states) - {start for start, _ in machine.table}


def test_states_in_which_nothing_happens_any_more_are_those_with_no_way_out() -> None:
    assert without_a_way_out(session.SESSION, session.SessionState) == session.CLOSED
    assert without_a_way_out(shift.SHIFT, shift.ShiftState) == set(shift.ShiftState) - shift.LIVE
    assert without_a_way_out(visit.VISIT, visit.VisitState) == set(visit.VisitState) - visit.LIVE


def test_a_place_has_a_holder_from_the_yes_on() -> None:
    """Taking gives it one; releasing, cancelling and expiring end it; everything else keeps what there is."""
    gives, ends = {shift.ShiftAction.TAKE}, {shift.ShiftAction.RELEASE, shift.ShiftAction.CANCEL, shift.ShiftAction.EXPIRE}
    for (start, action), transition in shift.SHIFT.table.items():
        held = (start in shift.WITH_HOLDER and action not in ends) or action in gives
        assert (transition.to in shift.WITH_HOLDER) == held, (start, action)
    assert shift.HELD == shift.WITH_HOLDER & shift.LIVE


def test_a_session_is_on_a_visit_from_scheduling_until_it_ends_unheld() -> None:
    for (start, action), transition in session.SESSION.table.items():
        stays = start in session.ON_A_VISIT and transition.to not in session.CLOSED - {session.SessionState.HELD}
        assert (transition.to in session.ON_A_VISIT) == (stays or action == session.SessionAction.SCHEDULE), (start, action)


def test_offers_that_wait_are_the_live_ones_that_do_not_hold_the_place() -> None:
    assert offer.LIVE - {offer.OfferState.ACCEPTED} == offer.WAITING
