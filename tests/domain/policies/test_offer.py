"""What the world around an offer allows, over everything that can be so around it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from passerelle.domain.policies.offer import OfferContext, possible, require, what_stands_against
from passerelle.domain.refusals import Code, Forbidden, Refusal
from passerelle.domain.roles import Role
from passerelle.domain.states.offer import OFFER, OfferAction, OfferState
from passerelle.domain.states.shift import ShiftState

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
A_LITTLE = timedelta(microseconds=1)
INTERPRETER, TEAM, SYSTEM = frozenset({Role.INTERPRETER}), frozenset({Role.TEAM}), frozenset({Role.SYSTEM})
ASKED = OfferContext(
    state=OfferState.ASKED,
    shift_state=ShiftState.OPEN,
    promised_to_another=False,
    clashes=False,
    undo_until=None,
    now=NOW,
)
LIVE = [ShiftState.OPEN, ShiftState.TAKEN, ShiftState.CONFIRMED]
CLOSED = [ShiftState.UNFILLED, ShiftState.CANCELLED, ShiftState.WORKED, ShiftState.MISSED]
TAKEN = [ShiftState.TAKEN, ShiftState.CONFIRMED]


def everything_around() -> Iterator[OfferContext]:
    undo_until = [None, NOW - A_LITTLE, NOW, NOW + A_LITTLE]
    either = [True, False]
    for state, shift_state, until in product(OfferState, ShiftState, undo_until):
        for promised, clashes, too_far, begun in product(either, repeat=4):
            yield OfferContext(state, shift_state, promised, clashes, until, NOW, too_far, begun)


def code(action: OfferAction, around: OfferContext, *, by_team: bool = False) -> Code | None:
    against = what_stands_against(action, around, by_team=by_team)
    return against.code if against else None


def test_accept_takes_an_open_place() -> None:
    assert code(OfferAction.ACCEPT, ASKED) is None


@pytest.mark.parametrize("shift_state", TAKEN)
def test_accept_of_a_place_somebody_has(shift_state: ShiftState) -> None:
    taken = replace(ASKED, shift_state=shift_state)
    assert code(OfferAction.ACCEPT, taken) is code(OfferAction.ACCEPT, taken, by_team=True) is Code.PLACE_TAKEN
    assert code(OfferAction.ACCEPT, replace(taken, clashes=True)) is Code.PLACE_TAKEN


def test_accept_of_a_place_kept_for_somebody_else_is_the_teams_alone() -> None:
    promised = replace(ASKED, promised_to_another=True)
    assert code(OfferAction.ACCEPT, promised) is Code.PLACE_TAKEN
    assert code(OfferAction.ACCEPT, promised, by_team=True) is None


def test_accept_beside_an_overlapping_place() -> None:
    clashing = replace(ASKED, clashes=True)
    assert code(OfferAction.ACCEPT, clashing) is code(OfferAction.ACCEPT, clashing, by_team=True) is Code.CLASH


@pytest.mark.parametrize("shift_state", TAKEN)
def test_stand_by_behind_whoever_has_the_place(shift_state: ShiftState) -> None:
    taken = replace(ASKED, shift_state=shift_state)
    assert code(OfferAction.STAND_BY, taken) is None
    assert code(OfferAction.STAND_BY, replace(taken, clashes=True)) is Code.CLASH


def test_stand_by_where_the_place_is_free_reads_that_it_is() -> None:
    assert code(OfferAction.STAND_BY, ASKED) is Code.PLACE_OPEN
    assert code(OfferAction.STAND_BY, replace(ASKED, clashes=True)) is Code.PLACE_OPEN


def test_stand_by_behind_a_first_refusal() -> None:
    assert code(OfferAction.STAND_BY, replace(ASKED, promised_to_another=True)) is None


ANSWERED = [OfferState.ACCEPTED, OfferState.RESERVE, OfferState.DECLINED]


@pytest.mark.parametrize("state", ANSWERED)
def test_undo_within_its_window(state: OfferState) -> None:
    answered = replace(ASKED, state=state, shift_state=ShiftState.TAKEN, undo_until=NOW)
    assert code(OfferAction.UNDO, answered) is None
    assert code(OfferAction.UNDO, replace(answered, undo_until=NOW - A_LITTLE)) is Code.TOO_LATE_TO_UNDO
    assert code(OfferAction.UNDO, replace(answered, undo_until=None)) is Code.TOO_LATE_TO_UNDO


def test_undo_of_a_yes_that_is_confirmed_is_too_late() -> None:
    """The team counts on it: the way out is to withdraw. Standing by, or a no, can still be taken back."""
    confirmed = replace(ASKED, shift_state=ShiftState.CONFIRMED, undo_until=NOW)
    found = [code(OfferAction.UNDO, replace(confirmed, state=state)) for state in ANSWERED]
    assert found == [Code.TOO_LATE_TO_UNDO, None, None]


ANSWERS = [
    OfferAction.ACCEPT,
    OfferAction.STAND_BY,
    OfferAction.DECLINE,
    OfferAction.WITHDRAW,
    OfferAction.ASK,
    OfferAction.UNDO,
]


@pytest.mark.parametrize("action", ANSWERS)
@pytest.mark.parametrize("shift_state", CLOSED)
def test_nothing_is_answered_for_a_place_that_is_closed(action: OfferAction, shift_state: ShiftState) -> None:
    closed = replace(ASKED, shift_state=shift_state, undo_until=NOW)
    assert code(action, closed) is code(action, closed, by_team=True) is Code.SHIFT_CLOSED


@pytest.mark.parametrize("action", [OfferAction.DECLINE, OfferAction.WITHDRAW, OfferAction.ASK])
@pytest.mark.parametrize("shift_state", LIVE)
def test_a_live_place_can_be_declined_left_and_asked_about(action: OfferAction, shift_state: ShiftState) -> None:
    around = replace(ASKED, shift_state=shift_state, promised_to_another=True, clashes=True)
    assert code(action, around) is None


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (OfferAction.ACCEPT, ShiftState.OPEN),
        (OfferAction.STAND_BY, ShiftState.TAKEN),
        (OfferAction.UNDO, ShiftState.TAKEN),
        (OfferAction.WITHDRAW, ShiftState.CONFIRMED),
    ],
)
def test_once_the_session_has_begun_only_the_team_changes_who_comes(action: OfferAction, state: ShiftState) -> None:
    """Else whoever did not come could still take back the yes before it is recorded."""
    begun = replace(ASKED, shift_state=state, undo_until=NOW, begun=True)
    assert code(action, begun) is Code.SESSION_BEGUN
    assert code(action, begun, by_team=True) is code(action, replace(begun, begun=False)) is None


def test_no_is_still_an_answer_once_the_session_has_begun() -> None:
    assert code(OfferAction.DECLINE, replace(ASKED, begun=True)) is None


def test_who_can_come_may_say_yes_or_stand_by_and_never_both() -> None:
    """Whatever is so: one of the two is open to who has no clash and neither to who has one, or once it is closed."""
    for around in everything_around():
        for by_team in (True, False):
            found = {action: code(action, around, by_team=by_team) for action in (OfferAction.ACCEPT, OfferAction.STAND_BY)}
            open_to_them = [action for action, against in found.items() if against is None]
            set_aside = around.clashes or around.too_far or (around.begun and not by_team)
            assert len(open_to_them) == int(around.shift_state in LIVE and not set_aside), (around, by_team)


def test_possible_is_exactly_what_require_does_not_refuse() -> None:
    """The button and the service never differ."""
    for around, roles in product(everything_around(), [INTERPRETER, TEAM, SYSTEM, INTERPRETER | TEAM, frozenset[Role]()]):
        shown = possible(around, roles)
        done = [action for action in OfferAction if allowed(action, around, roles)]
        assert sorted(shown) == sorted(done), (around, roles)


def allowed(action: OfferAction, around: OfferContext, roles: frozenset[Role]) -> bool:
    try:
        after = require(action, around, roles)
    except Refusal:
        return False
    return after == OFFER.table[around.state, action].to


def refusal(action: OfferAction, around: OfferContext, roles: frozenset[Role]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        require(action, around, roles)
    return refused.value


def test_require_names_what_happened_before_it_asks_who_acts_and_what_stands_against() -> None:
    closed = replace(ASKED, state=OfferState.STOOD_DOWN, shift_state=ShiftState.CANCELLED)
    assert refusal(OfferAction.DECLINE, closed, frozenset()).code is Code.WRONG_STATE
    stranger = refusal(OfferAction.DECLINE, replace(ASKED, shift_state=ShiftState.CANCELLED), frozenset())
    assert (type(stranger), stranger.code) == (Forbidden, Code.NOT_ALLOWED)
    assert refusal(OfferAction.DECLINE, replace(ASKED, shift_state=ShiftState.CANCELLED), TEAM).code is Code.SHIFT_CLOSED


def test_require_is_the_state_that_follows() -> None:
    assert require(OfferAction.ACCEPT, ASKED, INTERPRETER) is OfferState.ACCEPTED
    assert require(OfferAction.STAND_DOWN, replace(ASKED, shift_state=ShiftState.CANCELLED), SYSTEM) is OfferState.STOOD_DOWN


@pytest.mark.parametrize("state", CLOSED)
def test_nobody_is_let_go_by_the_team_from_a_place_that_is_closed(state: ShiftState) -> None:
    worked = replace(ASKED, state=OfferState.ACCEPTED, shift_state=state)
    assert refusal(OfferAction.STAND_DOWN, worked, TEAM).code is Code.SHIFT_CLOSED
    assert OfferAction.STAND_DOWN not in possible(worked, TEAM)
