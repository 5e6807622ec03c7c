"""A session is moved to another time or day."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Shift
from passerelle.bookings.services import answers, closing, moving
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.words import CancelReason, Mode, ShiftOutcome
from tests.factories.bookings import (
    DARI,
    NEXT_FRIDAY,
    Friday,
    a_confirmed_session,
    a_request,
    a_scheduled_session,
    a_visit,
    after,
    an_ask,
    another_session,
    at,
    confirm,
    of,
    offer_of,
    people,
    refusal,
    says,
    schedule,
    taken,
)
from tests.factories.people import NOW, acting
from tests.support.rows import changed
from tests.support.telling import telling

WEEK = timedelta(weeks=1)
AFTERNOON = at(14)


def move(friday: Friday, starts_at: datetime = AFTERNOON, **otherwise: Any) -> dict[str, Any]:
    """What ``move_session`` takes, to the afternoon unless told otherwise; an hour and a quarter as before."""
    usual = {
        "session_id": friday.session_id,
        "version": friday.session.version,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=75),
        "now": NOW,
        "actor": friday.coordinator,
    }
    return usual | otherwise


def test_move_session_asks_the_holder_again_with_first_refusal_and_the_reserves_after_them(db: None) -> None:
    first, second = people("Amal", "Baran")
    friday, holder = a_confirmed_session(first, second)
    shift = friday.shift
    deadline = after(60 + 12 * 60)
    with changed() as rows:
        moving.move_session(**move(friday, now=after(60)))
    answered = {"answered_at": None, "undo_until": None, "state": "asked", "asked_at": after(60), "version": 3}
    moved = Shift.objects.get(pk=shift.pk)
    assert rows == {
        friday.session_id: {"version": 4, "state": "scheduled", "starts_at": at(14), "ends_at": at(15, 15)},
        shift.id: {
            "version": moved.version, "state": "open", "holder_id": None, "block": moved.block,
            "promised_to_id": holder.id, "promised_until": deadline,
        },
        offer_of(shift, holder).id: answered | {"answer_by": deadline},
        offer_of(shift, first).id: answered | {"reserved_at": None},
        offer_of(shift, second).id: answered | {"reserved_at": None},
    }  # fmt: skip
    assert (moved.block.lower, moved.block.upper) == (at(13, 45), at(15, 25))


def test_move_session_while_the_first_refusal_runs_only_the_holder_may_say_yes(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    moving.move_session(**move(friday))
    yes = {"answer": answers.accept_offer, "shift": friday.shift}
    assert refusal(says, **yes, interpreter=reserve, now=after(12 * 60 - 1)) == [(Code.PLACE_TAKEN, None)]
    says(answers.accept_offer, friday.shift, holder, now=after(30))
    assert (friday.shift.state, friday.shift.holder, friday.shift.promised_to) == ("taken", holder, None)


def test_move_session_a_second_time_keeps_the_first_refusal(db: None) -> None:
    """Whoever held the place before the first move and has not answered yet is still the first to be asked."""
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    moving.move_session(**move(friday))
    moving.move_session(**move(friday, at(15), now=after(120)))
    shift, offer = friday.shift, offer_of(friday.shift, holder)
    deadline = after(120 + 12 * 60)
    assert (shift.state, shift.promised_to, shift.promised_until) == ("open", holder, deadline)
    assert (offer.state, offer.answer_by, offer.asked_at) == ("asked", deadline, after(120))
    assert refusal(says, answer=answers.accept_offer, shift=shift, interpreter=reserve, now=after(121)) == [
        (Code.PLACE_TAKEN, None)
    ]


def test_move_session_after_the_first_refusal_ended_keeps_nothing_for_anybody(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    moving.move_session(**move(friday))
    says(answers.decline_offer, friday.shift, holder, now=after(1))
    moving.move_session(**move(friday, at(15), now=after(120)))
    assert (friday.shift.promised_to, offer_of(friday.shift, holder).state) == (None, "declined")


def test_move_session_tells_everyone_it_was_asked_of_and_its_partner(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    with telling() as lines:
        moving.move_session(**move(friday))
    assert lines == {
        ("session", friday.session_id, "moved"),
        ("shift", friday.shift.id, "moved"),
        ("visit", friday.visit_id, "counts"),
        *(("offer", offer_of(friday.shift, person).id, "moved") for person in (holder, reserve)),
    }


def test_move_session_leaves_the_other_weeks_alone(db: None) -> None:
    """Morning 7, with two weeks: only the one that moves is asked again."""
    friday, _ = a_confirmed_session()
    later = a_visit(friday.coordinator, NEXT_FRIDAY)
    ask = an_ask(starts_at=at(11) + WEEK, ends_at=at(12, 15) + WEEK)
    from_partner = a_request(friday.group, friday.partner, ask)
    schedule(from_partner, later, friday.coordinator, DARI)
    next_friday = Friday(friday.coordinator, friday.partner, friday.group, later.id, from_partner.id)
    taken(next_friday, holder=people("Amal")[0])
    confirm(next_friday)
    with changed() as rows:
        moving.move_session(**move(friday))
    assert rows.keys() == {friday.session_id, friday.shift.id, *friday.shift.offers.values_list("id", flat=True)}


def test_move_session_to_another_day(db: None) -> None:
    friday, holder = a_confirmed_session()
    next_visit = a_visit(friday.coordinator, NEXT_FRIDAY)
    with telling() as lines:
        moving.move_session(**move(friday, at(11) + WEEK, visit_id=next_visit.id))
    assert (friday.session.state, friday.session.visit_id) == ("scheduled", next_visit.id)
    assert friday.shift.promised_to == holder
    counts = {("visit", friday.visit_id, "counts"), ("visit", next_visit.id, "counts")}
    assert {line for line in lines if line[0] == "visit"} == counts


def test_move_session_away_ends_a_day_on_which_all_else_was_held(db: None) -> None:
    friday, _ = a_confirmed_session()
    other = another_session(friday, an_ask(starts_at=at(14), ends_at=at(15)))
    taken(of(friday, other), holder=people("Amal")[0])
    confirm(friday)
    closing.close_session(
        session_id=friday.session_id,
        outcomes={friday.shift.id: ShiftOutcome.WORKED},
        now=at(12, 30),
        actor=friday.coordinator,
    )
    next_visit = a_visit(friday.coordinator, NEXT_FRIDAY)
    assert friday.visit.state == "confirmed"
    moving.move_session(**move(of(friday, other), at(14) + WEEK, visit_id=next_visit.id, now=at(13)))
    assert friday.visit.state == "done"


def test_move_session_refusals(db: None) -> None:
    friday, holder = a_confirmed_session()
    act = moving.move_session
    next_visit = a_visit(friday.coordinator, NEXT_FRIDAY)
    assert refusal(act, **move(friday, NOW)) == [(Code.IN_THE_PAST, "starts_at")]
    assert refusal(act, **move(friday, ends_at=at(14))) == [(Code.ENDS_BEFORE_IT_STARTS, "ends_at")]
    assert refusal(act, **move(friday, NOW, ends_at=NOW)) == [
        (Code.ENDS_BEFORE_IT_STARTS, "ends_at"),
        (Code.IN_THE_PAST, "starts_at"),
    ]
    assert refusal(act, **move(friday, at(14) + WEEK)) == [(Code.WRONG_DAY, "starts_at")]
    assert refusal(act, **move(friday, visit_id=next_visit.id)) == [(Code.WRONG_DAY, "starts_at")]
    assert refusal(act, **move(friday, visit_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **move(friday, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(act, **move(friday, actor=acting(holder))) == [(Code.NOT_FOUND, None)]
    with pytest.raises(Stale):
        moving.move_session(**move(friday, version=friday.session.version - 1))
    closing.cancel_session(session_id=friday.session_id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)
    assert refusal(act, **move(friday)) == [(Code.WRONG_STATE, None)]


def test_move_session_is_not_the_partners_whatever_they_say(db: None) -> None:
    """What else is wrong with it is not told to who may not."""
    friday, _ = a_confirmed_session(*people("Amal"))
    for wrong in ({"starts_at": NOW - WEEK}, {"version": 1}):
        assert refusal(moving.move_session, **move(friday, actor=friday.partner, **wrong)) == [(Code.NOT_ALLOWED, None)]
    stale = {"session_id": friday.session_id, "version": 1, "mode": Mode.REMOTE, "now": NOW, "actor": friday.partner}
    assert refusal(moving.change_mode, **stale) == [(Code.NOT_ALLOWED, None)]


def test_move_session_to_a_day_that_is_closed(db: None) -> None:
    friday = a_scheduled_session()
    closed = a_visit(friday.coordinator, NEXT_FRIDAY)
    closing.cancel_visit(visit_id=closed.id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)
    found = refusal(moving.move_session, **move(friday, at(14) + WEEK, visit_id=closed.id))
    assert found == [(Code.VISIT_CLOSED, "visit")]
