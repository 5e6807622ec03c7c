"""The team puts places to people: asks, gives one directly, lets go, decides on a hard rule, drops the place."""

from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import answers, asking
from passerelle.bookings.services.moving import Place
from passerelle.domain.refusals import Code
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import GroupKind, Language, Pay, PayStatus
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    after,
    an_ask,
    another_session,
    asked,
    at,
    offer_of,
    people,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW, a_man, a_profile, acting, an_interpreter
from tests.support.rows import changed, row
from tests.support.telling import telling


def ask(friday: Friday, *who: Interpreter, **otherwise: Any) -> dict[str, Any]:
    """What ``ask_interpreters`` takes, to ask ``who`` for the place of the day."""
    usual = {
        "shift_id": friday.shift.id,
        "interpreter_ids": [person.id for person in who],
        "now": NOW,
        "actor": friday.coordinator,
    }
    return usual | otherwise


def assign(friday: Friday, who: Interpreter, **otherwise: Any) -> dict[str, Any]:
    return {"shift_id": friday.shift.id, "interpreter_id": who.id, "now": NOW, "actor": friday.coordinator} | otherwise


def on(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    return {"shift_id": friday.shift.id, "now": NOW, "actor": friday.coordinator} | otherwise


def test_ask_interpreters_asks_each(db: None) -> None:
    friday = a_scheduled_session()
    shirin, amal = people("Shirin", "Amal")
    with changed() as rows, telling() as lines:
        asking.ask_interpreters(**ask(friday, shirin, amal, answer_by=at(20)))
    offers = {person: offer_of(friday.shift, person) for person in (shirin, amal)}
    assert rows == {
        offer.id: {
            "id": offer.id,
            "version": 1,
            "shift_id": friday.shift.id,
            "interpreter_id": person.id,
            "state": "asked",
            "asked_at": NOW,
            "answer_by": friday.shift.block.lower,
            "answered_at": None,
            "undo_until": None,
            "reserved_at": None,
            "recorded_by_id": None,
        }
        for person, offer in offers.items()
    }
    assert lines == {("shift", friday.shift.id, "asked"), *(("offer", offer.id, "asked") for offer in offers.values())}


@pytest.mark.parametrize(
    ("answer_by", "kept"), [(at(10), at(10)), (at(10, 45), at(10, 45)), (at(11), at(10, 45)), (None, None)]
)
def test_ask_interpreters_until_the_block_begins_at_most(db: None, answer_by: Any, kept: Any) -> None:
    friday = a_scheduled_session()
    (shirin,) = people("Shirin")
    asking.ask_interpreters(**ask(friday, shirin, answer_by=answer_by))
    assert offer_of(friday.shift, shirin).answer_by == kept


def test_ask_interpreters_about_a_taken_place_finds_who_stands_by(db: None) -> None:
    friday, _ = a_confirmed_session()
    (amal,) = people("Amal")
    asking.ask_interpreters(**ask(friday, amal))
    says(answers.stand_by_offer, friday.shift, amal)
    assert offer_of(friday.shift, amal).state == "reserve"


def test_ask_interpreters_refuses_whole_and_says_all_of_it(db: None) -> None:
    friday = a_scheduled_session(kind=GroupKind.FAMILIES, women_only=True)
    shirin, amal = people("Shirin", "Amal")
    asking.ask_interpreters(**ask(friday, amal))
    volunteer = an_interpreter(a_profile("Vera", Language.FARSI, pay_status=PayStatus.EXPENSES_ONLY))
    uncleared = a_man(cleared=False)
    found = refusal(asking.ask_interpreters, **ask(friday, shirin, amal, volunteer, uncleared))
    told_of_volunteer, told_of_the_man = [Code.NOT_ELIGIBLE] * 3, [Code.NOT_ELIGIBLE] * 4
    assert sorted(code for code, _ in found) == sorted([Code.ALREADY_ASKED, *told_of_volunteer, *told_of_the_man])
    assert not Offer.objects.filter(interpreter=shirin).exists()


def test_ask_interpreters_does_not_repeat_itself_to_who_said_no_or_nothing(db: None) -> None:
    friday = a_scheduled_session()
    shirin, amal = people("Shirin", "Amal")
    asking.ask_interpreters(**ask(friday, shirin, amal))
    says(answers.decline_offer, friday.shift, shirin)
    Offer.objects.filter(interpreter=amal).update(state="lapsed")
    for person in (shirin, amal):
        assert refusal(asking.ask_interpreters, **ask(friday, person)) == [(Code.ALREADY_ASKED, None)]


def test_ask_interpreters_again_who_left_or_was_not_needed(db: None) -> None:
    friday = a_scheduled_session()
    shirin, amal = people("Shirin", "Amal")
    taken(friday, amal, holder=shirin)
    says(answers.withdraw_offer, friday.shift, shirin)
    answers.stand_down_offer(offer_id=offer_of(friday.shift, amal).id, now=NOW, actor=friday.coordinator)
    before = {person: offer_of(friday.shift, person) for person in (shirin, amal)}
    asking.ask_interpreters(**ask(friday, shirin, amal, now=after(60), answer_by=after(600)))
    for person, old in before.items():
        offer = offer_of(friday.shift, person)
        assert row(offer) == row(old) | {
            "version": old.version + 1, "state": "asked", "asked_at": after(60), "answer_by": after(600),
            "answered_at": None, "undo_until": None, "reserved_at": None, "recorded_by_id": None,
        }  # fmt: skip


def test_ask_interpreters_refusals(db: None) -> None:
    friday = a_scheduled_session()
    (shirin,) = people("Shirin")
    act = asking.ask_interpreters
    assert refusal(act, **ask(friday, shirin, answer_by=NOW)) == [(Code.IN_THE_PAST, "answer_by")]
    assert refusal(act, **ask(friday, interpreter_ids=[shirin.id, uuid4()])) == [(Code.NOT_FOUND, "interpreters")]
    for actor in (friday.partner, acting(shirin)):
        assert refusal(act, **ask(friday, shirin, actor=actor)) == [(Code.NOT_FOUND, None)]
    asking.cancel_shift(**on(friday))
    assert refusal(act, **ask(friday, shirin)) == [(Code.WRONG_STATE, None)]


def test_assign_interpreter_gives_the_place_and_names_who_recorded_it(db: None) -> None:
    friday = a_scheduled_session()
    nasrin = an_interpreter(signs_in=False)
    shift = friday.shift
    with changed() as rows, telling() as lines:
        asking.assign_interpreter(**assign(friday, nasrin))
    offer = offer_of(shift, nasrin)
    assert rows == {
        offer.id: {
            "id": offer.id,
            "version": 2,
            "shift_id": shift.id,
            "interpreter_id": nasrin.id,
            "state": "accepted",
            "asked_at": None,
            "answer_by": None,
            "answered_at": NOW,
            "undo_until": after(15),
            "reserved_at": None,
            "recorded_by_id": friday.coordinator.user_id,
        },
        shift.id: {"version": 2, "state": "taken", "holder_id": nasrin.id},
    }
    assert lines == {
        ("offer", offer.id, "accepted"),
        ("shift", shift.id, "accepted"),
        ("session", friday.session_id, "cover"),
        ("visit", friday.visit_id, "counts"),
    }


def test_assign_interpreter_from_every_earlier_answer(db: None) -> None:
    friday = a_scheduled_session()
    (shirin,) = people("Shirin")
    asking.ask_interpreters(**ask(friday, shirin))
    for state in ("asked", "declined", "lapsed", "reserve", "withdrawn", "stood_down"):
        Offer.objects.filter(interpreter=shirin).update(state=state)
        asking.assign_interpreter(**assign(friday, shirin))
        assert (offer_of(friday.shift, shirin).state, friday.shift.holder) == ("accepted", shirin)
        asking.release_holder(**on(friday))


def test_assign_interpreter_refusals(db: None) -> None:
    friday = a_scheduled_session()
    holder = taken(friday)
    (amal,) = people("Amal")
    act = asking.assign_interpreter
    assert refusal(act, **assign(friday, amal)) == [(Code.PLACE_TAKEN, None)]
    assert refusal(act, **assign(friday, holder)) == [(Code.WRONG_STATE, None)]
    assert refusal(act, **assign(friday, amal, interpreter_id=uuid4())) == [(Code.NOT_FOUND, "interpreter")]
    for actor in (friday.partner, acting(amal)):
        assert refusal(act, **assign(friday, amal, actor=actor)) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **assign(friday, amal, actor=SYSTEM)) == [(Code.NOT_ALLOWED, None)]
    asking.cancel_shift(**on(friday))
    assert refusal(act, **assign(friday, amal)) == [(Code.SHIFT_CLOSED, None)]


def test_assign_interpreter_is_no_way_round_a_clash(db: None) -> None:
    friday = a_scheduled_session()
    holder = taken(friday)
    other = another_session(friday, an_ask(starts_at=at(12), ends_at=at(13)))
    found = refusal(
        asking.assign_interpreter,
        shift_id=place_of(other).id,
        interpreter_id=holder.id,
        now=NOW,
        actor=friday.coordinator,
    )
    assert found == [(Code.CLASH, None)]


def test_a_fee_for_somebody_who_is_given_expenses_only(db: None) -> None:
    """Morning 9: refused by the server, whichever way it is tried; a volunteer's place is theirs."""
    friday = a_scheduled_session()
    volunteer = an_interpreter(a_profile("Vera", pay_status=PayStatus.EXPENSES_ONLY))
    for act, arguments in ((asking.ask_interpreters, ask), (asking.assign_interpreter, assign)):
        assert refusal(act, **arguments(friday, volunteer)) == [(Code.NOT_ELIGIBLE, None)] * 2
    for_volunteers = place_of(another_session(friday, None, Place(Language.DARI, Pay.VOLUNTEER)))
    asking.assign_interpreter(**assign(friday, volunteer, shift_id=for_volunteers.id))
    assert Shift.objects.get(pk=for_volunteers.id).holder == volunteer


def test_release_holder_lets_go_and_asks_the_first_reserve(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Amal", "Baran")
    holder = taken(friday, first, second)
    shift = friday.shift
    with changed() as rows:
        asking.release_holder(**on(friday, now=after(30)))
    deadline = after(30 + 12 * 60)
    assert rows == {
        offer_of(shift, holder).id: {"version": 3, "state": "stood_down", "undo_until": None},
        offer_of(shift, first).id: {
            "version": 3, "state": "asked", "asked_at": after(30), "answer_by": deadline,
            "answered_at": None, "reserved_at": None, "undo_until": None,
        },
        shift.id: {
            "version": 4, "state": "open", "holder_id": None, "promised_to_id": first.id, "promised_until": deadline,
        },
    }  # fmt: skip


def test_release_holder_of_a_place_without_one(db: None) -> None:
    friday = a_scheduled_session()
    assert refusal(asking.release_holder, **on(friday)) == [(Code.WRONG_STATE, None)]
    holder = taken(friday)
    assert refusal(asking.release_holder, **on(friday, actor=acting(holder))) == [(Code.NOT_FOUND, None)]


def test_cancel_shift_tells_everyone_and_leaves_nobody_holding_it(db: None) -> None:
    friday = a_scheduled_session()
    reserve, silent, gone = people("Amal", "Baran", "Zoya")
    holder = taken(friday, reserve)
    shift = friday.shift
    asked(shift, silent, gone, by=friday.coordinator)
    says(answers.decline_offer, shift, gone)
    with changed() as rows:
        asking.cancel_shift(**on(friday))
    assert rows == {
        shift.id: {"version": 3, "state": "cancelled", "holder_id": None},
        offer_of(shift, holder).id: {"version": 3, "state": "stood_down", "undo_until": None},
        offer_of(shift, reserve).id: {"version": 3, "state": "stood_down", "undo_until": None, "reserved_at": None},
        offer_of(shift, silent).id: {"version": 2, "state": "stood_down"},
    }
    assert refusal(asking.cancel_shift, **on(friday)) == [(Code.WRONG_STATE, None)]
