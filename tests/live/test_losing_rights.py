"""What somebody loses through a service is lost on their open lines, socket and poll, before anything more is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.test import Client
from django.utils import timezone

from passerelle.accounts.models import SignIn, TeamMember, User
from passerelle.accounts.services import (
    change_team_role,
    deactivate_team_member,
    deactivate_user,
    end_other_sign_ins,
    end_sign_in,
)
from passerelle.agencies.models import Member
from passerelle.agencies.services.agencies import remove_member
from passerelle.domain.roles import SYSTEM, Actor, TeamRole
from passerelle.journal import audiences
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.support.polls import Poll, begun, polled
from tests.support.server import Server
from tests.support.sockets import Screen, opened


def signed_in(user: User) -> tuple[Client, str]:
    browser = Client()
    browser.force_login(user)
    return browser, browser.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def both_lines(server: Server, session: str) -> Iterator[tuple[Screen, Poll]]:
    with polled(server, session, begun(server, session)) as poll, opened(server, session=session) as screen:
        assert screen.hello().frame()["type"] == "hello"
        yield screen, poll


def sign_out(_user: User, browser: Client) -> None:
    browser.delete("/_allauth/browser/v1/auth/session")


def new_password(user: User, _browser: Client) -> None:
    get_adapter().set_password(user, "another and long enough")


def deactivate(user: User, _browser: Client) -> None:
    deactivate_user(user_id=user.id, now=timezone.now(), actor=SYSTEM)


def end_it_elsewhere(user: User, browser: Client) -> None:
    there = SignIn.objects.get(session=browser.cookies[settings.SESSION_COOKIE_NAME].value)
    end_sign_in(sign_in_id=there.id, now=timezone.now(), actor=Actor(user.id))


def end_all_others(user: User, _browser: Client) -> None:
    _another, here = signed_in(user)
    end_other_sign_ins(here=here, now=timezone.now(), actor=Actor(user.id))


@pytest.mark.parametrize("end", [sign_out, new_password, deactivate, end_it_elsewhere, end_all_others])
@pytest.mark.parametrize("who", ["coordinator", "partner", "interpreter"])
def test_whose_session_ends_is_sent_away(server: Server, people: People, who: str, end: Callable[[User, Client], None]) -> None:
    user: User = getattr(people, who)
    browser, session = signed_in(user)
    with both_lines(server, session) as (screen, poll):
        end(user, browser)
        tell(marker(audiences.EVERYONE, audiences.user(user.id)))
        assert screen.closing() == (4401, "signed out")
        assert poll.reason() == (401, "signed out")


def test_who_is_signed_out_elsewhere_stays_here(server: Server, people: People) -> None:
    browser, here = signed_in(people.partner)
    lost, there = signed_in(people.partner)
    with both_lines(server, here) as (screen, _poll), both_lines(server, there) as (other, _other_poll):
        end_it_elsewhere(people.partner, lost)
        tell(marker(audiences.user(people.partner.id)))
        assert other.closing() == (4401, "signed out")
        assert screen.before(MARKER) == [("me", "signed_out")]
    assert browser.get("/api/v1/me").status_code == 200


def leave_the_team(people: People) -> User:
    member = TeamMember.objects.get(user=people.coordinator)
    deactivate_team_member(member_id=member.id, now=timezone.now(), actor=SYSTEM)
    return people.coordinator


def leave_the_agency(people: People) -> User:
    member = Member.objects.get(user=people.partner)
    remove_member(agency_id=member.agency_id, user_id=people.partner.id, now=timezone.now(), actor=SYSTEM)
    return people.partner


@pytest.mark.parametrize(
    ("who", "lose", "kind"), [("coordinator", leave_the_team, "team_left"), ("partner", leave_the_agency, "member_removed")]
)
def test_who_leaves_hears_that_and_no_more_of_it(
    server: Server, people: People, who: str, lose: Callable[[People], User], kind: str
) -> None:
    heard = {"coordinator": audiences.TEAM, "partner": people.partners_audience}[who]
    user: User = getattr(people, who)
    _browser, session = signed_in(user)
    with both_lines(server, session) as (screen, poll):
        lose(people)
        tell(entry("session", "hidden", heard, audiences.EVERYONE))
        tell(marker(audiences.user(user.id)))
        assert screen.before(MARKER) == [("me", kind)]
        assert before_by_poll(server, session, poll) == [("me", kind)]


def before_by_poll(server: Server, session: str, poll: Poll) -> list[tuple[str, str]]:
    """What is told before the marker, by this poll and by as many after it as it takes."""
    answer = poll.told()
    told = [(change["type"], change["kind"]) for change in answer["changes"]]
    if MARKER in told:
        return told[: told.index(MARKER)]
    with polled(server, session, answer["cursor"]) as after:
        return told + before_by_poll(server, session, after)


def test_another_place_in_the_team_still_hears_the_team(server: Server, people: People) -> None:
    _browser, session = signed_in(people.coordinator)
    member = TeamMember.objects.get(user=people.coordinator)
    with both_lines(server, session) as (screen, poll):
        change_team_role(member_id=member.id, role=TeamRole.THERAPIST, now=timezone.now(), actor=SYSTEM)
        tell(entry("session", "seen", audiences.TEAM))
        assert screen.before(("session", "seen")) == [("me", "team_role"), ("team_member", "team_role")]
        assert ("me", "team_role") in poll.changes()
