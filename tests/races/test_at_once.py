"""Two acts that cannot both be had, done in the same moment: what each is told, and what is true afterwards.

Each pair runs free a few times, whoever comes first; and once each way with one in the middle of the other, forced.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest

from passerelle.agencies.models import Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer, decline_offer, undo_answer, withdraw_offer
from passerelle.bookings.services.asking import assign_interpreter, release_holder
from passerelle.bookings.services.closing import cancel_session
from passerelle.bookings.services.moving import move_session
from passerelle.bookings.services.visits import confirm_day
from passerelle.domain.roles import Actor
from passerelle.domain.words import CancelReason
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.journal import Told, told
from tests.factories.people import NOW, a_group_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.races.friday import FRIDAY, a_session, a_visit, asked, held_by, local, place_of
from tests.races.invariants import faults
from tests.races.mechanisms import in_the_middle_of
from tests.races.test_mechanisms import CLASH, one_person_two_places
from tests.support.crew import Act, Crew, Outcome

ROUNDS = 8


def refused(status: int, code: str, message: str) -> Outcome:
    return Outcome(status=status, errors=((code, message),))


def sides(outcomes: list[Outcome]) -> list[Outcome | None]:
    """The outcomes, with what was done left out: None for done."""
    return [None if outcome.status == 200 else outcome for outcome in outcomes]


def heard_by(who: str, lines: list[Told]) -> list[tuple[str, str]]:
    """What one audience was told, as (type, kind)."""
    return [(entity, kind) for entity, _, _, kind, audience in lines if who in audience]


# One interpreter, two overlapping places ----------------------------------------------------------


def test_one_interpreter_accepts_two_overlapping_places_and_gets_one(crew: Crew) -> None:
    yes = one_person_two_places()
    interpreter = Interpreter.objects.get()
    for _ in range(ROUNDS):
        outcomes = crew.at_once(*yes)
        assert sorted(sides(outcomes), key=lambda one: one is None) == [CLASH, None]
        assert faults() == []
        held = Offer.objects.get(state="accepted")
        assert held in [outcome.done for outcome in outcomes]
        undo_answer(offer_id=held.id, now=NOW, actor=acting(interpreter))


# Two coordinators, one place -----------------------------------------------------------------------

HELD = refused(409, "place_taken", "Somebody else has this place by now. Look at who, then choose again.")


def test_two_coordinators_assign_different_people_and_one_reads_why(crew: Crew) -> None:
    """The first of the mornings that must go well: nobody is told twice, and who did not get it is told nothing."""
    coordinators = [someone_of_the_team(), someone_of_the_team()]
    shift = place_of(a_session(a_group_of(an_agency()), a_visit(by=coordinators[0]), by=coordinators[0]))
    chosen = [an_interpreter(), an_interpreter()]
    acts = [
        partial(assign_interpreter, shift_id=shift.id, interpreter_id=one.id, now=NOW, actor=actor)
        for one, actor in zip(chosen, coordinators, strict=True)
    ]
    for _ in range(ROUNDS):
        with told() as lines:
            outcomes = crew.at_once(*acts)
        assert sorted(sides(outcomes), key=lambda one: one is None) == [HELD, None]
        assert faults() == []
        winner, loser = chosen if outcomes[0].status == 200 else reversed(chosen)
        assert Shift.objects.get().holder == winner
        assert heard_by(audiences.interpreter(winner.id), lines) == [("offer", "accepted")]
        assert heard_by(audiences.interpreter(loser.id), lines) == []
        assert heard_by(audiences.TEAM, lines) == [("shift", "accepted"), ("session", "cover"), ("visit", "counts")]
        release_holder(shift_id=shift.id, now=NOW, actor=coordinators[0])


# A day with one place that somebody holds, or was asked for ----------------------------------------


@dataclass(frozen=True)
class Day:
    """A visit with one session, one place, and one interpreter who was asked for it."""

    coordinator: Actor
    visit: Visit
    session: Session
    offer: Offer
    interpreter: Interpreter

    def confirm(self) -> Act:
        return partial(confirm_day, visit_id=self.visit.id, version=self.visit.version, now=NOW, actor=self.coordinator)

    def withdraw(self) -> Act:
        return partial(withdraw_offer, offer_id=self.offer.id, now=NOW, actor=acting(self.interpreter))

    def accept(self) -> Act:
        return partial(accept_offer, offer_id=self.offer.id, now=NOW, actor=acting(self.interpreter))

    def decline(self) -> Act:
        return partial(decline_offer, offer_id=self.offer.id, now=NOW, actor=acting(self.interpreter))

    def move(self) -> Act:
        starts_at = local(self.visit.day, 16)
        version, ends_at = self.session.version, starts_at + timedelta(hours=1)
        return partial(
            move_session,
            session_id=self.session.id,
            version=version,
            starts_at=starts_at,
            ends_at=ends_at,
            now=NOW,
            actor=self.coordinator,
        )

    def cancel(self) -> Act:
        reason = CancelReason.NO_CROSSING
        return partial(cancel_session, session_id=self.session.id, reason=reason, now=NOW, actor=self.coordinator)

    def now_reads(self) -> tuple[str, str, str, bool]:
        """The states of session, shift and offer, and whether somebody is promised the place."""
        shift = Shift.objects.get(session=self.session)
        session, offer = Session.objects.get(pk=self.session.id), Offer.objects.get(pk=self.offer.id)
        return session.state, shift.state, offer.state, shift.promised_to_id is not None


@dataclass(frozen=True)
class Days:
    """As many such days as a test needs, a week apart, with the same people."""

    coordinator: Actor
    group: Group
    interpreter: Interpreter

    def __call__(self, count: int, *, held: bool) -> Iterator[Day]:
        for week in range(count):
            visit = a_visit(FRIDAY + timedelta(weeks=week), by=self.coordinator)
            session = a_session(self.group, visit, by=self.coordinator)
            shift = place_of(session)
            if held:
                offer = held_by(self.interpreter, shift, by=self.coordinator)
            else:
                (offer,) = asked(shift, [self.interpreter], by=self.coordinator)
            yield Day(self.coordinator, visit, session, offer, self.interpreter)


@pytest.fixture
def days(committed_db: None) -> Days:
    return Days(someone_of_the_team(), a_group_of(an_agency()), an_interpreter())


NOTHING_READY = refused(409, "nothing_to_confirm", "No session of this day is ready to be confirmed.")
CONFIRMED_THEN_FREE = ([None, None], ("confirmed", "open", "withdrawn", False))
FREE_THEN_NOT_READY = ([NOTHING_READY, None], ("scheduled", "open", "withdrawn", False))


def test_confirming_the_day_while_a_holder_withdraws(crew: Crew, days: Days) -> None:
    """Either she was confirmed and left, and cover is sought; or she had left, and nothing was ready."""
    for day in days(ROUNDS, held=True):
        outcomes = crew.at_once(day.confirm(), day.withdraw())
        assert (sides(outcomes), day.now_reads()) in [CONFIRMED_THEN_FREE, FREE_THEN_NOT_READY]
        assert faults() == []


def test_a_holder_withdraws_in_the_middle_of_confirming(crew: Crew, days: Days) -> None:
    (day,) = days(1, held=True)
    outcomes = in_the_middle_of(crew, day.confirm(), day.withdraw(), table="bookings_session")
    assert (sides(outcomes), day.now_reads()) == CONFIRMED_THEN_FREE
    assert faults() == []


def test_the_day_is_confirmed_in_the_middle_of_a_withdrawal(crew: Crew, days: Days) -> None:
    (day,) = days(1, held=True)
    withdrawn, confirmed = in_the_middle_of(crew, day.withdraw(), day.confirm(), table="bookings_offer")
    assert (sides([confirmed, withdrawn]), day.now_reads()) == FREE_THEN_NOT_READY
    assert faults() == []


ALREADY_YES = refused(
    409,
    "wrong_state",
    "This was changed in the meantime: it is now answered with yes, so this can no longer be done. Look at it again.",
)


def test_a_no_tapped_on_one_phone_in_the_middle_of_a_yes_on_another(crew: Crew, days: Days) -> None:
    """Who waited for the place reads the answer as it is by then, not as it was before."""
    (day,) = days(1, held=False)
    outcomes = in_the_middle_of(crew, day.accept(), day.decline(), table="bookings_offer")
    assert (sides(outcomes), day.now_reads()) == ([None, ALREADY_YES], ("scheduled", "taken", "accepted", False))
    assert faults() == []


# A yes to a session that moves: the yes was for the old time, or is for the new one.
YES_THEN_MOVED = ([None, None], ("scheduled", "open", "asked", True))
MOVED_THEN_YES = ([None, None], ("scheduled", "taken", "accepted", False))


def test_moving_a_session_while_someone_says_yes(crew: Crew, days: Days) -> None:
    """A yes for the old time does not stand for the new one: she is asked again, first."""
    for day in days(ROUNDS, held=False):
        outcomes = crew.at_once(day.move(), day.accept())
        assert (sides(outcomes), day.now_reads()) in [YES_THEN_MOVED, MOVED_THEN_YES]
        assert Shift.objects.get(session=day.session).block.lower == local(day.visit.day, 15, 45)
        assert faults() == []


def test_a_session_moves_in_the_middle_of_a_yes(crew: Crew, days: Days) -> None:
    (day,) = days(1, held=False)
    accepted, moved = in_the_middle_of(crew, day.accept(), day.move(), table="bookings_offer")
    assert (sides([moved, accepted]), day.now_reads()) == YES_THEN_MOVED
    assert faults() == []


def test_someone_says_yes_in_the_middle_of_a_move(crew: Crew, days: Days) -> None:
    (day,) = days(1, held=False)
    outcomes = in_the_middle_of(crew, day.move(), day.accept(), table="bookings_shift")
    assert (sides(outcomes), day.now_reads()) == MOVED_THEN_YES
    assert faults() == []


TOO_LATE = refused(
    409,
    "wrong_state",
    "This was changed in the meantime: it is now not needed this time, so this can no longer be done. Look at it again.",
)
YES_THEN_CANCELLED = ([None, None], ("cancelled", "cancelled", "stood_down", False))
CANCELLED_THEN_YES = ([None, TOO_LATE], ("cancelled", "cancelled", "stood_down", False))


def test_cancelling_a_session_while_someone_says_yes(crew: Crew, days: Days) -> None:
    for day in days(ROUNDS, held=False):
        outcomes = crew.at_once(day.cancel(), day.accept())
        assert (sides(outcomes), day.now_reads()) in [YES_THEN_CANCELLED, CANCELLED_THEN_YES]
        assert faults() == []


def test_a_session_is_cancelled_in_the_middle_of_a_yes(crew: Crew, days: Days) -> None:
    (day,) = days(1, held=False)
    accepted, cancelled = in_the_middle_of(crew, day.accept(), day.cancel(), table="bookings_offer")
    assert (sides([cancelled, accepted]), day.now_reads()) == YES_THEN_CANCELLED
    assert faults() == []


def test_someone_says_yes_in_the_middle_of_a_cancellation(crew: Crew, days: Days) -> None:
    """A late tap reads what happened, not that the account may not."""
    (day,) = days(1, held=False)
    outcomes = in_the_middle_of(crew, day.cancel(), day.accept(), table="bookings_shift")
    assert (sides(outcomes), day.now_reads()) == CANCELLED_THEN_YES
    assert faults() == []
