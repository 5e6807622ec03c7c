"""What is kept of sessions for a while only goes when its time is over, not before, and once."""

from datetime import datetime, timedelta
from typing import Any

from passerelle.bookings.models import Offer, Override, Session, SessionTold, Shift, Visit, VisitTherapist
from passerelle.bookings.services import answers
from passerelle.bookings.services.forgetting import (
    forget_answers,
    forget_contacts,
    forget_of_visit,
    forget_records,
    forget_texts,
)
from passerelle.bookings.services.visits import set_duty_phone
from passerelle.domain.personal import Kept
from passerelle.domain.states.offer import OfferState
from passerelle.journal.models import Change
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_request,
    a_requested_session,
    an_ask,
    asked,
    asked_for_one_place,
    people,
    says,
)
from tests.factories.people import NOW, a_user
from tests.support.rows import changed

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def ends(friday: Friday) -> datetime:
    return friday.session.ends_at


def lines(kind: str = "forgotten") -> list[tuple[str, Any]]:
    return sorted(Change.objects.filter(kind=kind).values_list("entity", "entity_id"))


def a_session_with_everything() -> Friday:
    friday, _holder = a_confirmed_session()
    set_duty_phone(visit_id=friday.visit_id, phone="+44 7700 900100", now=NOW, actor=friday.coordinator)
    Session.objects.filter(pk=friday.session_id).update(
        gap_reason="They bring someone.",
        reason_note="As they wished.",
        staff_present=["Ines"],
        proposed_change={"note": "later"},
    )
    Visit.objects.filter(pk=friday.visit_id).update(therapists_reason="Ruth knows them.", cancel_note="A storm.")
    return friday


def test_a_day_that_became_another_meanwhile_keeps_what_it_has(db: None) -> None:
    friday = a_session_with_everything()
    with changed() as rows:
        forget_of_visit(visit_id=friday.visit_id, kept=Kept.CONTACTS, now=ends(friday))
    assert rows == {}


def test_contacts_go_a_fortnight_after_the_session_and_texts_stay(db: None) -> None:
    friday = a_session_with_everything()
    with changed() as too_early:
        assert forget_contacts(now=ends(friday) + Kept.CONTACTS.time - SECOND) == 0
    assert too_early == {}
    with changed() as rows:
        assert forget_contacts(now=ends(friday) + Kept.CONTACTS.time + DAY) == 2
    assert rows == {
        friday.session_id: {"contact_name": "", "contact_phone": "", "staff_present": [], "version": friday.session.version},
        friday.visit_id: {"duty_phone": "", "version": friday.visit.version},
    }
    assert {entity for entity, _ in lines()} == {"session", "visit", "offer"}
    assert forget_contacts(now=ends(friday) + Kept.CONTACTS.time + DAY) == 0


def test_texts_go_thirty_days_after_the_session_and_contacts_with_their_own_time(db: None) -> None:
    friday = a_session_with_everything()
    with changed() as too_early:
        assert forget_texts(now=ends(friday) + Kept.TEXTS.time - SECOND) == 0
    assert too_early == {}
    with changed() as rows:
        assert forget_texts(now=ends(friday) + Kept.TEXTS.time + DAY) == 2
    session, visit = friday.session, friday.visit
    assert rows == {
        session.id: {"notes": "", "proposed_change": None, "gap_reason": "", "reason_note": "", "version": session.version},
        visit.id: {"therapists_reason": "", "cancel_note": "", "version": visit.version},
    }
    assert lines() == sorted([("session", session.id), ("visit", visit.id)])
    assert forget_texts(now=ends(friday) + Kept.TEXTS.time + DAY) == 0


def test_a_draft_that_came_to_nothing_is_emptied_as_well(db: None) -> None:
    friday = a_requested_session(an_ask(notes="Paper is there."), submit=False)
    assert forget_texts(now=ends(friday) + Kept.TEXTS.time) == 1
    assert friday.session.notes == ""


def test_answers_that_were_no_yes_go_ninety_days_after_the_session(db: None) -> None:
    friday, (shirin, nadia, omid, zahra) = asked_for_one_place("Shirin", "Nadia", "Omid", "Zahra")
    says(answers.accept_offer, friday.shift, shirin)
    says(answers.decline_offer, friday.shift, nadia)
    says(answers.stand_by_offer, friday.shift, omid)
    over = friday.shift.block.upper + Kept.ANSWERS.time
    assert forget_answers(now=over - SECOND) == 0
    assert Offer.objects.count() == 4
    gone = set(Offer.objects.exclude(interpreter=shirin).values_list("id", flat=True))
    assert forget_answers(now=over) == 1
    assert list(Offer.objects.values_list("interpreter_id", "state")) == [(shirin.id, OfferState.ACCEPTED)]
    assert lines() == sorted([("shift", friday.shift.id), *(("offer", pk) for pk in gone)])
    assert forget_answers(now=over) == 0
    assert zahra.id not in Offer.objects.values_list("interpreter_id", flat=True)


def test_a_promise_of_a_place_goes_with_the_answers(db: None) -> None:
    friday, (shirin, *_others) = asked_for_one_place("Shirin")
    Shift.objects.filter(pk=friday.shift.id).update(promised_to=shirin, promised_until=NOW)
    assert forget_answers(now=friday.shift.block.upper + Kept.ANSWERS.time) == 1
    assert (friday.shift.promised_to_id, friday.shift.promised_until) == (None, None)


def test_six_years_later_the_day_is_gone_with_all_that_hangs_on_it(db: None) -> None:
    (reserve,) = people("Nadia")
    friday, holder = a_confirmed_session(reserve)
    Override.objects.create(shift=friday.shift, interpreter=holder, reason="Known to us.", by=a_user(), at=NOW)
    alone = a_request(friday.group, friday.partner)
    over = ends(friday) + Kept.RECORD.time
    assert forget_records(now=over - DAY) == 0
    assert forget_records(now=over + DAY) == 2  # the day, and a request that was never put on one
    everything = (Visit, VisitTherapist, Session, SessionTold, Shift, Override, Offer)
    assert [model.__name__ for model in everything if model._default_manager.exists()] == []
    assert {entity for entity, _ in lines("expired")} == {"visit", "session", "shift", "offer"}
    assert ("session", alone.id) in lines("expired")
    assert forget_records(now=over + DAY) == 0


def test_nothing_of_what_is_still_to_come_is_touched(db: None) -> None:
    friday, _people = asked_for_one_place("Shirin")
    asked(friday.shift, *people("Nadia"), by=friday.coordinator)
    with changed() as rows:
        for forget in (forget_contacts, forget_texts, forget_answers, forget_records):
            assert forget(now=NOW) == 0
    assert rows == {}
