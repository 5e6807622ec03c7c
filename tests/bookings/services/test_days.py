"""The day is one thing: held another way or moved, everything on it in one act."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.services import deactivate_team_member
from passerelle.bookings.models import Offer, Session, Shift, Visit, VisitTherapist
from passerelle.bookings.services.closing import close_session
from passerelle.bookings.services.days import change_mode_of_day, move_day
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal, Stale
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import CancelReason, Mode, Place, ShiftOutcome
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.days import FRIDAY, ZONE, a_day, a_session_on, asked, at, confirmed, held, place_of, state_of
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

LATER = FRIDAY + timedelta(days=7)


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def only_in_france() -> Interpreter:
    made = an_interpreter(a_profile("Only"))
    Interpreter.objects.filter(pk=made.id).update(places=[Place.FRANCE])
    return Interpreter.objects.get(pk=made.id)


def another_way(visit: Visit, team: Actor, modes: dict[Session, Mode], **other: Any) -> Visit:
    version = Visit.objects.values_list("version", flat=True).get(pk=visit.id)
    given = {"visit_id": visit.id, "version": version, "modes": {s.id: mode for s, mode in modes.items()}}
    return change_mode_of_day(**{**given, **other}, now=NOW, actor=team)


def to(day: date, visit: Visit, team: Actor, **other: Any) -> Visit:
    version = Visit.objects.values_list("version", flat=True).get(pk=visit.id)
    given = {"visit_id": visit.id, "version": version, "day": day, "reason": CancelReason.NO_CROSSING}
    return move_day(**{**given, **other}, now=NOW, actor=team)


def a_confirmed_day(team: Actor) -> tuple[Visit, list[Session], list[Offer]]:
    """Three sessions at 9, 11 and 14, each with one interpreter, confirmed. The second's can work in France only."""
    visit = a_day(by=team)
    sessions = [a_session_on(visit, by=team, hour=hour) for hour in (9, 11, 14)]
    people = [an_interpreter(a_profile("Nadia")), only_in_france(), an_interpreter(a_profile("Omid"))]
    offers = [held(place_of(session), one, by=team) for session, one in zip(sessions, people, strict=True)]
    return confirmed(visit, by=team), sessions, offers


def test_change_mode_of_day_keeps_who_can_and_lets_the_others_go(team: Actor) -> None:
    visit, (first, second, third), offers = a_confirmed_day(team)
    another_way(visit, team, {first: Mode.REMOTE, second: Mode.REMOTE, third: Mode.PARTNER_LED}, team_cannot_travel=True)
    rows = list(Session.objects.filter(visit=visit).order_by("starts_at").values_list("mode", "state"))
    assert rows == [("remote", "scheduled"), ("remote", "scheduled"), ("partner_led", "scheduled")]
    assert [state_of(place_of(session)) for session in (first, second, third)] == ["taken", "open", "taken"]
    assert [state_of(offer) for offer in offers] == ["accepted", "stood_down", "accepted"]
    assert Visit.objects.get(pk=visit.id).team_cannot_travel


def test_change_mode_of_day_confirms_again_what_is_ready(team: Actor) -> None:
    visit, (first, second, third), _offers = a_confirmed_day(team)
    another_way(visit, team, {first: Mode.REMOTE, second: Mode.REMOTE, third: Mode.PARTNER_LED}, confirm=True)
    states = list(Session.objects.filter(visit=visit).order_by("starts_at").values_list("state", flat=True))
    assert states == ["confirmed", "scheduled", "confirmed"]
    assert [state_of(place_of(session)) for session in (first, second, third)] == ["confirmed", "open", "confirmed"]


def test_change_mode_of_day_confirms_a_gap_with_its_reason(team: Actor) -> None:
    visit, (_first, second, _third), _offers = a_confirmed_day(team)
    another_way(visit, team, {second: Mode.REMOTE}, confirm=True, gap_reasons={second.id: "The partner interprets"})
    row = Session.objects.get(pk=second.id)
    assert (row.state, row.gap_reason) == ("confirmed", "The partner interprets")


def test_change_mode_of_day_confirms_nothing_that_was_not(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    held(place_of(session), an_interpreter(), by=team)
    another_way(visit, team, {session: Mode.REMOTE}, confirm=True)
    assert state_of(session) == "scheduled"


def test_change_mode_of_day_leaves_who_stays_as_it_was(committed_db: None) -> None:
    team = someone_of_the_team()
    visit, (first, second, _third), _offers = a_confirmed_day(team)
    with told() as lines:
        another_way(visit, team, {first: Mode.REMOTE, second: Mode.IN_PERSON}, confirm=True)
    assert [line[1] for line in lines if line[0] == "session"].count(second.id) == 0
    assert state_of(second) == "confirmed"


def test_change_mode_of_day_tells_everyone_booked_once(committed_db: None) -> None:
    """In one act: whoever is confirmed anew, and whoever is let go, has one line, of what happened to the session."""
    team = someone_of_the_team()
    visit, (first, second, third), offers = a_confirmed_day(team)
    with told() as lines:
        another_way(visit, team, {first: Mode.REMOTE, second: Mode.REMOTE, third: Mode.PARTNER_LED}, confirm=True)
    heard = [(entity, thing, kind) for entity, thing, _version, kind, seen_by in lines if "team" not in seen_by]
    assert sorted(heard) == sorted(("offer", offer.id, "mode_changed") for offer in offers)
    partners = {line[1]: line[4] for line in lines if line[0] == "session"}
    assert partners == {
        session.id: frozenset({audiences.TEAM, audiences.agency(session.agency_id)}) for session in (first, second, third)
    }


def test_change_mode_of_day_refuses_a_session_of_another_day_and_changes_nothing(team: Actor) -> None:
    visit, (first, _second, _third), _offers = a_confirmed_day(team)
    elsewhere = a_session_on(a_day(by=team, day=LATER), by=team)
    with pytest.raises(Missing):
        another_way(visit, team, {first: Mode.REMOTE, elsewhere: Mode.REMOTE})
    assert set(Session.objects.values_list("mode", flat=True)) == {"in_person"}


def test_change_mode_of_day_is_all_or_nothing(committed_db: None) -> None:
    team = someone_of_the_team()
    visit, (first, second, _third), _offers = a_confirmed_day(team)
    Session.objects.filter(pk=second.id).update(state="held")
    with pytest.raises(Refusal) as refused:
        another_way(visit, team, {first: Mode.REMOTE, second: Mode.REMOTE})
    assert refused.value.code is Code.WRONG_STATE
    assert set(Session.objects.values_list("mode", flat=True)) == {"in_person"}


def test_change_mode_of_day_refuses_an_older_version_and_others(team: Actor) -> None:
    visit, (first, _second, _third), _offers = a_confirmed_day(team)
    with pytest.raises(Stale):
        another_way(visit, team, {first: Mode.REMOTE}, version=1)
    with pytest.raises(Forbidden):
        another_way(visit, a_partner_of(an_agency()), {first: Mode.REMOTE})


def test_move_day_takes_every_session_to_a_new_day_at_its_hour(team: Actor) -> None:
    visit, sessions, offers = a_confirmed_day(team)
    entered = to(LATER, visit, team, note="The port is closed")
    rows = Session.objects.filter(visit=entered).order_by("starts_at").values_list("starts_at", "state")
    assert list(rows) == [(at(hour, day=LATER), "scheduled") for hour in (9, 11, 14)]
    left = Visit.objects.get(pk=visit.id)
    assert (left.state, left.cancel_reason, left.cancel_note) == ("cancelled", "no_crossing", "The port is closed")
    assert (entered.day, entered.state, entered.time_zone) == (LATER, "planning", ZONE)
    promised = list(Shift.objects.order_by("block").values_list("promised_to_id", flat=True))
    assert promised == [offer.interpreter_id for offer in offers]
    assert [state_of(offer) for offer in offers] == ["asked"] * len(sessions)


def test_move_day_asks_the_therapists_anew(team: Actor) -> None:
    visit, _sessions, _offers = a_confirmed_day(team)
    down = set(VisitTherapist.objects.filter(visit=visit).values_list("member_id", flat=True))
    entered = to(LATER, visit, team)
    assert dict(VisitTherapist.objects.filter(visit=entered).values_list("member_id", "answer")) == dict.fromkeys(down, "asked")


def test_move_day_puts_nobody_down_for_the_new_day_who_left_the_team(team: Actor) -> None:
    visit, _sessions, _offers = a_confirmed_day(team)
    deputy = someone_of_the_team(TeamRole.THERAPIST).team_member_id
    assert deputy is not None
    Visit.objects.filter(pk=visit.id).update(deputy=deputy)
    stays, leaves = VisitTherapist.objects.filter(visit=visit).values_list("member_id", flat=True)
    owner = someone_of_the_team(TeamRole.OWNER)
    for gone in (leaves, deputy):
        deactivate_team_member(member_id=gone, now=NOW, actor=owner)
    entered = to(LATER, visit, team)
    assert list(VisitTherapist.objects.filter(visit=entered).values_list("member_id", flat=True)) == [stays]
    assert entered.deputy_id is None


def test_move_day_joins_the_visit_of_that_day(team: Actor) -> None:
    visit, sessions, _offers = a_confirmed_day(team)
    there = a_day(by=team, day=LATER, therapists=1)
    entered = to(LATER, visit, team)
    assert entered.id == there.id
    assert Session.objects.filter(visit=there).count() == len(sessions)
    answers = VisitTherapist.objects.filter(visit=there).values_list("answer", flat=True)
    assert sorted(answers) == ["asked", "asked", "yes"]


def test_move_day_ends_as_done_where_something_was_held(team: Actor) -> None:
    visit, (first, _second, _third), _offers = a_confirmed_day(team)
    close_session(session_id=first.id, outcomes={place_of(first).id: ShiftOutcome.WORKED}, now=at(10, 30), actor=team)
    version = Visit.objects.get(pk=visit.id).version
    move_day(visit_id=visit.id, version=version, day=LATER, reason=CancelReason.OTHER, now=at(10, 45), actor=team)
    assert state_of(visit) == "done"
    assert state_of(first) == "held"


def test_move_day_tells_everyone(committed_db: None) -> None:
    team = someone_of_the_team()
    visit, sessions, offers = a_confirmed_day(team)
    with told() as lines:
        entered = to(LATER, visit, team)
    said = {(entity, thing): kind for entity, thing, _version, kind, _seen_by in lines}
    assert {key: said[key] for key in said if key[0] in {"session", "offer"}} == {
        **{("session", session.id): "moved" for session in sessions},
        **{("offer", offer.id): "moved" for offer in offers},
    }
    assert (said["visit", visit.id], said["visit", entered.id]) == ("moved", "planned")


@pytest.mark.parametrize(
    ("day", "code"), [(FRIDAY, Code.SAME_DAY), (date(2026, 11, 20), Code.IN_THE_PAST), (date(2027, 12, 3), Code.DAY_TOO_FAR)]
)
def test_move_day_refuses_a_day_that_cannot_be(team: Actor, day: date, code: Code) -> None:
    visit, _sessions, _offers = a_confirmed_day(team)
    with pytest.raises(Refusal) as refused:
        to(day, visit, team)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(code, "day")]


def test_move_day_refuses_an_hour_that_clocks_skip(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, hour=2)
    with pytest.raises(Refusal) as refused:
        to(date(2027, 3, 28), visit, team)
    (problem,) = refused.value.problems
    assert (problem.code, problem.params) == (Code.HOUR_SKIPPED, {"time": "02:00", "place": session.group.site.name})


def test_move_day_refuses_an_hour_that_clocks_show_twice_and_says_which(team: Actor) -> None:
    visit = a_day(by=team)
    sessions = [a_session_on(visit, by=team, hour=hour) for hour in (2, 4)]
    begin = [session.starts_at for session in sessions]
    with pytest.raises(Refusal) as refused:
        to(date(2027, 10, 31), visit, team)
    (problem,) = refused.value.problems
    place = sessions[0].group.site.name
    assert (problem.code, problem.field) == (Code.HOUR_TWICE, "day")
    assert problem.message % problem.params == (
        f"Clocks show 02:00 twice at {place} on that day. Move that session by itself first, and say which of the two is meant."
    )
    assert [Session.objects.get(pk=session.pk).starts_at for session in sessions] == begin


def test_move_day_keeps_an_hour_that_clocks_show_once_on_the_night_they_go_back(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, hour=4)
    night = date(2027, 10, 31)
    to(night, visit, team)
    assert Session.objects.get(pk=session.id).starts_at == at(4, day=night)


def test_move_day_keeps_the_hour_across_summer_time(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, hour=9)
    summer = date(2027, 4, 2)
    to(summer, visit, team)
    row = Session.objects.get(pk=session.id)
    assert (row.starts_at, row.ends_at) == (at(9, day=summer), at(10, day=summer))


def test_move_day_refuses_where_nothing_is_left_to_move(team: Actor) -> None:
    with pytest.raises(Refusal) as refused:
        to(LATER, a_day(by=team), team)
    assert refused.value.code is Code.NOTHING_TO_MOVE


def test_move_day_refuses_an_older_version_a_number_in_the_note_and_others(team: Actor) -> None:
    visit, _sessions, _offers = a_confirmed_day(team)
    with pytest.raises(Stale):
        to(LATER, visit, team, version=1)
    with pytest.raises(Refusal) as refused:
        to(LATER, visit, team, note="Call 06 12 34 56 78")
    assert refused.value.code is Code.PHONE_IN_TEXT
    with pytest.raises(Forbidden):
        to(LATER, visit, a_partner_of(an_agency()))
    assert not Visit.objects.filter(day=LATER).exists()


def test_the_acts_of_the_day_lock_in_the_stated_order(team: Actor) -> None:
    """Visit, session, shift, interpreter: two acts on one day wait for each other, and never in a circle."""
    visit, sessions, _offers = a_confirmed_day(team)
    asked(place_of(sessions[0]), an_interpreter(a_profile("Shirin")), by=team)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        another_way(visit, team, {sessions[1]: Mode.REMOTE, sessions[0]: Mode.REMOTE}, confirm=True)
    locked = [q["sql"].split('FROM "bookings_')[1].split('"')[0] for q in queries if "FOR NO KEY UPDATE" in q["sql"]]
    first_time = list(dict.fromkeys(locked))
    assert first_time == ["visit", "session", "shift"]
