"""Who may open the socket, and what they hear when what they are changes."""

from contextlib import ExitStack
from datetime import timedelta

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.utils import timezone
from websockets.exceptions import InvalidStatus

from passerelle.accounts.models import TeamMember, User
from passerelle.domain.roles import TeamRole
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append
from passerelle.live.consumer import MOST_OF_ONE
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.support.server import Server
from tests.support.sockets import HELLO, NO_KEY, opened, screen_of, session_of
from tests.support.waiting import until

SIGNED_OUT = (4401, "signed out")


def rights_changed(user: User) -> Entry:
    return entry("me", "roles", audiences.user(user.id), entity_id=user.id)


@pytest.mark.parametrize("session", [None, "", "no-such-session-0000000000000000", "x" * 2_000, NO_KEY])
def test_nobody_is_told_to_sign_in(server: Server, session: str | None) -> None:
    with opened(server, session=session) as screen:
        assert screen.closing() == SIGNED_OUT


def test_an_expired_session_is_nobody(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    with opened(server, session=session) as screen:
        assert screen.closing() == SIGNED_OUT


def test_a_session_from_before_a_new_password_is_nobody_and_is_left_alone(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    people.coordinator.set_password("another and long enough")
    people.coordinator.save(update_fields=["password"])
    with opened(server, session=session) as screen:
        assert screen.closing() == SIGNED_OUT
    assert Session.objects.filter(session_key=session).exists()


def test_a_deactivated_person_is_nobody(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    User.objects.filter(id=people.coordinator.id).update(is_active=False)
    with opened(server, session=session) as screen:
        assert screen.closing() == SIGNED_OUT


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example:{port}",
        "http://evil.127.0.0.1:{port}",
        "http://evil.example",
        "http://evil.localhost:{port}",
        "//127.0.0.1:{port}",
        "127.0.0.1:{port}",
        "http://127.0.0.1:{port}x",
        "http://127.0.0.1:99999",
        "http://[127.0.0.1:{port}",
        "",
    ],
)
def test_a_page_from_elsewhere_is_refused_even_with_the_cookie(server: Server, people: People, origin: str | None) -> None:
    foreign = origin.format(port=server.port) if origin else origin
    with pytest.raises(InvalidStatus) as refused, opened(server, session=session_of(people.coordinator), origin=foreign):
        pass
    assert (refused.value.response.status_code, refused.value.response.body) == (403, b'{"reason":"not from a page of ours"}')


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "partner.localhost"])
def test_each_of_our_own_origins_is_let_in(server: Server, people: People, host: str) -> None:
    origin = f"http://{host}:{server.port}"
    with opened(server, session=session_of(people.coordinator), origin=origin) as screen:
        screen.say(HELLO)
        assert screen.frame()["type"] == "hello"


@pytest.mark.parametrize("path", ["/", "/ws/", "/ws2", "/api/v1/ws", "/healthz"])
def test_any_other_address_is_refused(server: Server, people: People, path: str) -> None:
    with pytest.raises(InvalidStatus) as refused, opened(server, session=session_of(people.coordinator), path=path):
        pass
    assert (refused.value.response.status_code, refused.value.response.body) == (403, b'{"reason":"no such address"}')


def test_a_role_that_is_lost_is_lost_before_anything_more_is_told(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen:
        with transaction.atomic():
            TeamMember.objects.filter(user=people.coordinator).update(active=False)
            append(
                [entry("shift", "hidden", audiences.TEAM), rights_changed(people.coordinator)],
                actor_id=None,
                now=timezone.now(),
            )
        tell(entry("shift", "hidden", audiences.TEAM))
        tell(marker(audiences.user(people.coordinator.id)))
        assert screen.before(MARKER) == [("me", "roles")]


def test_a_role_that_is_gained_is_heard_at_once(server: Server, people: People) -> None:
    with screen_of(server, people.newcomer) as screen:
        with transaction.atomic():
            TeamMember.objects.create(user=people.newcomer, role=TeamRole.THERAPIST)
            append([rights_changed(people.newcomer)], actor_id=None, now=timezone.now())
        assert screen.changes() == [("me", "roles")]
        tell(entry("shift", "for the team", audiences.TEAM))
        assert screen.changes() == [("shift", "for the team")]


def test_someone_deactivated_is_closed_out_and_others_are_not(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as staying, screen_of(server, people.coordinator) as leaving:
        with transaction.atomic():
            User.objects.filter(id=people.coordinator.id).update(is_active=False)
            append([rights_changed(people.coordinator), marker()], actor_id=None, now=timezone.now())
        assert leaving.closing() == SIGNED_OUT
        assert staying.before(MARKER) == []


def test_a_session_that_ended_is_closed_when_its_person_is_looked_at_again(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as leaving, screen_of(server, people.coordinator) as staying:
        Session.objects.order_by("expire_date")[0].delete()
        tell(rights_changed(people.coordinator))
        assert leaving.closing() == SIGNED_OUT
        assert staying.changes() == [("me", "roles")]


def test_a_role_lost_between_opening_and_hello_is_not_heard(server: Server, people: People) -> None:
    with opened(server, session=session_of(people.coordinator)) as screen:
        with transaction.atomic():
            TeamMember.objects.filter(user=people.coordinator).update(active=False)
            append([rights_changed(people.coordinator)], actor_id=None, now=timezone.now())
        screen.say(HELLO)
        assert screen.frame()["type"] == "hello"
        tell(entry("shift", "hidden", audiences.TEAM), marker(audiences.user(people.coordinator.id)))
        assert screen.before(MARKER) == []


def test_someone_deactivated_between_opening_and_hello_is_closed_out(server: Server, people: People) -> None:
    with opened(server, session=session_of(people.coordinator)) as screen:
        with transaction.atomic():
            User.objects.filter(id=people.coordinator.id).update(is_active=False)
            append([rights_changed(people.coordinator)], actor_id=None, now=timezone.now())
        screen.say(HELLO)
        assert screen.closing() == SIGNED_OUT


def test_signing_out_closes_the_screens_of_that_browser_and_no_other(server: Server, people: People) -> None:
    browser = Client()
    browser.force_login(people.coordinator)
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    with opened(server, session=session) as leaving, screen_of(server, people.coordinator) as staying:
        assert leaving.hello().frame()["type"] == "hello"
        signed_out = browser.delete("/_allauth/browser/v1/auth/session")
        assert signed_out.status_code == 401  # as it answers: there is nobody any more
        assert leaving.closing() == SIGNED_OUT
        assert staying.changes() == [("me", "signed_out")]


def test_signing_out_where_nobody_is_signed_in_tells_nobody(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen:
        Client().delete("/_allauth/browser/v1/auth/session")
        tell(marker())
        assert screen.before(MARKER) == []


def test_a_new_password_closes_every_screen_of_before(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as staying, screen_of(server, people.coordinator) as leaving:
        get_adapter().set_password(people.coordinator, "another and long enough")
        assert leaving.closing() == SIGNED_OUT
        tell(marker())
        assert staying.before(MARKER) == []


def test_a_session_that_runs_out_closes_its_screen(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=1))
    with opened(server, session=session) as screen:
        assert screen.hello().frame()["type"] == "hello"
        assert screen.closing() == SIGNED_OUT


def test_a_session_that_was_made_longer_meanwhile_keeps_its_screen_until_then(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=1))
    with opened(server, session=session) as screen:
        assert screen.hello().frame()["type"] == "hello"
        longer = timezone.now() + timedelta(seconds=3)
        Session.objects.update(expire_date=longer)
        assert screen.closing() == SIGNED_OUT
        assert timezone.now() >= longer


def test_one_person_opens_no_more_than_so_many(server: Server, people: People) -> None:
    """Of one process. Those that are open stay, and so does everybody else; one that is closed makes room."""
    session = session_of(people.partner)
    with ExitStack() as stack:
        screens = [stack.enter_context(opened(server, session=session)) for _ in range(MOST_OF_ONE)]
        assert all(screen.hello().frame()["type"] == "hello" for screen in screens)
        with opened(server, session=session) as one_more:
            assert one_more.closing() == (4429, "too many sockets")
        other = stack.enter_context(screen_of(server, people.other_partner))
        tell(marker())
        assert [screen.before(MARKER) for screen in [*screens, other]] == [[]] * (MOST_OF_ONE + 1)
        screens[0].socket.close()
        until(lambda: _is_let_in(server, session), what="room for another")


def _is_let_in(server: Server, session: str) -> bool:
    with opened(server, session=session) as screen:
        return screen.is_greeted()
