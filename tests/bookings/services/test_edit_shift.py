"""An edit of a place: what it means for who holds it, stands by, or was asked."""

from dataclasses import replace
from typing import Any

import pytest

from passerelle.bookings.models import Offer, Override, Shift
from passerelle.bookings.services.asking import record_override
from passerelle.bookings.services.editing import edit_shift
from passerelle.bookings.services.moving import Place
from passerelle.domain.refusals import Code, Missing, Refusal, Stale
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import Gender, Language, Pay, PayStatus, Quality, Strength, Variety
from tests.factories.days import DARI, a_day, a_session_on, asked, confirmed, held, place_of, standing_by, state_of
from tests.factories.people import NOW, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

VOLUNTEER = replace(DARI, pay=Pay.VOLUNTEER)
FARSI = replace(DARI, language=Language.FARSI)
WITH_A_WOMAN = replace(DARI, qualities={Quality.WOMAN: Strength.REQUIRED})


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


@pytest.fixture
def shift(team: Actor) -> Shift:
    return place_of(a_session_on(a_day(by=team), by=team))


def edit(shift: Shift, place: Place, team: Actor, **other: Any) -> Shift:
    version = Shift.objects.values_list("version", flat=True).get(pk=shift.id)
    return edit_shift(**{"shift_id": shift.id, "version": version, "place": place, **other}, now=NOW, actor=team)


def test_edit_shift_writes_what_the_place_asks_for(team: Actor, shift: Shift) -> None:
    place = Place(Language.ARABIC, Pay.VOLUNTEER, Variety.SUDANESE, {Quality.TRAINING: Strength.WISHED})
    edit(shift, place, team)
    row = Shift.objects.get(pk=shift.id)
    assert (row.language, row.variety, row.pay, row.state) == ("ar", "ar-SD", "volunteer", "open")
    assert row.qualities == [{"what": "training", "strength": "wished"}]


def test_edit_shift_leaves_who_still_fits(team: Actor, shift: Shift) -> None:
    offer = held(shift, an_interpreter(), by=team)
    edit(shift, replace(DARI, qualities={Quality.CHECK: Strength.REQUIRED}), team)
    assert (state_of(shift), state_of(offer)) == ("taken", "accepted")


def test_edit_shift_lets_go_who_cannot_and_asks_the_first_on_standby(team: Actor, shift: Shift) -> None:
    holder = an_interpreter(a_profile("Nadia"))
    offer = held(shift, holder, by=team)
    reserve = standing_by(shift, an_interpreter(), by=team)
    holder.languages.all().delete()
    edit(shift, replace(DARI, qualities={Quality.CHECK: Strength.REQUIRED}), team)
    row = Shift.objects.get(pk=shift.id)
    assert (row.state, row.holder_id, row.promised_to_id) == ("open", None, reserve.interpreter_id)
    assert (state_of(offer), state_of(reserve)) == ("stood_down", "asked")


def test_edit_shift_asks_again_first_where_it_became_another_thing(team: Actor, shift: Shift) -> None:
    speaks_both = an_interpreter(a_profile("Nadia", Language.DARI, Language.FARSI))
    offer = held(shift, speaks_both, by=team)
    reserve = standing_by(shift, an_interpreter(a_profile("Shirin", Language.DARI, Language.FARSI)), by=team)
    edit(shift, FARSI, team)
    row = Shift.objects.get(pk=shift.id)
    assert (row.state, row.promised_to_id) == ("open", speaks_both.id)
    assert (state_of(offer), state_of(reserve)) == ("asked", "asked")


def test_edit_shift_that_takes_the_fee_away_asks_again(team: Actor, shift: Shift) -> None:
    offer = held(shift, an_interpreter(), by=team)
    edit(shift, VOLUNTEER, team)
    assert (state_of(shift), state_of(offer)) == ("open", "asked")


def test_edit_shift_with_a_fee_lets_go_who_cannot_be_given_one(team: Actor) -> None:
    shift = place_of(a_session_on(a_day(by=team), by=team, places=[VOLUNTEER]))
    offer = held(shift, an_interpreter(a_profile(pay_status=PayStatus.EXPENSES_ONLY)), by=team)
    edit(shift, DARI, team)
    assert (state_of(shift), state_of(offer)) == ("open", "stood_down")


def test_edit_shift_tells_who_was_asked_and_cannot_any_more(team: Actor, shift: Shift) -> None:
    (dari_only,) = asked(shift, an_interpreter(), by=team)
    (both,) = asked(shift, an_interpreter(a_profile("Nadia", Language.DARI, Language.FARSI)), by=team)
    edit(shift, FARSI, team)
    assert (state_of(dari_only), state_of(both)) == ("stood_down", "asked")


def test_edit_shift_takes_a_confirmation_back_where_a_hard_rule_stands_now(team: Actor) -> None:
    visit = a_day(by=team)
    shift = place_of(a_session_on(visit, by=team))
    held(shift, an_interpreter(a_profile("Omid", gender=Gender.MAN)), by=team)
    confirmed(visit, by=team)
    assert state_of(shift) == "confirmed"
    edit(shift, WITH_A_WOMAN, team)
    assert state_of(shift) == "taken"
    edit(shift, DARI, team)
    assert state_of(shift) == "confirmed"


def test_edit_shift_needs_a_new_decision_for_a_new_hard_rule(team: Actor) -> None:
    """A decision covers the rules it was made about: one broken later is flagged."""
    visit = a_day(by=team)
    shift = place_of(a_session_on(visit, by=team, places=[WITH_A_WOMAN]))
    holder = an_interpreter(a_profile("Omid", gender=Gender.MAN))
    held(shift, holder, by=team)
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    record_override(shift_id=shift.id, interpreter_id=holder.id, reason="Asked by the group", now=NOW, actor=lead)
    assert Override.objects.get(shift=shift).rules == ["woman_required"]
    confirmed(visit, by=team)
    assert state_of(shift) == "confirmed"
    Override.objects.filter(shift=shift).update(rules=["women_only"])
    edit(shift, replace(WITH_A_WOMAN, qualities={Quality.WOMAN: Strength.REQUIRED, Quality.CHECK: Strength.WISHED}), team)
    assert state_of(shift) == "taken"


def test_record_override_refuses_where_nothing_is_to_be_decided(team: Actor, shift: Shift) -> None:
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    with pytest.raises(Refusal) as refused:
        record_override(shift_id=shift.id, interpreter_id=an_interpreter().id, reason="To be sure", now=NOW, actor=lead)
    assert refused.value.code is Code.NOTHING_TO_DECIDE


def test_edit_shift_refuses_an_older_version(team: Actor, shift: Shift) -> None:
    with pytest.raises(Stale):
        edit(shift, FARSI, team, version=shift.version - 1)


def test_edit_shift_refuses_the_variety_of_another_language(team: Actor, shift: Shift) -> None:
    with pytest.raises(Refusal) as refused:
        edit(shift, replace(DARI, variety=Variety.SUDANESE), team)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(Code.VARIETY_OF_ANOTHER, "variety")]


def test_edit_shift_refuses_a_place_that_is_over(team: Actor, shift: Shift) -> None:
    Shift.objects.filter(pk=shift.id).update(state="cancelled")
    with pytest.raises(Refusal) as refused:
        edit(shift, FARSI, team)
    assert refused.value.code is Code.WRONG_STATE


def test_edit_shift_is_not_there_for_a_partner(team: Actor, shift: Shift) -> None:
    with pytest.raises(Missing):
        edit(shift, FARSI, a_partner_of(an_agency()))
    assert not Offer.objects.filter(shift=shift).exists()
