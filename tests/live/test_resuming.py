"""A socket that was cut off goes on where it was: everything its person may hear, in order, once."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from passerelle.journal import audiences
from passerelle.journal.services import append
from passerelle.live.resuming import CHANGES
from tests.live.conftest import People, entry, tell
from tests.live.going_on import again, first_fetch, heard, hidden, told_since
from tests.support.server import Server
from tests.support.sockets import opened, screen_of, session_of
from tests.support.waiting import PATIENCE


@dataclass(frozen=True)
class Act:
    """A transaction: lines that the partner hears, between lines hidden from them."""

    before: int
    heard: int
    after: int


ACTS = st.lists(st.builds(Act, st.integers(0, 2), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=6)


@given(acts=ACTS)
@tried(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_missed_is_told_once_wherever_the_line_was_cut(server: Server, people: People, acts: Sequence[Act]) -> None:
    frames, expected = [], []
    with opened(server, session=session_of(people.partner)) as screen:
        frames.append(screen.hello().frame())
        for number, act in enumerate(acts):
            kinds = [f"{number}.{line}" for line in range(act.heard)]
            told = [entry("session", kind, people.partners_audience) for kind in kinds]
            secret = entry("shift", "hidden", audiences.TEAM)
            tell(*[secret] * act.before, *told, *[secret] * act.after)
            if told:
                frames.append(screen.frame())
                expected.append(kinds)
    for cut, frame in enumerate(frames):
        missed = [kind for kinds in expected[cut:] for kind in kinds]
        assert told_since(server, people.partner, frame["cursor"]) == missed


def test_a_client_that_is_cut_off_again_and_again_while_others_write_hears_all_of_it_once(
    server: Server, people: People
) -> None:
    kinds = [f"turn {turn}" for turn in range(150)]
    writer = threading.Thread(target=_write, args=(kinds, people))
    told: list[str] = []
    with opened(server, session=session_of(people.partner)) as screen:
        cursor = screen.hello().frame()["cursor"]
    writer.start()
    for frames in range(1, 1_000):
        with again(server, people.partner, cursor) as screen:
            greeting = screen.frame()
            assert greeting["resumed"] is True
            cursor = greeting["cursor"]
            for n in range(1, frames % 4 + 1):
                if told[-1:] == kinds[-1:]:
                    break
                frame = screen.frame()
                assert frame["n"] == n
                told += [change["kind"] for change in frame["changes"]]
                cursor = frame["cursor"]
        if told[-1:] == kinds[-1:]:
            break
    writer.join(PATIENCE)
    assert told == kinds


def _write(kinds: Sequence[str], people: People) -> None:
    try:
        for kind in kinds:
            tell(entry("session", kind, people.partners_audience), entry("shift", "hidden", audiences.TEAM))
    finally:
        connection.close()


def test_what_fits_no_frame_is_told_in_several_and_each_can_be_gone_on_from(server: Server, people: People) -> None:
    kinds = [str(number) for number in range(CHANGES * 2 + 10)]
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    heard(*kinds, people=people)
    hidden(3)
    frames = []
    with again(server, people.partner, cursor) as screen:
        assert screen.frame()["resumed"] is True
        for n, size in enumerate((CHANGES, CHANGES, 10), start=1):
            frames.append(screen.frame())
            assert (frames[-1]["n"], len(frames[-1]["changes"])) == (n, size)
    assert [change["kind"] for frame in frames for change in frame["changes"]] == kinds
    for told, frame in enumerate(frames, start=1):
        assert told_since(server, people.partner, frame["cursor"]) == kinds[told * CHANGES :]


def test_of_several_missed_changes_of_one_thing_the_newest_is_told(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    thing = uuid4()
    for version, kind in enumerate(("requested", "scheduled", "confirmed"), start=1):
        tell(entry("session", kind, people.partners_audience, entity_id=thing, version=version))
    with again(server, people.partner, cursor) as screen:
        screen.frame()
        told = screen.frame()["changes"]
    assert told == [{"type": "session", "id": str(thing), "version": 3, "kind": "confirmed"}]


def test_a_cut_before_the_first_missed_frame_misses_nothing(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        cursor = screen.cursor
    heard("missed", people=people)
    with again(server, people.partner, cursor) as screen:
        greeting = screen.frame()["cursor"]  # and cut off here
    assert told_since(server, people.partner, greeting) == ["missed"]


class Slow:
    """A transaction of its own that has written and not committed."""

    def __init__(self, kind: str, who: str) -> None:
        self._go, self._written = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(kind, who))
        self._thread.start()
        assert self._written.wait(PATIENCE)

    def _run(self, kind: str, who: str) -> None:
        try:
            with transaction.atomic():
                append([entry("session", kind, who)], actor_id=None, now=timezone.now())
                self._written.set()
                assert self._go.wait(PATIENCE)
        finally:
            connection.close()

    def commits(self) -> None:
        self._go.set()
        self._thread.join(PATIENCE)


def test_who_wrote_first_and_commits_last_is_not_forgotten(server: Server, people: People) -> None:
    slow = Slow("slow", people.partners_audience)
    with screen_of(server, people.partner) as screen:
        heard("quick", people=people)
        cursor = screen.frame()["cursor"]
    slow.commits()
    assert told_since(server, people.partner, cursor) == ["slow"]


def test_a_window_is_told_what_changed_since_its_first_fetch(server: Server, people: People) -> None:
    heard("before", people=people)
    cursor = first_fetch(people.partner)
    assert told_since(server, people.partner, cursor) == []
    heard("after", people=people)
    assert told_since(server, people.partner, cursor) == ["after"]


def test_what_was_under_way_at_the_first_fetch_is_told_whatever_later_reads_showed(server: Server, people: People) -> None:
    slow = Slow("slow", people.partners_audience)
    cursor = first_fetch(people.partner)
    heard("quick", people=people)  # a read after this shows the quick one and not the slow one
    slow.commits()
    assert told_since(server, people.partner, cursor) == ["quick", "slow"]
