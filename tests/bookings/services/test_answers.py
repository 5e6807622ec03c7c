"""An interpreter's answers, by themselves and recorded by the team for someone on the phone."""

from datetime import timedelta

from passerelle.bookings.services import answers
from passerelle.domain.refusals import Code
from passerelle.domain.words import PayStatus
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    after,
    an_ask,
    another_session,
    asked,
    asked_for_one_place,
    at,
    of,
    offer_of,
    people,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW
from tests.support.rows import changed
from tests.support.telling import telling

UNDO = timedelta(minutes=15)


def test_accept_takes_the_place(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    shift, offer = friday.shift, offer_of(friday.shift, shirin)
    with changed() as rows, telling() as lines:
        says(answers.accept_offer, shift, shirin, now=after(5))
    assert rows == {
        offer.id: {"version": 2, "state": "accepted", "answered_at": after(5), "undo_until": after(5) + UNDO},
        shift.id: {"version": 2, "state": "taken", "holder_id": shirin.id},
    }
    assert lines == {
        ("offer", offer.id, "accepted"),
        ("offer", offer_of(shift, amal).id, "taken"),
        ("shift", shift.id, "accepted"),
        ("session", friday.session_id, "cover"),
        ("visit", friday.visit_id, "counts"),
    }


def test_accept_on_a_confirmed_session_is_confirmed_at_once(db: None) -> None:
    friday, holder = a_confirmed_session()
    shift = friday.shift
    says(answers.withdraw_offer, shift, holder)
    (amal,) = people("Amal")
    asked(shift, amal, by=friday.coordinator)
    with changed() as rows:
        says(answers.accept_offer, shift, amal)
    assert rows[shift.id] == {"version": friday.shift.version, "state": "confirmed", "holder_id": amal.id}
    assert rows.keys() == {shift.id, offer_of(shift, amal).id}


def test_accept_second_reads_that_the_place_is_taken(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    says(answers.accept_offer, friday.shift, shirin)
    found = refusal(says, answer=answers.accept_offer, shift=friday.shift, interpreter=amal)
    assert found == [(Code.PLACE_TAKEN, None)]


def test_accept_again_reads_what_happened(db: None) -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    says(answers.accept_offer, friday.shift, shirin)
    assert refusal(says, answer=answers.accept_offer, shift=friday.shift, interpreter=shirin) == [(Code.WRONG_STATE, None)]


def test_accept_tells_every_reason_against(db: None) -> None:
    """What has changed about the person since they were asked."""
    friday, (shirin,) = asked_for_one_place("Shirin")
    Interpreter.objects.filter(pk=shirin.pk).update(places=[], pay_status=PayStatus.EXPENSES_ONLY)
    found = refusal(says, answer=answers.accept_offer, shift=friday.shift, interpreter=shirin)
    assert found == [(Code.NOT_ELIGIBLE, None)] * 2


def overlapping(friday: Friday) -> tuple[Friday, Interpreter]:
    """A second session half an hour after the first began, and one person asked for both."""
    other = another_session(friday, an_ask(starts_at=at(11, 30), ends_at=at(12, 30)))
    (shirin,) = people("Shirin")
    for shift in (friday.shift, place_of(other)):
        asked(shift, shirin, by=friday.coordinator)
    return of(friday, other), shirin


def test_accept_sets_aside_what_overlaps_and_letting_go_revives_it(db: None) -> None:
    friday = a_scheduled_session()
    other, shirin = overlapping(friday)
    set_aside = offer_of(other.shift, shirin)
    with telling() as lines:
        says(answers.accept_offer, friday.shift, shirin)
    assert {("offer", set_aside.id, "clashes"), ("shift", other.shift.id, "clashes")} <= lines
    for answer in (answers.accept_offer, answers.stand_by_offer):
        found = refusal(says, answer=answer, shift=other.shift, interpreter=shirin)
        assert found[0][0] in {Code.CLASH, Code.PLACE_OPEN}
    with telling() as lines:
        says(answers.withdraw_offer, friday.shift, shirin)
    assert {("offer", set_aside.id, "revived"), ("shift", other.shift.id, "revived")} <= lines
    says(answers.accept_offer, other.shift, shirin)
    assert other.shift.holder == shirin


def test_stand_by_waits_behind_the_holder(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    says(answers.accept_offer, friday.shift, shirin)
    offer = offer_of(friday.shift, amal)
    with changed() as rows, telling() as lines:
        says(answers.stand_by_offer, friday.shift, amal, now=after(7))
    assert rows == {
        offer.id: {
            "version": 2,
            "state": "reserve",
            "answered_at": after(7),
            "reserved_at": after(7),
            "undo_until": after(7) + UNDO,
        }
    }
    assert lines == {("offer", offer.id, "reserve"), ("shift", friday.shift.id, "reserve")}


def test_stand_by_for_a_free_place_reads_that_it_is_free(db: None) -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    found = refusal(says, answer=answers.stand_by_offer, shift=friday.shift, interpreter=shirin)
    assert found == [(Code.PLACE_OPEN, None)]


def test_decline_asks_for_no_reason_and_changes_nothing_else(db: None) -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    offer = offer_of(friday.shift, shirin)
    with changed() as rows:
        says(answers.decline_offer, friday.shift, shirin, now=after(3))
    assert rows == {offer.id: {"version": 2, "state": "declined", "answered_at": after(3), "undo_until": after(3) + UNDO}}


def test_decline_then_a_change_of_mind(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    for person in (shirin, amal):
        says(answers.decline_offer, friday.shift, person)
    says(answers.accept_offer, friday.shift, shirin)
    says(answers.stand_by_offer, friday.shift, amal)
    assert [offer_of(friday.shift, person).state for person in (shirin, amal)] == ["accepted", "reserve"]


def test_withdraw_frees_the_place(db: None) -> None:
    friday = a_scheduled_session()
    holder = taken(friday)
    offer, shift = offer_of(friday.shift, holder), friday.shift
    with changed() as rows, telling() as lines:
        says(answers.withdraw_offer, shift, holder, now=after(60))
    assert rows == {
        offer.id: {"version": 3, "state": "withdrawn", "answered_at": after(60), "undo_until": None},
        shift.id: {"version": 3, "state": "open", "holder_id": None},
    }
    assert lines == {
        ("offer", offer.id, "withdrawn"),
        ("shift", shift.id, "withdrawn"),
        ("session", friday.session_id, "cover"),
        ("visit", friday.visit_id, "counts"),
    }


def test_withdraw_once_the_session_has_begun_is_for_the_team_to_record(db: None) -> None:
    friday, holder = a_confirmed_session()
    late = {"answer": answers.withdraw_offer, "shift": friday.shift, "interpreter": holder, "now": at(11)}
    assert refusal(says, **late) == [(Code.SESSION_BEGUN, None)]
    offer = offer_of(friday.shift, holder)
    answers.withdraw_offer(offer_id=offer.id, now=at(11), actor=friday.coordinator)
    assert friday.shift.state == "open"


def test_withdraw_from_standby_changes_only_that(db: None) -> None:
    friday = a_scheduled_session()
    (amal,) = people("Amal")
    taken(friday, amal)
    offer = offer_of(friday.shift, amal)
    with changed() as rows:
        says(answers.withdraw_offer, friday.shift, amal, now=after(60))
    assert rows == {
        offer.id: {
            "version": 3, "state": "withdrawn", "answered_at": after(60), "reserved_at": None, "undo_until": None
        }
    }  # fmt: skip


def test_stand_down_lets_somebody_know_that_they_are_not_needed(db: None) -> None:
    friday = a_scheduled_session()
    (amal,) = people("Amal")
    taken(friday, amal)
    offer = offer_of(friday.shift, amal)
    with changed() as rows, telling() as lines:
        answers.stand_down_offer(offer_id=offer.id, now=NOW, actor=friday.coordinator)
    assert rows == {offer.id: {"version": 3, "state": "stood_down", "reserved_at": None, "undo_until": None}}
    assert lines == {("offer", offer.id, "stood_down"), ("shift", friday.shift.id, "stood_down")}


def test_stand_down_of_the_holder_asks_the_first_reserve(db: None) -> None:
    friday = a_scheduled_session()
    (amal,) = people("Amal")
    holder = taken(friday, amal)
    answers.stand_down_offer(offer_id=offer_of(friday.shift, holder).id, now=after(60), actor=friday.coordinator)
    assert offer_of(friday.shift, holder).state == "stood_down"
    assert (friday.shift.state, friday.shift.holder, friday.shift.promised_to) == ("open", None, amal)
