"""What does not take place after all: off the board, and still named with everyone who has to hear of it."""

import pytest

from passerelle.bookings.models import Session
from passerelle.bookings.selectors.board import board
from passerelle.bookings.selectors.messages import who_is_coming
from passerelle.bookings.selectors.sessions import session_view, session_views, with_context
from passerelle.bookings.selectors.to_interpreters import message_to_interpreter
from passerelle.bookings.services.asking import cancel_shift
from passerelle.bookings.services.closing import cancel_session, cancel_visit
from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import withdraw_session
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.roles import Actor
from passerelle.domain.words import CancelReason, Language, Pay
from tests.factories.days import DARI, a_day, a_session_on, asked, confirmed, held, place_of, standing_by
from tests.factories.people import NOW, a_partner_of, a_profile, an_interpreter, someone_of_the_team

type People = dict[str, list[tuple[str, str]]]


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def booked(session: Session, actor: Actor) -> People:
    """Who was asked for each place that is shown of it, by the place's state, and how their answer stands."""
    view = session_view(session.id, actor, NOW)
    return {
        shift.state.value: sorted((offer.interpreter.name, offer.state.value) for offer in shift.offers)
        for shift in view.shifts
    }


def test_a_cancelled_session_keeps_the_names_of_everyone_who_was_asked(team: Actor) -> None:
    visit = a_day(by=team)
    session, other = a_session_on(visit, by=team), a_session_on(visit, by=team, hour=14)
    held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    standing_by(place_of(session), an_interpreter(a_profile("Omid")), by=team)
    confirmed(visit, by=team)
    asked(place_of(session), an_interpreter(a_profile("Amal")), by=team)
    cancel_session(session_id=session.id, reason=CancelReason.NOBODY_CAME, now=NOW, actor=team)
    assert [view.id for view in board(visit.id, team, NOW).sessions] == [other.id]
    assert booked(session, team) == {
        "cancelled": [("Amal", "stood_down"), ("Nadia", "stood_down"), ("Omid", "stood_down")],
    }
    view = session_view(session.id, team, NOW)
    assert (view.cover.shifts, view.cover.filled, view.coming, view.reason and view.reason.code) == (0, 0, [], "nobody_came")


def test_a_cancelled_day_keeps_them_for_each_session_in_one_reading(team: Actor) -> None:
    visit = a_day(by=team)
    sessions = [a_session_on(visit, by=team, hour=hour) for hour in (10, 14)]
    for session, name in zip(sessions, ("Nadia", "Omid"), strict=True):
        held(place_of(session), an_interpreter(a_profile(name)), by=team)
    cancel_visit(visit_id=visit.id, reason=CancelReason.NO_CROSSING, now=NOW, actor=team)
    assert board(visit.id, team, NOW).sessions == []
    rows = list(with_context(Session.objects.filter(visit=visit)).order_by("starts_at"))
    views = session_views(rows, team, NOW, with_shifts=True)
    assert [[offer.interpreter.name for shift in view.shifts for offer in shift.offers] for view in views] == [
        ["Nadia"],
        ["Omid"],
    ]


def test_a_place_that_was_given_up_is_not_shown_while_its_session_goes_on(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, places=(DARI, Place(Language.PASHTO, Pay.PAID)))
    given_up = session.shifts.get(language=Language.PASHTO)
    asked(given_up, an_interpreter(a_profile("Omid", Language.PASHTO)), by=team)
    cancel_shift(shift_id=given_up.id, now=NOW, actor=team)
    (view,) = board(visit.id, team, NOW).sessions
    assert [(shift.language, shift.state) for shift in view.shifts] == [("prs", "open")]


def test_to_the_partner_a_cancelled_session_names_nobody(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    cancel_session(session_id=session.id, reason=CancelReason.NO_CROSSING, now=NOW, actor=team)
    view = session_view(session.id, a_partner_of(session.agency), NOW)
    assert (view.state, view.shifts, view.coming) == ("cancelled", [], [])


def test_the_messages_say_why_to_the_partner_and_to_who_counted_on_it_alone(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    yes = held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    (waiting,) = asked(place_of(session), an_interpreter(a_profile("Omid")), by=team)
    cancel_session(session_id=session.id, reason=CancelReason.NO_CROSSING, note="The port is closed.", now=NOW, actor=team)
    why = ["This session does not take place.", "No crossing", "The port is closed."]
    told = (message_to_interpreter(offer.id, MessageKind.CANCELLING, "en", team) for offer in (yes, waiting))
    hers, his = (message.text.splitlines() for message in told)
    assert (hers[2:], his[2:]) == (why, why[:1])
    assert who_is_coming(session.id, "en", team, NOW).text.splitlines()[2:] == why


def test_what_a_partner_writes_on_taking_a_request_back_is_in_no_message(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    yes = held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    withdraw_session(session_id=session.id, note="We have no room.", now=NOW, actor=a_partner_of(session.agency))
    assert message_to_interpreter(yes.id, MessageKind.CANCELLING, "en", team).text.splitlines()[2:] == [
        "This session does not take place."
    ]
    assert who_is_coming(session.id, "en", team, NOW).text.splitlines()[2:] == ["This session does not take place."]
