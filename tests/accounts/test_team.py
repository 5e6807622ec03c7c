from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import TeamMember
from passerelle.accounts.services import add_team_member, change_team_role, deactivate_team_member
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import MAY_GIVE, SYSTEM, Actor, TeamRole
from passerelle.journal import audiences
from tests.factories.journal import Told, told
from tests.factories.people import NOW, a_partner_of, a_user, an_agency, someone_of_the_team
from tests.support.waiting import until


def member_of(actor: Actor) -> TeamMember:
    return TeamMember.objects.get(user=actor.user_id)


def lines_of(member: TeamMember, kind: str) -> list[Told]:
    return [
        ("me", member.user_id, 1, kind, frozenset({audiences.user(member.user_id)})),
        ("team_member", member.id, 1, kind, frozenset({audiences.TEAM})),
    ]


def test_add_team_member_gives_a_place_in_the_team(committed_db: None) -> None:
    coordinator, user = someone_of_the_team(), a_user()
    with told() as lines:
        member = add_team_member(user_id=user.id, role=TeamRole.THERAPIST, now=NOW, actor=coordinator)
    assert actor_for(user).team_role is TeamRole.THERAPIST
    assert lines == lines_of(member, "team_joined")


def test_add_team_member_twice_is_refused(db: None) -> None:
    user = a_user()
    someone_of_the_team(TeamRole.THERAPIST, user)
    with pytest.raises(Refusal) as refused:
        add_team_member(user_id=user.id, role=TeamRole.TREASURER, now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.ALREADY_IN_TEAM


def test_add_team_member_takes_back_who_had_left(committed_db: None) -> None:
    coordinator, user = someone_of_the_team(), a_user()
    someone_of_the_team(TeamRole.THERAPIST, user)
    member = TeamMember.objects.get(user=user)
    with told() as lines:
        deactivate_team_member(member_id=member.id, now=NOW, actor=coordinator)
        deactivate_team_member(member_id=member.id, now=NOW, actor=coordinator)
        assert not actor_for(user).is_team
        add_team_member(user_id=user.id, role=TeamRole.TREASURER, now=NOW, actor=coordinator)
    assert actor_for(user).team_role is TeamRole.TREASURER
    assert lines == lines_of(member, "team_left") + lines_of(member, "team_joined")


def test_change_team_role_is_told_once(committed_db: None) -> None:
    coordinator, therapist = someone_of_the_team(), someone_of_the_team(TeamRole.THERAPIST)
    member = member_of(therapist)
    with told() as lines:
        change_team_role(member_id=member.id, role=TeamRole.TREASURER, now=NOW, actor=coordinator)
        change_team_role(member_id=member.id, role=TeamRole.TREASURER, now=NOW, actor=coordinator)
    assert lines == lines_of(member, "team_role")


@pytest.mark.parametrize("given", TeamRole)
@pytest.mark.parametrize("giver", TeamRole)
def test_add_team_member_follows_the_table_of_who_may_give(db: None, giver: TeamRole, given: TeamRole) -> None:
    actor, user = someone_of_the_team(giver), a_user()
    if giver in MAY_GIVE[given]:
        assert add_team_member(user_id=user.id, role=given, now=NOW, actor=actor).role == given
    else:
        with pytest.raises(Forbidden):
            add_team_member(user_id=user.id, role=given, now=NOW, actor=actor)
        assert not TeamMember.objects.filter(user=user).exists()


def test_who_books_can_neither_name_nor_remove_the_safeguarding_lead(db: None) -> None:
    coordinator, lead = someone_of_the_team(), someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    therapist = someone_of_the_team(TeamRole.THERAPIST)
    with pytest.raises(Forbidden):
        change_team_role(member_id=member_of(therapist).id, role=TeamRole.SAFEGUARDING_LEAD, now=NOW, actor=coordinator)
    with pytest.raises(Forbidden):
        change_team_role(member_id=member_of(lead).id, role=TeamRole.THERAPIST, now=NOW, actor=coordinator)
    with pytest.raises(Forbidden):
        deactivate_team_member(member_id=member_of(lead).id, now=NOW, actor=coordinator)


def test_nobody_changes_their_own_place(db: None) -> None:
    owner = someone_of_the_team(TeamRole.OWNER)
    with pytest.raises(Refusal) as refused:
        change_team_role(member_id=member_of(owner).id, role=TeamRole.THERAPIST, now=NOW, actor=owner)
    assert refused.value.code is Code.NOT_YOURSELF
    with pytest.raises(Refusal) as refused:
        deactivate_team_member(member_id=member_of(owner).id, now=NOW, actor=owner)
    assert refused.value.code is Code.NOT_YOURSELF


def test_a_partner_may_do_nothing_to_the_team(db: None) -> None:
    partner, therapist = a_partner_of(an_agency()), someone_of_the_team(TeamRole.THERAPIST)
    assert partner.user_id is not None
    with pytest.raises(Forbidden):
        add_team_member(user_id=partner.user_id, role=TeamRole.THERAPIST, now=NOW, actor=partner)
    with pytest.raises(Forbidden):
        deactivate_team_member(member_id=member_of(therapist).id, now=NOW, actor=partner)


def test_a_member_that_does_not_exist_is_missing(db: None) -> None:
    with pytest.raises(Missing):
        deactivate_team_member(member_id=uuid4(), now=NOW, actor=someone_of_the_team())


def test_of_two_who_remove_each_other_in_the_same_moment_one_stays(committed_db: None) -> None:
    one, other = someone_of_the_team(), someone_of_the_team()
    refused: list[Refusal] = []

    def answer() -> None:
        try:
            deactivate_team_member(member_id=member_of(one).id, now=NOW, actor=other)
        except Refusal as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    second = Thread(target=answer)
    with transaction.atomic():
        deactivate_team_member(member_id=member_of(other).id, now=NOW, actor=one)
        second.start()
        # The second has begun before the first commits: it waits for the team's rows, or (wrongly) is through already.
        until(lambda: somebody_waits_for_a_lock() or not second.is_alive(), what="the second removal to be under way")
    second.join()
    assert list(TeamMember.objects.filter(active=True).values_list("user_id", flat=True)) == [one.user_id]
    assert [type(refusal) for refusal in refused] == [Forbidden]


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
        return bool(cursor.fetchone()[0])
