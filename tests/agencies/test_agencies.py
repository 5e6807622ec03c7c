from uuid import uuid4

import pytest

from passerelle.accounts.actors import actor_for
from passerelle.agencies.models import Agency, Member
from passerelle.agencies.services.agencies import add_member, create_agency, remove_member
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import SYSTEM
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, a_user, an_agency, someone_of_the_team


def seen_by(agency: Agency) -> frozenset[str]:
    return frozenset({audiences.TEAM, audiences.agency(agency.id)})


def test_create_agency_is_told_to_the_team_and_to_it(committed_db: None) -> None:
    team = someone_of_the_team()
    with told() as lines:
        agency = create_agency(name=" Art  Refuge ", now=NOW, actor=team)
    assert Agency.objects.get().name == "Art Refuge"
    assert lines == [("agency", agency.id, 1, "created", seen_by(agency))]


def test_create_agency_refuses_a_partner(db: None) -> None:
    partner = a_partner_of(an_agency())
    with pytest.raises(Forbidden):
        create_agency(name="Another", now=NOW, actor=partner)


def test_create_agency_refuses_a_name_in_use_in_other_capitals(db: None) -> None:
    an_agency("Art Refuge")
    with pytest.raises(Refusal) as refused:
        create_agency(name="ART refuge", now=NOW, actor=SYSTEM)
    assert [(p.code, p.field) for p in refused.value.problems] == [(Code.NAME_TAKEN, "name")]


@pytest.mark.parametrize(
    ("name", "code"),
    [(" ", Code.EMPTY), ("x" * 121, Code.TOO_LONG), ("Call +33 3 53 01 00 11", Code.PHONE_IN_TEXT)],
)
def test_create_agency_refuses_what_is_no_name(db: None, name: str, code: Code) -> None:
    with pytest.raises(Refusal) as refused:
        create_agency(name=name, now=NOW, actor=SYSTEM)
    assert refused.value.code is code
    assert not Agency.objects.exists()


def test_add_member_lets_them_ask_and_is_told_once(committed_db: None) -> None:
    agency, user, team = an_agency(), a_user(), someone_of_the_team()
    with told() as lines:
        add_member(agency_id=agency.id, user_id=user.id, now=NOW, actor=team)
        add_member(agency_id=agency.id, user_id=user.id, now=NOW, actor=team)
    assert actor_for(user).agency_ids == {agency.id}
    assert lines == [
        ("agency", agency.id, 2, "member_added", seen_by(agency)),
        ("me", user.id, 1, "member_added", frozenset({audiences.user(user.id)})),
    ]


def test_remove_member_takes_the_right_away_and_is_told_once(committed_db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    stays, goes = a_partner_of(agency), a_partner_of(agency)
    assert goes.user_id is not None
    with told() as lines:
        remove_member(agency_id=agency.id, user_id=goes.user_id, now=NOW, actor=team)
        remove_member(agency_id=agency.id, user_id=goes.user_id, now=NOW, actor=team)
    assert list(Member.objects.filter(active=True).values_list("user_id", flat=True)) == [stays.user_id]
    assert [(entity, kind) for entity, _id, _version, kind, _who in lines] == [
        ("agency", "member_removed"),
        ("me", "member_removed"),
    ]


def test_add_member_takes_back_who_was_removed(db: None) -> None:
    agency, user = an_agency(), a_user()
    for act in (add_member, remove_member, add_member):
        act(agency_id=agency.id, user_id=user.id, now=NOW, actor=SYSTEM)
    assert Member.objects.get().active


def test_members_are_the_teams_to_change(db: None) -> None:
    agency, user = an_agency(), a_user()
    partner = a_partner_of(agency)
    for act in (add_member, remove_member):
        with pytest.raises(Forbidden):
            act(agency_id=agency.id, user_id=user.id, now=NOW, actor=partner)


def test_what_does_not_exist_is_missing(db: None) -> None:
    agency, user, team = an_agency(), a_user(), someone_of_the_team()
    for agency_id, user_id in ((uuid4(), user.id), (agency.id, uuid4())):
        for act in (add_member, remove_member):
            with pytest.raises(Missing):
                act(agency_id=agency_id, user_id=user_id, now=NOW, actor=team)
