"""Some lives of visits, the same in every run; a Friday by hand; and each check sees what it is there to see."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from passerelle.availability import services as availability
from passerelle.bookings import events
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import answers, fitting, travel
from passerelle.domain.policies import offer as policy
from passerelle.domain.refusals import Code, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.domain.words import Mode, ShiftOutcome
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.services import append
from tests.frames.services import NOT_ALONE, name_of, services
from tests.races.mechanisms import without_constraint
from trials.life import Played, figures
from trials.life.cast import FRIDAYS, Cast
from trials.life.checks import CHECKS, numbers_have_no_gap, states_follow_the_tables
from trials.life.life import Acts, Broken, Life
from trials.life.machine import Everybody, play
from trials.life.may import MAY
from trials.life.served import BY_TIME, PLAYED
from trials.life.step import Rows, Step

LIVES = 6
NOTHING = Rows({}, {})


def test_whatever_everybody_does_nothing_that_must_never_happen_does(committed_db: None) -> None:
    acts = play(LIVES, seed=0)
    assert acts.done.total() > LIVES * 20
    assert acts.steps > LIVES * 35
    assert acts.turned_away.total() > LIVES * 30


class Friday(Everybody):
    """A life played by hand."""

    def __init__(self, cast: Cast) -> None:
        self.life = Life(cast, Acts())

    def begins(self, *, hours: tuple[int, ...] = (10,), who: frozenset[int] = frozenset({0, 1})) -> None:
        """A session at each of ``hours``, with one place, for which ``who`` was asked."""
        for hour in hours:
            self.asks_for_a_session(group=0, day=0, hour=hour, minutes=60)
            self.schedules(which=0, two=False)
            self.asks(which=0, who=set(who), hours=None)

    def is_taken(self) -> None:
        """The last who was asked said yes to the newest place."""
        self.tap_yes(which=0)


@pytest.fixture
def friday(committed_db: None) -> Friday:
    return Friday(Cast.made())


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


def _said_yes_and_is_not_paired(friday: Friday) -> None:
    friday.begins()
    friday.is_taken()
    friday.stand_by(which=0, by_phone=False)
    friday.is_not_to_be_paired(who=0, by="colleague", whole=False)
    friday.says_how_they_work(who=1, theme=True, area="", by_phone=False)
    friday.writes_the_details(which=0, what="a theme")


def test_who_is_not_paired_by_now_is_let_go_where_a_session_moves(friday: Friday) -> None:
    _said_yes_and_is_not_paired(friday)
    friday.moves(which=0, hour=14, another=False)
    assert sorted(row["state"] for row in friday.life.some("offer")) == ["stood_down", "stood_down"]


def test_who_is_not_paired_by_now_is_let_go_where_a_place_becomes_another(friday: Friday) -> None:
    _said_yes_and_is_not_paired(friday)
    friday.edits_a_place(which=0, paid=False)
    assert sorted(row["state"] for row in friday.life.some("offer")) == ["stood_down", "stood_down"]


# With a mechanism removed --------------------------------------------------------------------------


def _nobody_is_told_of_an_answer(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(events.Changes, "offer", lambda *_: None)


def _everything_is_told_twice(patch: pytest.MonkeyPatch) -> None:
    def twice(entries: Any, **more: Any) -> None:
        lines = list(entries)
        append(lines, **more)
        append(lines, **more)

    patch.setattr(events, "append", twice)


def _told_as_of_somebody_else(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(events, "append", lambda entries, actor_id, now: append(entries, actor_id=uuid4(), now=now))


def _a_yes_is_told_to_everyone(patch: pytest.MonkeyPatch) -> None:
    real = answers.say_yes

    def loud(answer: answers.Answering) -> None:
        real(answer)
        for offer in Offer.objects.exclude(pk=answer.offer.pk):
            answer.changes.offer(offer, "gossip")

    patch.setattr(answers, "say_yes", loud)


def _a_no_leads_where_no_table_says(patch: pytest.MonkeyPatch) -> None:
    real = Machine.after

    def after(self: Any, state: Any, action: Any, roles: Any) -> Any:
        return OfferState.NEW if action is OfferAction.DECLINE else real(self, state, action, roles)

    patch.setattr(Machine, "after", after)


def _a_promise_outlives_a_no(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(answers, "_let_promise_go", lambda _: None)


def _nobody_looks_for_a_clash(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(policy, "_set_aside", lambda _: None)
    patch.setattr(answers, "require_eligible", lambda _: None)


def _anybody_is_asked_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(fitting, "may_be_asked_again", lambda *_: True)


def _the_team_alone_hears_what_is_said(patch: pytest.MonkeyPatch) -> None:
    def muted(entries: Any, **more: Any) -> None:
        append([replace(entry, audiences=frozenset({audiences.TEAM})) for entry in entries], **more)

    patch.setattr(availability, "append", muted)


def _everybody_of_the_team_hears_of_a_draft(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(events, "_writing", lambda _: {audiences.TEAM})


def _is_moved_though_not_paired(friday: Friday) -> None:
    _said_yes_and_is_not_paired(friday)
    friday.moves(which=0, hour=14, another=False)


def _says_when_free(friday: Friday) -> None:
    friday.says_when_free(who=0, day=FRIDAYS[0], free=True, by_phone=True)


def _a_draft(friday: Friday) -> None:
    friday.begins_a_draft(day=0, hour=10, ours=True)


def _is_asked(friday: Friday) -> None:
    friday.begins()


def _says_no(friday: Friday) -> None:
    friday.begins()
    friday.say_no(which=0, by_phone=False)


def _says_yes_beside_another(friday: Friday) -> None:
    friday.begins(hours=(9,), who=frozenset({0}))
    friday.begins(hours=(14,), who=frozenset({1}))
    friday.is_taken()


def _drops_the_place(friday: Friday) -> None:
    friday.begins()
    friday.drops_a_place(which=0)


def _a_reserve_who_is_asked_says_no(friday: Friday) -> None:
    friday.begins()
    friday.is_taken()
    friday.stand_by(which=0, by_phone=False)
    friday.cannot_come_after_all(which=0, by_phone=False)
    friday.say_no(which=0, by_phone=False)


BROKEN: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], Callable[[Friday], None], str]] = {
    "what_changed_is_told": (_nobody_is_told_of_an_answer, _drops_the_place, "did not hear"),
    "everyone_hears_once": (_everything_is_told_twice, _is_asked, "heard ['asked', 'asked'] of one answer"),
    "what_is_told_is_so": (_told_as_of_somebody_else, _is_asked, "is told as of"),
    "no_interpreter_hears_for_nothing": (_a_yes_is_told_to_everyone, _says_yes_beside_another, "heard gossip, and nothing"),
    "states_follow_the_tables": (_a_no_leads_where_no_table_says, _says_no, "went from asked to new by decline_offer"),
    "a_promise_is_to_somebody_asked": (_a_promise_outlives_a_no, _a_reserve_who_is_asked_says_no, "they are declined"),
    "nobody_is_asked_against_it": (_anybody_is_asked_again, _is_moved_though_not_paired, "they are not paired with"),
    "what_is_part_is_told": (_the_team_alone_hears_what_is_said, _says_when_free, "free day changed, ["),
    "a_draft_is_its_own": (_everybody_of_the_team_hears_of_a_draft, _a_draft, "['team'] heard draft of a draft"),
}
"""By the check that must notice: what is broken, in which life, and what is said of it."""


@pytest.mark.parametrize("check", BROKEN)
def test_a_broken_mechanism_is_noticed(friday: Friday, monkeypatch: pytest.MonkeyPatch, check: str) -> None:
    break_it, lives, said = BROKEN[check]
    lives(friday)
    begun_anew = Friday(friday.cast)
    break_it(monkeypatch)
    with pytest.raises(Broken) as broken:
        lives(begun_anew)
    assert said in str(broken.value)


def _two_places_at_once(friday: Friday) -> None:
    friday.begins(hours=(10, 11), who=frozenset({0}))
    friday.tap_yes(which=0)
    friday.tap_yes(which=0)


def test_a_second_booking_is_refused_by_the_database_where_nobody_looks(
    friday: Friday, monkeypatch: pytest.MonkeyPatch
) -> None:
    _nobody_looks_for_a_clash(monkeypatch)
    _two_places_at_once(friday)
    assert friday.life.acts.refused == {"accept_offer: clash": 1}


def test_without_the_constraint_too_a_second_booking_is_noticed(friday: Friday, monkeypatch: pytest.MonkeyPatch) -> None:
    _nobody_looks_for_a_clash(monkeypatch)
    with without_constraint(Shift, "bookings_no_double_booking"), pytest.raises(Broken, match="is booked twice"):
        _two_places_at_once(friday)


def test_a_refusal_that_leaves_something_behind_is_noticed(friday: Friday) -> None:
    def half_done(*, now: object, actor: Actor) -> None:
        Shift.objects.update(ticket_paid=True)
        raise refuse(Code.CLASH)

    friday.begins()
    with pytest.raises(Broken, match=r"refused, and shift .* changed"):
        friday.life.act(half_done, friday.cast.coordinator)


def test_who_may_not_and_is_let_do_it_is_noticed(friday: Friday, monkeypatch: pytest.MonkeyPatch) -> None:
    friday.begins()
    monkeypatch.setattr(travel, "require_team", lambda _: None)
    with pytest.raises(Broken, match=r"set_travel_time: .* may not, and was let do it"):
        friday.the_way_takes(minutes=20)


def test_the_system_does_not_act_for_who_may_not(friday: Friday) -> None:
    """What an act was done to begins with a transition that is open to who acted."""
    friday.begins()
    offer = friday.life.some("offer")[0]
    lapsed = {**friday.life.rows.of["offer"], offer["id"]: {**offer, "state": "lapsed"}}
    before, after = friday.life.rows, Rows({**friday.life.rows.of, "offer": lapsed}, friday.life.rows.parts)
    by = friday.life.actor_of(offer)
    assert by is not None
    step = Step("answers", by, friday.life.now, True, before, after, [], 0, offer["id"])
    (said,) = states_follow_the_tables(step)
    assert said.endswith("went from asked to lapsed by answers")
    assert list(states_follow_the_tables(replace(step, about=None))) == []


def test_a_fault_of_ours_is_neither_done_nor_refused(friday: Friday) -> None:
    def fails(*, now: object, actor: Actor) -> None:
        raise ZeroDivisionError

    with pytest.raises(Broken, match=r"fails: neither done nor refused, but ZeroDivisionError\(\)"):
        friday.life.act(fails, friday.cast.coordinator)


def test_a_gap_in_the_numbers_is_noticed(friday: Friday) -> None:
    friday.begins()
    lines = list(Change.objects.order_by("number"))
    step = Step("begins", friday.cast.coordinator, friday.life.now, True, NOTHING, NOTHING, lines, 0)
    whole = list(numbers_have_no_gap(step))
    gap = list(numbers_have_no_gap(Step("begins", step.actor, step.now, True, NOTHING, NOTHING, lines[1:], 0)))
    assert (whole, len(gap)) == ([], 1)


def test_every_check_was_seen_to_notice() -> None:
    elsewhere = {"stored", "a_refusal_changes_nothing", "numbers_have_no_gap"}
    assert set(BROKEN) | elsewhere == {check.__name__ for check in CHECKS}


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
