"""What a partner requires or wishes for stands on the places the team opens, and decides who can take them."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError

from passerelle.bookings.models import Shift
from passerelle.bookings.selectors.candidates import candidates
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.moving import Place, open_shift
from passerelle.domain.refusals import Code, Missing, Refusal
from passerelle.domain.words import Language, Pay, Quality, Strength, Variety
from tests.factories.partners import NEXT_FRIDAY, a_day, a_request, put_on, worked_together
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

REQUIRED, WISHED = Strength.REQUIRED, Strength.WISHED
DARI_AND_ARABIC = [PeopleNeed(Language.DARI, 4), PeopleNeed(Language.ARABIC, 3, Variety.SUDANESE)]


def stands_on(shift: Shift) -> tuple[str, str, dict[str, str], Any]:
    return shift.language, shift.variety, {q["what"]: q["strength"] for q in shift.qualities}, shift.named_id


def test_requirements_stand_on_every_place_as_far_as_they_can_hold_there(db: None) -> None:
    """The variety only where one is said, the name only where its language is needed, and there once."""
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    group, partner = a_group_of(agency), a_partner_of(agency)
    worked_together(group, shirin, partner, team)
    asked = {Quality.WOMAN: REQUIRED, Quality.TRAINING: WISHED, Quality.VARIETY: REQUIRED, Quality.NAMED: WISHED}
    session = a_request(group, partner, day=NEXT_FRIDAY, needs=DARI_AND_ARABIC, requirements=asked, named_id=shirin.id)
    put_on(session, a_day(team, NEXT_FRIDAY), team)
    both = {"woman": "required", "training": "wished"}
    dari, arabic = Shift.objects.filter(session=session).order_by("-language")
    assert [stands_on(dari), stands_on(arabic)] == [
        ("prs", "", {**both, "named": "wished"}, shirin.id),
        ("ar", "ar-SD", {**both, "variety": "required"}, None),
    ]
    second = open_shift(session_id=session.id, place=Place(Language.DARI, Pay.PAID), now=NOW, actor=team)
    assert stands_on(second) == ("prs", "", both, None)


def test_the_team_may_open_a_place_otherwise(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    session = a_request(a_group_of(agency), a_partner_of(agency), requirements={Quality.WOMAN: REQUIRED})
    put_on(session, a_day(team), team, Place(Language.DARI, Pay.VOLUNTEER, qualities={Quality.CHECK: WISHED}))
    assert stands_on(Shift.objects.get()) == ("prs", "", {"check": "wished"}, None)
    open_shift(session_id=session.id, place=Place(Language.DARI, Pay.PAID, qualities={}), now=NOW, actor=team)
    assert [stands_on(shift)[2] for shift in Shift.objects.order_by("pay")] == [{}, {"check": "wished"}]


def test_the_team_names_someone_who_exists(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    session = put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    named = {Quality.NAMED: REQUIRED}
    with pytest.raises(Refusal) as refused:
        open_shift(session_id=session.id, place=Place(Language.DARI, Pay.PAID, qualities=named), now=NOW, actor=team)
    assert [(found.code, found.field) for found in refused.value.problems] == [(Code.NAMED_MISSING, "named")]
    nobody = Place(Language.DARI, Pay.PAID, qualities=named, named_id=uuid4())
    with pytest.raises(Missing):
        open_shift(session_id=session.id, place=nobody, now=NOW, actor=team)
    who = an_interpreter()
    place = Place(Language.DARI, Pay.PAID, qualities=named, named_id=who.id)
    assert stands_on(open_shift(session_id=session.id, place=place, now=NOW, actor=team))[3] == who.id


@pytest.mark.parametrize("strength", [WISHED, REQUIRED])
def test_a_name_that_is_wished_ranks_and_one_that_is_required_filters(db: None, strength: Strength) -> None:
    team, agency = someone_of_the_team(), an_agency()
    partner, group, other_group = a_partner_of(agency), a_group_of(agency), a_group_of(agency)
    amal, zarmina = an_interpreter(a_profile("Amal")), an_interpreter(a_profile("Zarmina"))
    worked_together(other_group, zarmina, partner, team)
    session = a_request(group, partner, day=NEXT_FRIDAY, requirements={Quality.NAMED: strength}, named_id=zarmina.id)
    put_on(session, a_day(team, NEXT_FRIDAY), team)
    shift = Shift.objects.get(session=session)
    found = [
        (c.interpreter.name, c.fits, [reason.code for reason in c.reasons if reason.code in {"named", "another_named"}])
        for c in candidates(shift.id, team).results
    ]
    another = [] if strength is WISHED else ["another_named"]
    merit = ["named"] if strength is WISHED else []
    assert found == [("Zarmina", True, merit), ("Amal", strength is WISHED, another)]
    if strength is WISHED:
        ask_interpreters(shift_id=shift.id, interpreter_ids=[amal.id], now=NOW, actor=team)
        return
    with pytest.raises(Refusal) as refused:
        ask_interpreters(shift_id=shift.id, interpreter_ids=[amal.id], now=NOW, actor=team)
    assert [found.code for found in refused.value.problems] == [Code.NOT_ELIGIBLE, Code.NOT_ELIGIBLE]
    assert "Zarmina" not in str(refused.value)


def test_the_database_wants_to_know_who_is_named(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    with pytest.raises(IntegrityError, match="bookings_shift_named_says_who"):
        Shift.objects.update(qualities=[{"what": "named", "strength": "wished"}])
