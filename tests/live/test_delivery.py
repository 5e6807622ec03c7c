"""What happens reaches every socket that may hear it, from whichever process it comes, and no other."""

import json
import re
import uuid
from contextlib import ExitStack

from passerelle.journal import audiences
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.support.processes import in_another_process
from tests.support.server import Server
from tests.support.sockets import CURSOR, Screen, bare, screen_of

CHANGE_ELSEWHERE = """
from django.db import transaction
from django.utils import timezone
from uuid import UUID
from passerelle.journal.services import Entry, append
with transaction.atomic():
    append([Entry("session", UUID({id!r}), 3, "confirmed", frozenset({who!r}))], actor_id=None, now=timezone.now())
"""


def screens(stack: ExitStack, server: Server, people: People) -> dict[str, Screen]:
    """A screen of everyone."""
    return {name: stack.enter_context(screen_of(server, user)) for name, user in vars(people).items()}


def test_a_change_made_by_another_process_is_told_as_the_contract_says(server: Server, people: People) -> None:
    changed = uuid.uuid4()
    with screen_of(server, people.partner) as screen:
        in_another_process(CHANGE_ELSEWHERE.format(id=str(changed), who={people.partners_audience}))
        assert bare(screen.frame()) == {
            "type": "changes",
            "n": 1,
            "changes": [{"type": "session", "id": str(changed), "version": 3, "kind": "confirmed"}],
        }


def test_each_audience_reaches_its_people_and_nobody_else(server: Server, people: People) -> None:
    with ExitStack() as stack:
        everyone = screens(stack, server, people)
        tell(
            entry("visit", "for everyone", audiences.EVERYONE),
            entry("shift", "for the team", audiences.TEAM),
            entry("session", "for the agency", people.partners_audience),
            entry("offer", "for the interpreter", people.interpreters_audience),
            entry("session", "for two", audiences.TEAM, people.partners_audience),
            *(entry("group", f"for {name}", audiences.user(user.id)) for name, user in vars(people).items()),
        )
        tell(marker(audiences.EVERYONE, audiences.user(people.newcomer.id)))
        heard = {name: screen.before(MARKER) for name, screen in everyone.items()}
        assert heard == {
            "coordinator": [
                ("visit", "for everyone"),
                ("shift", "for the team"),
                ("session", "for two"),
                ("group", "for coordinator"),
            ],
            "partner": [
                ("visit", "for everyone"),
                ("session", "for the agency"),
                ("session", "for two"),
                ("group", "for partner"),
            ],
            "other_partner": [("visit", "for everyone"), ("group", "for other_partner")],
            "interpreter": [
                ("visit", "for everyone"),
                ("offer", "for the interpreter"),
                ("group", "for interpreter"),
            ],
            "other_interpreter": [("visit", "for everyone"), ("group", "for other_interpreter")],
            "newcomer": [("group", "for newcomer")],  # an account without a role hears of nothing but itself
        }


def test_n_counts_the_frames_of_one_socket(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as early:
        for turn in range(3):
            tell(entry("session", f"turn {turn}", people.partners_audience))
            assert early.frame()["n"] == turn + 1
        with screen_of(server, people.partner) as late:
            tell(marker())
            assert (early.frame()["n"], late.frame()["n"]) == (4, 1)


def test_hidden_changes_leave_no_trace(server: Server, people: People) -> None:
    seen = uuid.uuid4()
    expected = json.dumps([{"type": "session", "id": str(seen), "version": 1, "kind": "changed"}], separators=(",", ":"))
    with screen_of(server, people.partner) as screen:
        for n in (1, 2):
            hidden = [entry("shift", "hidden", audiences.TEAM) for _ in range(40)]
            tell(*hidden, entry("session", "changed", people.partners_audience, entity_id=seen), *hidden)
            tell(*hidden)
            # Exactly this, byte for byte: no number, no position, no audience, no gap in n.
            told = re.sub(rf'"cursor":"[^"]{{{CURSOR}}}"', '"cursor":""', screen.raw())
            assert told == f'{{"type":"changes","n":{n},"cursor":"","changes":{expected}}}'


def test_what_was_committed_before_the_hello_is_not_told(server: Server, people: People) -> None:
    tell(entry("visit", "before", audiences.EVERYONE))
    with screen_of(server, people.partner) as screen:
        tell(marker())
        assert screen.before(MARKER) == []


def test_everything_is_told_in_commit_order_through_many_batches(server: Server, people: People) -> None:
    count = 1_700
    with screen_of(server, people.coordinator) as screen:
        tell(*(entry("session", str(number), audiences.TEAM) for number in range(count)))
        heard: list[str] = []
        n = 0
        while len(heard) < count:
            frame = screen.frame()
            assert frame["n"] == (n := n + 1)
            heard += [change["kind"] for change in frame["changes"]]
        assert heard == [str(number) for number in range(count)]
        assert n > 1
