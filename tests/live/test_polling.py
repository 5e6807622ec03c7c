"""Where no socket gets through, the same log is told by long poll: the same cursors, rights, limits and silence."""

import socket
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from passerelle.accounts.models import User
from passerelle.agencies.models import Member
from passerelle.journal import audiences
from passerelle.journal.services import append, begin_epoch
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.live.going_on import first_fetch, hidden
from tests.live.test_client_frames import MALFORMED
from tests.live.test_faults import server_of
from tests.live.test_signing_in import rights_changed
from tests.support.polls import begun, polled
from tests.support.server import Server
from tests.support.sockets import CURSOR, NO_KEY, opened, screen_of, session_of
from tests.support.waiting import until


def test_the_first_is_answered_at_once_with_fetch_what_you_show(server: Server, people: People) -> None:
    assert len(begun(server, session_of(people.partner))) == CURSOR


def test_the_next_is_answered_when_something_changes(server: Server, people: People) -> None:
    session = session_of(people.partner)
    cursor = begun(server, session)
    for turn in range(3):
        with polled(server, session, cursor) as poll:
            tell(entry("session", f"turn {turn}", people.partners_audience))
            answer = poll.told()
        assert answer["resumed"] is True
        assert [change["kind"] for change in answer["changes"]] == [f"turn {turn}"]
        cursor = answer["cursor"]


def test_what_was_missed_is_told_at_once_and_all_of_it(server: Server, people: People) -> None:
    cursor = first_fetch(people.coordinator)
    kinds = [str(number) for number in range(1_200)]
    tell(*(entry("session", kind, audiences.TEAM) for kind in kinds))
    with polled(server, session_of(people.coordinator), cursor) as poll:
        assert [kind for _, kind in poll.changes()] == kinds


def test_a_cursor_goes_on_by_socket_and_back(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    tell(entry("session", "before", audiences.TEAM))
    with opened(server, session=session) as screen:
        cursor = screen.hello(begun(server, session)).frame()["cursor"]
    tell(entry("session", "meanwhile", audiences.TEAM))
    with polled(server, session, cursor) as poll:
        assert poll.changes() == [("session", "meanwhile")]


def test_what_is_hidden_neither_comes_nor_makes_an_answer_come(server: Server, people: People) -> None:
    session = session_of(people.partner)
    with polled(server, session, begun(server, session)) as poll, screen_of(server, people.coordinator) as screen:
        hidden(40)
        assert screen.frame()["n"] == 1
        tell(marker())
        assert poll.changes() == [MARKER]


def test_an_answer_that_tells_nothing_is_the_same_whatever_others_heard(people: People, tmp_path: Path) -> None:
    session = session_of(people.partner)
    with server_of("impatient", tmp_path) as own:
        cursor, answers = begun(own, session), []
        for lines in (0, 0, 40, 400):
            with polled(own, session, cursor) as poll:
                if lines:
                    hidden(lines)
                answers.append(poll.raw()[1])
        assert len({len(answer) for answer in answers}) == 1
        assert all(answer.endswith(b'"resumed":true,"changes":[]}') for answer in answers)
        tell(entry("session", "seen", people.partners_audience))
        with polled(own, session, cursor) as poll:
            assert poll.changes() == [("session", "seen")]


def test_a_cursor_that_cannot_be_gone_on_from_is_answered_at_once(server: Server, people: People) -> None:
    session = session_of(people.partner)
    others = begun(server, session_of(people.coordinator))
    before = begun(server, session)
    begin_epoch()
    for cursor in ("from nowhere", others, before):
        with polled(server, session, cursor) as poll:
            answer = poll.told()
        assert (answer["resumed"], answer["changes"]) == (False, [])


def test_a_restore_answers_those_who_wait(server: Server, people: People) -> None:
    session = session_of(people.partner)
    with polled(server, session, begun(server, session)) as poll, screen_of(server, people.partner) as screen:
        begin_epoch()
        assert screen.closing() == (1012, "start over")
        answer = poll.told()
    assert (answer["resumed"], answer["changes"]) == (False, [])
    with polled(server, session, answer["cursor"]) as poll:
        tell(marker())
        assert poll.changes() == [MARKER]


@pytest.mark.parametrize("session", [None, "", "no-such-session-0000000000000000", "x" * 2_000, NO_KEY])
def test_nobody_is_told_to_sign_in(server: Server, session: str | None) -> None:
    with polled(server, session) as poll:
        assert poll.reason() == (401, "signed out")


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "http://[127.0.0.1", ""])
def test_a_page_from_elsewhere_is_refused_even_with_the_cookie(server: Server, people: People, origin: str | None) -> None:
    with polled(server, session_of(people.coordinator), origin=origin) as poll:
        assert poll.reason() == (403, "not from a page of ours")


@pytest.mark.parametrize("body", [body for body in MALFORMED if isinstance(body, str)])
def test_what_is_no_hello_is_refused_with_the_reason(server: Server, people: People, body: str) -> None:
    with polled(server, session_of(people.partner), body=body.encode()) as poll:
        assert poll.reason() == (400, MALFORMED[body])


@pytest.mark.parametrize(("body", "reason"), [(b"\xff\x00", "not JSON"), (b"x" * 5_000, "frame too big")])
def test_bytes_and_too_many_of_them_are_refused(server: Server, people: People, body: bytes, reason: str) -> None:
    with polled(server, session_of(people.partner), body=body) as poll:
        assert poll.reason() == (400, reason)


def test_who_does_not_finish_a_hello_is_not_waited_for(people: People, tmp_path: Path) -> None:
    with server_of("impatient", tmp_path) as own:
        head = f"POST /ws/poll HTTP/1.1\r\nHost: x\r\nOrigin: {own.origin}\r\nContent-Length: 40\r\n"
        with socket.create_connection(("127.0.0.1", own.port)) as wire:
            wire.sendall(f"{head}Cookie: sessionid={session_of(people.partner)}\r\n\r\n{{".encode())
            answer = wire.makefile("rb").read()  # head and body may come apart
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.endswith(b'{"reason":"no hello"}')


def test_polls_and_sockets_of_one_person_share_their_seats(server: Server, people: People) -> None:
    session = session_of(people.partner)
    cursor = begun(server, session)
    with ExitStack() as stack:
        screen = stack.enter_context(opened(server, session=session))
        assert screen.hello().frame()["type"] == "hello"
        until(lambda: _full(server, session, cursor, stack), what="all seats to be taken")
        with opened(server, session=session) as one_more:
            assert one_more.closing() == (4429, "too many sockets")
        with polled(server, session_of(people.other_partner)) as poll:
            assert poll.raw()[0] == 200


def test_who_hangs_up_leaves_their_seat_at_once(people: People, tmp_path: Path) -> None:
    session = session_of(people.partner)
    with server_of("only_woken", tmp_path) as own:
        cursor = begun(own, session)
        for _ in range(2):
            with ExitStack() as stack:
                until(lambda: _full(own, session, cursor, stack), what="all seats to be taken")
            until(lambda: _status(own, session) == 200, what="who went away to leave their seats")


def _full(server: Server, session: str, cursor: str, stack: ExitStack) -> bool:
    """Whether no seat is free; where one is, whoever asks next sits down on it and stays as long as ``stack``."""
    if _status(server, session) == 429:
        return True
    stack.enter_context(polled(server, session, cursor))
    return False


def _status(server: Server, session: str) -> int:
    with polled(server, session) as poll:
        return poll.raw()[0]


def test_who_is_deactivated_while_they_wait_is_sent_away(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    with polled(server, session, begun(server, session)) as poll, screen_of(server, people.coordinator) as screen:
        with transaction.atomic():
            User.objects.filter(id=people.coordinator.id).update(is_active=False)
            append([rights_changed(people.coordinator), marker()], actor_id=None, now=timezone.now())
        assert screen.closing() == (4401, "signed out")
        assert poll.reason() == (401, "signed out")


def test_a_membership_lost_while_they_wait_is_lost_before_anything_more_is_told(server: Server, people: People) -> None:
    session = session_of(people.partner)
    heard = people.partners_audience
    with polled(server, session, begun(server, session)) as poll, screen_of(server, people.partner):
        with transaction.atomic():
            Member.objects.filter(user=people.partner).update(active=False)
            append([entry("session", "hidden", heard), rights_changed(people.partner)], actor_id=None, now=timezone.now())
        assert poll.changes() == [("me", "roles")]


def test_a_session_that_runs_out_while_they_wait_sends_them_away(server: Server, people: People) -> None:
    session = session_of(people.coordinator)
    cursor = begun(server, session)
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=1))
    with polled(server, session, cursor) as poll:
        assert poll.reason() == (401, "signed out")
