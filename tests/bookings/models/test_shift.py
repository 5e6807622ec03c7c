"""No double booking, ever; and a place has a holder exactly while its state says so."""

from datetime import timedelta
from itertools import product

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.services import moving
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import HELD, WITH_HOLDER, ShiftState
from passerelle.domain.words import Language, Pay
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import MINUTE, a_scheduled_session, asked, at, people
from tests.factories.people import NOW, a_group_of, an_agency
from tests.support.constraints import Write, refused_by, updating

BLOCK = timedelta(minutes=100)


def two_places(other: DateTimeTZRange) -> tuple[Shift, Shift]:
    """Two open places of one session; the block of the second is ``other``."""
    friday = a_scheduled_session()
    first = friday.shift
    second = moving.open_shift(
        session_id=friday.session_id, place=moving.Place(Language.FRENCH, Pay.PAID), now=NOW, actor=friday.coordinator
    )
    Shift.objects.filter(pk=second.pk).update(block=other)
    return first, second


def holding(place: Shift, holder: Interpreter, state: ShiftState = ShiftState.TAKEN) -> Write:
    return updating(place, holder=holder, state=state)


def span(begins_after: timedelta, length: timedelta = BLOCK) -> DateTimeTZRange:
    """A block that begins so long after the one of the first place does, at a quarter to eleven."""
    start = at(10, 45) + begins_after
    return DateTimeTZRange(start, start + length, "[)")


@pytest.mark.parametrize(
    "other",
    [span(timedelta()), span(BLOCK - MINUTE), span(MINUTE - BLOCK), span(MINUTE, MINUTE), span(-MINUTE, BLOCK + 2 * MINUTE)],
    ids=["the same", "at its end", "at its start", "inside", "around"],
)
def test_overlapping_places_are_never_held_by_one_person(db: None, other: DateTimeTZRange) -> None:
    first, second = two_places(other)
    shirin, amal = people("Shirin", "Amal")
    for one, another in product(sorted(HELD), repeat=2):
        held = holding(first, shirin, one)
        assert refused_by(held, holding(second, shirin, another)) == "bookings_no_double_booking"
        assert refused_by(held, holding(second, amal, another)) is None


@pytest.mark.parametrize("other", [span(BLOCK), span(-BLOCK)], ids=["after it", "before it"])
def test_touching_places_may_be_held_by_one_person(db: None, other: DateTimeTZRange) -> None:
    first, second = two_places(other)
    (shirin,) = people("Shirin")
    assert refused_by(holding(first, shirin), holding(second, shirin)) is None


@pytest.mark.parametrize("over", sorted(WITH_HOLDER - HELD))
def test_a_place_that_is_over_holds_nobody_from_another(db: None, over: ShiftState) -> None:
    first, second = two_places(span(timedelta()))
    (shirin,) = people("Shirin")
    assert refused_by(holding(first, shirin, over), holding(second, shirin)) is None


def test_moving_a_block_onto_another_place_of_its_holder_is_refused(db: None) -> None:
    first, second = two_places(span(BLOCK))
    (shirin,) = people("Shirin")
    both = (holding(first, shirin), holding(second, shirin))
    assert refused_by(*both) is None
    assert refused_by(*both, updating(second, block=span(BLOCK - MINUTE))) == "bookings_no_double_booking"


def test_a_place_has_a_holder_exactly_in_the_states_that_have_one(db: None) -> None:
    place = a_scheduled_session().shift
    (shirin,) = people("Shirin")
    found = {
        (state, holder is not None): refused_by(updating(place, state=state, holder=holder))
        for state, holder in product(ShiftState, [None, shirin])
    }
    assert found == {
        (state, held): None if held == (state in WITH_HOLDER) else "bookings_shift_taken_means_held"
        for state, held in product(ShiftState, [True, False])
    }


@pytest.mark.parametrize(("start", "end"), [(None, at(12)), (at(12), None), (None, None)])
def test_a_block_has_both_ends(db: None, start: object, end: object) -> None:
    place = a_scheduled_session().shift
    assert refused_by(updating(place, block=DateTimeTZRange(start, end, "[)"))) == "bookings_shift_block_is_bounded"


def test_one_yes_stands_for_a_place_and_any_other_answers_beside_it(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Shirin", "Amal")
    yes, other = asked(friday.shift, first, second, by=friday.coordinator)
    Offer.objects.filter(pk=yes.pk).update(state=OfferState.ACCEPTED)
    found = {state: refused_by(updating(other, state=state)) for state in OfferState}
    assert found == dict.fromkeys(OfferState) | {OfferState.ACCEPTED: "bookings_one_yes_a_shift"}


def test_a_place_is_of_the_group_of_its_session_whoever_writes_it(db: None) -> None:
    friday = a_scheduled_session()
    assert friday.shift.group_id == friday.group.id
    other = a_group_of(an_agency())
    Session.objects.filter(pk=friday.session_id).update(group=other)
    assert friday.shift.group_id == other.id
