"""Who asks on an agency's behalf, and who of them always hears."""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from passerelle.agencies.models import Agency, Member
from passerelle.agencies.selectors import agency_members
from passerelle.agencies.services.agencies import remove_member, set_told_by_default
from passerelle.domain.refusals import Missing
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.partners import signed_in
from tests.factories.people import NOW, a_partner_of, a_user, acting, an_agency, an_interpreter, someone_of_the_team


def member(agency: Agency, actor: Actor) -> Member:
    return Member.objects.get(agency=agency, user=actor.user_id)


def test_a_colleague_decides_and_it_is_told_once(committed_db: None) -> None:
    agency = an_agency()
    one, other = a_partner_of(agency), a_partner_of(agency)
    version = Agency.objects.get().version
    with told() as lines:
        for _ in range(2):
            set_told_by_default(
                agency_id=agency.id, member_id=member(agency, other).id, told_by_default=False, now=NOW, actor=one
            )
    assert [(m.is_me, m.told_by_default) for m in agency_members(agency.id, other).results if m.is_me] == [(True, False)]
    seen_by = frozenset({audiences.TEAM, audiences.agency(agency.id)})
    assert lines == [("agency", agency.id, version + 1, "told_by_default", seen_by)]


def test_another_agencys_people_are_missing_as_what_does_not_exist(db: None) -> None:
    agency, other = an_agency(), an_agency()
    partner, stranger = a_partner_of(agency), a_partner_of(other)
    gone = a_partner_of(agency)
    assert gone.user_id is not None
    remove_member(agency_id=agency.id, user_id=gone.user_id, now=NOW, actor=SYSTEM)
    mine = member(agency, partner).id
    for actor, agency_id, member_id in (
        (stranger, agency.id, mine),
        (acting(an_interpreter()), agency.id, mine),
        (partner, agency.id, member(other, stranger).id),
        (partner, agency.id, member(agency, gone).id),
        (partner, agency.id, uuid4()),
        (partner, uuid4(), mine),
    ):
        with pytest.raises(Missing):
            set_told_by_default(agency_id=agency_id, member_id=member_id, told_by_default=False, now=NOW, actor=actor)
    assert not Member.objects.filter(told_by_default=False).exists()


def test_the_list_is_by_name_and_says_who_is_me(db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    partner = a_partner_of(agency)
    gone = a_partner_of(agency)
    assert gone.user_id is not None
    remove_member(agency_id=agency.id, user_id=gone.user_id, now=NOW, actor=SYSTEM)
    Member.objects.create(agency=agency, user=a_user("Ana"))
    path = f"/api/v1/agencies/{agency.id}/members"
    ana, robin = Member.objects.get(user__name="Ana").id, member(agency, partner).id
    lines = [
        {"id": str(ana), "name": "Ana", "told_by_default": True, "is_me": False},
        {"id": str(robin), "name": "Robin", "told_by_default": True, "is_me": True},
    ]
    assert signed_in(partner).get(path).json() == {"results": lines}
    assert signed_in(team).get(path).json() == {"results": [lines[0], {**lines[1], "is_me": False}]}


def test_the_list_and_the_choice_answer_a_stranger_as_what_does_not_exist(db: None) -> None:
    agency, stranger = an_agency(), signed_in(a_partner_of(an_agency()))
    a_partner_of(agency)
    hidden, absent = (stranger.get(f"/api/v1/agencies/{pk}/members") for pk in (agency.id, uuid4()))
    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    assert hidden.status_code == 404


def test_the_choice_answers_with_everyone(db: None) -> None:
    agency = an_agency()
    partner = a_partner_of(agency)
    path = f"/api/v1/agencies/{agency.id}/members/{member(agency, partner).id}"
    answer = signed_in(partner).put(path, {"told_by_default": False}, content_type="application/json")
    assert answer.status_code == 200
    assert [line["told_by_default"] for line in answer.json()["results"]] == [False]


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    db: None, django_assert_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    agency = an_agency()
    partners = [a_partner_of(agency) for _ in range(many)]
    with django_assert_num_queries(2):
        assert len(agency_members(agency.id, partners[0]).results) == many
