"""What an edit of a place means for who said yes to it."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest

from passerelle.domain.eligibility.checks import ReasonCode
from passerelle.domain.eligibility.facts import Booking, Need
from passerelle.domain.eligibility.telling import NOT_AVAILABLE
from passerelle.domain.policies.place import (
    Meaning,
    became_another_thing,
    lets_go_who_waits,
    meaning_of_edit,
    meaning_of_mode,
)
from passerelle.domain.time import Span
from passerelle.domain.travel import Routes, Stop
from passerelle.domain.words import Gender, Language, Mode, Pay, PayStatus, Place, Quality, Strength, Theme, Variety
from tests.factories.rules import BLOCK, DAY, a_need, a_person

GROUP = uuid4()
A_WOMAN = {Quality.WOMAN: Strength.REQUIRED}
ARABIC = a_need(language=Language.ARABIC)
SUDANESE = replace(ARABIC, variety=Variety.SUDANESE)
LEVANTINE = replace(ARABIC, variety=Variety.LEVANTINE)
SPEAKER = a_person(languages={Language.ARABIC: frozenset({Variety.SUDANESE, Variety.LEVANTINE}), Language.FRENCH: frozenset()})


def test_an_edit_that_asks_for_nothing_new_is_kept() -> None:
    person = a_person()
    for after in (a_need(), a_need(qualities={Quality.CHECK: Strength.WISHED}), a_need(qualities=A_WOMAN)):
        verdict = meaning_of_edit(a_need(), after, replace(person, gender=Gender.WOMAN))
        assert (verdict.meaning, verdict.reasons) == (Meaning.KEEPS, [])


def test_who_cannot_take_the_place_as_it_is_now_is_let_go_with_every_reason() -> None:
    person = a_person(pay_status=PayStatus.EXPENSES_ONLY)
    before = a_need(pay=Pay.VOLUNTEER)
    verdict = meaning_of_edit(before, replace(before, pay=Pay.PAID, language=Language.TIGRINYA), person)
    assert verdict.meaning is Meaning.LET_GO
    assert [reason.code for reason in verdict.reasons] == [ReasonCode.LANGUAGE, ReasonCode.PAY]


@pytest.mark.parametrize(
    ("before", "after", "another"),
    [
        (ARABIC, replace(ARABIC, language=Language.FRENCH), True),
        (ARABIC, SUDANESE, True),
        (SUDANESE, LEVANTINE, True),
        (SUDANESE, ARABIC, False),
        (ARABIC, replace(ARABIC, pay=Pay.VOLUNTEER), True),
        (replace(ARABIC, pay=Pay.VOLUNTEER), ARABIC, False),
        (ARABIC, replace(ARABIC, qualities=A_WOMAN), False),
    ],
)
def test_another_language_to_speak_or_a_fee_less_is_another_thing(before: Need, after: Need, another: bool) -> None:
    assert became_another_thing(before, after) is another
    woman = replace(SPEAKER, gender=Gender.WOMAN, pay_status=PayStatus.FEES)
    assert (meaning_of_edit(before, after, woman).meaning is Meaning.ASKED_AGAIN) is another


@pytest.mark.parametrize("since", [{"not_themes": frozenset({Theme.GRIEF})}, {"not_with": frozenset({GROUP})}])
def test_who_wants_it_no_longer_is_not_asked_again_and_the_team_reads_no_more_than_that(since: dict[str, Any]) -> None:
    before = replace(ARABIC, theme=Theme.GRIEF, with_whom=frozenset({GROUP}))
    person = replace(SPEAKER, pay_status=PayStatus.FEES, **since)
    verdict = meaning_of_edit(before, replace(before, pay=Pay.VOLUNTEER), person)
    assert (verdict.meaning, verdict.reasons) == (Meaning.LET_GO, [NOT_AVAILABLE])
    assert meaning_of_edit(before, before, person).meaning is Meaning.KEEPS


def test_a_hard_rule_that_the_edit_breaks_needs_a_decision() -> None:
    man = replace(SPEAKER, gender=Gender.MAN, pay_status=PayStatus.FEES)
    asking_for_a_woman = replace(ARABIC, qualities=A_WOMAN)
    verdict = meaning_of_edit(ARABIC, asking_for_a_woman, man)
    assert verdict.meaning is Meaning.NEEDS_DECISION
    assert [reason.code for reason in verdict.reasons] == [ReasonCode.WOMAN_REQUIRED]
    # Broken before as well: nothing new is to be decided.
    assert meaning_of_edit(asking_for_a_woman, asking_for_a_woman, man).meaning is Meaning.KEEPS


def test_a_way_to_hold_it_keeps_who_can_work_that_way() -> None:
    for mode, places in product(Mode, [{Place.FRANCE}, {Place.REMOTE}, {Place.FRANCE, Place.REMOTE}]):
        person = a_person(places=frozenset(places))
        wanted = Place.REMOTE if mode is Mode.REMOTE else Place.FRANCE
        verdict = meaning_of_mode(a_need(), a_need(mode=mode), person)
        assert verdict.meaning is (Meaning.KEEPS if wanted in places else Meaning.LET_GO)
        assert [reason.code for reason in verdict.reasons] == ([] if wanted in places else [ReasonCode.PLACE])


def test_what_other_places_stand_against_counts_where_the_change_brought_it() -> None:
    """Two sessions half a day apart can be held remotely by one person, and not both there."""
    here, there = Stop(uuid4(), "Calais"), Stop(uuid4(), "Dover")
    next_to_it = Booking(uuid4(), Span(BLOCK.end + timedelta(minutes=5), BLOCK.end + timedelta(hours=1)), DAY, there)
    person = a_person(bookings=(next_to_it,), routes=Routes.of([("Calais", "Dover", 240)]))
    remote, in_person = a_need(mode=Mode.REMOTE, stop=None), a_need(stop=here)
    verdict = meaning_of_mode(remote, in_person, person)
    assert (verdict.meaning, [reason.code for reason in verdict.reasons]) == (Meaning.LET_GO, [ReasonCode.TRAVEL])
    assert meaning_of_mode(in_person, in_person, person).meaning is Meaning.KEEPS
    assert not lets_go_who_waits(in_person, person)
    assert lets_go_who_waits(in_person, replace(person, places=frozenset({Place.REMOTE})))
