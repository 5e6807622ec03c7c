"""Some lives of visits, the same in every run; Fridays by hand; and what the life plays is all there is to play."""

from collections import Counter

from passerelle.domain.words import Mode, ShiftOutcome
from tests.frames.services import NOT_ALONE, name_of, services
from tests.trials.friday import Friday
from trials.life import Played, figures
from trials.life.cast import FRIDAYS
from trials.life.life import Acts
from trials.life.machine import play
from trials.life.may import MAY
from trials.life.served import BY_TIME, PLAYED

LIVES = 6


def test_whatever_everybody_does_nothing_that_must_never_happen_does(committed_db: None) -> None:
    acts = play(LIVES, seed=0)
    assert acts.done.total() > LIVES * 20
    assert acts.steps > LIVES * 35
    assert acts.turned_away.total() > LIVES * 30


def test_a_friday_from_the_asking_to_the_closing_out(friday: Friday) -> None:
    friday.begins()
    friday.is_taken()
    friday.stand_by(which=1, by_phone=False)
    friday.confirms_the_day_or_the_rest(which=0, gaps=False)
    friday.cannot_come_after_all(which=0, by_phone=False)
    friday.goes_on(hours=1)
    friday.tap_yes(which=0)
    friday.comes_to_a_session(which=0)
    friday.closes_out(which=0, outcome=ShiftOutcome.WORKED)
    assert friday.life.acts.refused == {}
    assert [row["state"] for row in friday.life.some("visit")] == ["done", "planning"]
    assert [row["state"] for row in friday.life.some("shift")] == ["worked"]
    assert sorted(row["state"] for row in friday.life.some("offer")) == ["accepted", "withdrawn"]


def test_a_friday_that_is_moved_and_held_another_way(friday: Friday) -> None:
    friday.begins(who=frozenset({0, 2}))
    friday.is_taken()
    friday.confirms_who_can_come(which=0)
    friday.holds_it_another_way(which=0, mode=Mode.REMOTE)
    friday.proposes_a_change(which=0, hour=14)
    friday.answers_a_proposal(which=0, accepted=True)
    friday.moves_the_day(which=0, to=FRIDAYS[2])
    friday.cancels_the_day(which=0)
    assert friday.life.acts.refused == {}
    assert [row["state"] for row in friday.life.some("visit")] == ["cancelled", "planning", "cancelled"]
    assert {row["state"] for row in friday.life.some("offer")} == {"stood_down"}


def test_who_is_not_paired_by_now_is_let_go_where_a_session_moves(friday: Friday) -> None:
    friday.said_yes_and_is_not_paired()
    friday.moves(which=0, hour=14, another=False)
    assert sorted(row["state"] for row in friday.life.some("offer")) == ["stood_down", "stood_down"]


def test_who_is_not_paired_by_now_is_let_go_where_a_place_becomes_another(friday: Friday) -> None:
    friday.said_yes_and_is_not_paired()
    friday.edits_a_place(which=0, paid=False)
    assert sorted(row["state"] for row in friday.life.some("offer")) == ["stood_down", "stood_down"]


def test_every_service_is_played_or_said_why_not() -> None:
    """Those of the bookings, of free days, of interpreters and of partners."""
    apps = ("bookings", "availability", "interpreters", "agencies")
    known = {name_of(service) for service in services() if name_of(service).split(".")[1] in apps}
    assert set(PLAYED.values()) | set(BY_TIME) == known - set(NOT_ALONE)
    assert set(BY_TIME).isdisjoint(PLAYED.values())


def test_who_may_what_is_said_of_services_there_are() -> None:
    assert set(MAY) <= set(PLAYED)


def test_steps_are_counted_whether_done_or_refused_and_a_fault_once() -> None:
    acts = Acts(Counter(wait=3), Counter({"accept_offer: clash": 2}), Counter(accept_offer=4))
    played = Played(acts, "accept_offer: somebody is booked twice", ["take_break"])
    assert [(one.name, one.figure) for one in figures(played)] == [
        ("races/life_steps", 5),
        ("races/life_invariants_broken", 1),
        ("races/life_turned_away", 4),
        ("races/life_never_done", 1),
    ]
