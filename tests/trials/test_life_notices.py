"""Each check of the life of a visit sees what it is there to see: a mechanism is taken away, and it is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from passerelle.availability import services as availability
from passerelle.bookings import events
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import answers, fitting, travel
from passerelle.domain.policies import offer as policy
from passerelle.domain.refusals import Code, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.services import append
from tests.races.mechanisms import without_constraint
from tests.trials.friday import Friday
from trials.life.cast import FRIDAYS
from trials.life.checks import CHECKS, numbers_have_no_gap, states_follow_the_tables
from trials.life.life import Broken
from trials.life.step import Rows, Step

NOTHING = Rows({}, {})


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


def _nobody_looks_for_a_hard_rule(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(facts, "undecided_hard_rules", lambda *_: {})


def _is_moved_though_not_paired(friday: Friday) -> None:
    friday.said_yes_and_is_not_paired()
    friday.moves(which=0, hour=14, another=False)


def _says_when_free(friday: Friday) -> None:
    friday.says_when_free(who=0, day=FRIDAYS[0], free=True, by_phone=True)


def _a_draft(friday: Friday) -> None:
    friday.begins_a_draft(day=0, hour=10, ours=True)


def _is_asked(friday: Friday) -> None:
    friday.begins()


def _a_man_where_a_woman_is_required(friday: Friday) -> None:
    friday.begins(who=frozenset({2}))
    friday.edits_a_place(which=0, paid=True, asks="a woman")
    friday.is_taken()
    friday.confirms_who_can_come(which=0)


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
    "a_hard_rule_is_decided": (
        _nobody_looks_for_a_hard_rule,
        _a_man_where_a_woman_is_required,
        "is confirmed, and nobody decided on woman_required",
    ),
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
