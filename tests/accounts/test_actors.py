"""Who somebody is to the product: every app's part, read at once."""

from dataclasses import replace

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.actors import NOBODY, actor_for, actor_read_with, with_facets
from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Member
from passerelle.domain.roles import Actor, TeamRole
from passerelle.interpreters.models import Interpreter
from tests.factories.people import a_partner_of, a_user, an_agency, an_interpreter, someone_of_the_team


def everything_at_once() -> User:
    """Of the team, of two agencies, and an interpreter: one account. Others hold each of these too."""
    user = a_user("Samira")
    someone_of_the_team(TeamRole.TREASURER, user)
    Member.objects.bulk_create(Member(agency=an_agency(), user=user) for _ in range(2))
    Interpreter.objects.filter(pk=an_interpreter(signs_in=False).pk).update(user=user)
    someone_of_the_team()
    a_partner_of(an_agency())
    an_interpreter()
    return user


def test_somebody_is_all_that_every_app_says_of_them(db: None) -> None:
    user = everything_at_once()
    assert actor_for(user) == Actor(
        user_id=user.id,
        name="Samira",
        team_role=TeamRole.TREASURER,
        team_member_id=TeamMember.objects.get(user=user).id,
        agency_ids=frozenset(Member.objects.filter(user=user).values_list("agency_id", flat=True)),
        interpreter_id=Interpreter.objects.get(user=user).id,
    )


def test_what_somebody_was_they_are_no_more(db: None) -> None:
    user = everything_at_once()
    TeamMember.objects.filter(user=user).update(active=False)
    Member.objects.filter(user=user).update(active=False)
    Interpreter.objects.filter(user=user).update(active=False)
    assert actor_for(user) == Actor(user_id=user.id, name="Samira")


def test_someone_of_whom_nobody_says_anything_has_an_account_and_no_more(db: None) -> None:
    user = a_user("Samira")
    assert actor_for(user) == Actor(user_id=user.id, name="Samira")
    assert actor_for(User(id=user.id, name="Samira", is_active=False)) == NOBODY


def test_who_somebody_is_takes_one_statement(db: None) -> None:
    user = everything_at_once()
    with CaptureQueriesContext(connection) as captured:
        actor_for(user)
    assert len(captured) == 1


def test_a_request_asks_who_it_is_of_in_one_statement(committed_db: None) -> None:
    user = everything_at_once()
    browser = Client()
    browser.force_login(user)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get("/api/v1/me")
    assert len([query for query in captured if "accounts_user" in query["sql"]]) == 1
    assert answer.json()["roles"] == ["partner", "interpreter", "team"]


def test_who_was_read_with_what_they_are_is_the_same(db: None) -> None:
    user = everything_at_once()
    read = with_facets(User.objects.filter(pk=user.pk)).get()
    TeamMember.objects.filter(user=user).update(active=False)
    assert actor_read_with(user) == actor_for(user)
    assert actor_read_with(read) == replace(actor_for(user), team_role=TeamRole.TREASURER, team_member_id=user.team_member.id)
    read.is_active = False
    assert actor_read_with(read) == NOBODY
