"""Who cannot go on where they were fetches everything; and going on tells nothing that is hidden."""

from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone

from passerelle.accounts.models import TeamMember
from passerelle.common.sealed import seal
from passerelle.journal import audiences
from passerelle.journal.positions import Position, cursor_of, position
from passerelle.journal.services import append, begin_epoch
from passerelle.live.resuming import CHANGES, FRAMES, WINDOW
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.live.going_on import again, first_fetch, heard, hidden, starts_over, told_since
from tests.support.database import clean
from tests.support.processes import manage
from tests.support.server import Server
from tests.support.sockets import opened, screen_of, session_of


def test_a_cursor_of_somebody_else_starts_over(server: Server, people: People) -> None:
    with screen_of(server, people.other_partner) as screen:
        cursor = screen.cursor
    assert starts_over(server, people.partner, cursor)
    assert not starts_over(server, people.other_partner, cursor)


def test_a_cursor_that_was_touched_starts_over(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    other = "A" if cursor[100] != "A" else "B"
    foreign = seal(f"{position().epoch}{0:016x}{people.partner.id.hex}", purpose="passerelle.pages")
    forged = ["", "x", "é" * 40, cursor[:-8], "A" + cursor, cursor[:100] + other + cursor[101:], foreign, "0" * len(cursor)]
    assert all(starts_over(server, people.partner, one) for one in forged)
    assert not starts_over(server, people.partner, cursor)


def test_a_cursor_from_the_future_starts_over(server: Server, people: People) -> None:
    here = position()
    later = here._replace(number=here.number + 1_000)
    assert starts_over(server, people.partner, cursor_of(later, user_id=people.partner.id))


def test_after_a_restore_everyone_starts_over(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
        manage("begin_epoch")
        assert screen.closing() == (1012, "start over")
    assert starts_over(server, people.partner, cursor)
    with screen_of(server, people.partner) as screen:
        assert not starts_over(server, people.partner, screen.cursor)


def test_an_epoch_is_never_the_same_twice(people: People) -> None:
    found = {position().epoch}
    for _ in range(3):
        begin_epoch()
        found.add(position().epoch)
    clean()  # as after a dump was restored: another file
    found.add(position().epoch)
    assert len(found) == 5


def test_who_missed_more_than_the_window_starts_over(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    heard("missed", people=people)
    hidden(WINDOW - 1)
    assert told_since(server, people.partner, cursor) == ["missed"]  # and what ends it, which is one line more
    assert starts_over(server, people.partner, cursor)


def test_who_missed_more_than_the_frames_there_may_be_starts_over(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    kinds = [str(number) for number in range(CHANGES * FRAMES)]
    heard(*kinds, people=people)
    assert told_since(server, people.partner, cursor) == kinds
    assert starts_over(server, people.partner, cursor)


def test_missed_lines_that_are_hidden_leave_no_trace(server: Server, people: People) -> None:
    """The same frames, of the same lengths, whether something hidden happened or not; and never the same cursor."""
    seen: list[list[int]] = []
    cursors: set[str] = set()
    for lines in (0, 1_200):
        with screen_of(server, people.partner) as screen:
            cursor = screen.cursor
        hidden(lines)
        tell(entry("session", "seen", people.partners_audience))
        hidden(lines)
        frames = []
        with again(server, people.partner, cursor) as screen:
            frames.append(screen.frame())
            tell(marker())
            frames += [screen.frame(), screen.frame()]
        assert [frame.get("n") for frame in frames] == [None, 1, 2]
        cursors |= {cursor, *(frame["cursor"] for frame in frames)}
        seen.append([len(str(frame)) for frame in frames])
    assert seen[0] == seen[1]
    assert len(cursors) == 8


def test_who_missed_only_what_is_hidden_hears_nothing(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    hidden(1_200)
    assert told_since(server, people.partner, cursor) == []


def test_a_role_that_is_lost_before_the_hello_is_not_gone_on_with(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen:
        cursor = screen.cursor
    hidden()
    with opened(server, session=session_of(people.coordinator)) as screen:
        with transaction.atomic():
            TeamMember.objects.filter(user=people.coordinator).update(active=False)
            lost = entry("me", "roles", audiences.user(people.coordinator.id), entity_id=people.coordinator.id)
            append([lost], actor_id=None, now=timezone.now())
        assert screen.hello(cursor).frame()["resumed"] is True
        tell(marker(audiences.user(people.coordinator.id)))
        assert screen.before(MARKER) == [("me", "roles")]


@pytest.mark.parametrize("number", [0, 1, 2**40, 2**63 - 1])
def test_a_cursor_is_as_long_as_any_other_and_never_the_same(number: int, people: People) -> None:
    where = Position("f" * 40, number)
    made = {cursor_of(where, user_id=UUID(int=person)) for person in (0, 1, 2**127) for _ in range(3)}
    assert len(made) == 9
    assert {len(cursor) for cursor in made} == {len(first_fetch(people.partner))}
