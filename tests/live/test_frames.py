"""What each set of audiences hears of a run of lines, without a server."""

import uuid
from typing import Any

import orjson

from passerelle.journal.selectors import Line
from passerelle.live import frames
from passerelle.live.frames import Bodies

ONE, TWO = uuid.UUID(int=1), uuid.UUID(int=2)


def line(number: int, entity: str, entity_id: uuid.UUID, version: int, kind: str, *who: str) -> Line:
    return Line(number, entity, entity_id, version, kind, frozenset(who))


def heard(bodies: Bodies, *who: str) -> Any:
    body = bodies.heard_by(frozenset(who))
    return None if body is None else orjson.loads(body)


def told(entity: str, entity_id: uuid.UUID, version: int, kind: str) -> dict[str, Any]:
    return {"type": entity, "id": str(entity_id), "version": version, "kind": kind}


def test_those_who_hear_nothing_get_no_frame() -> None:
    bodies = Bodies([line(1, "shift", ONE, 1, "asked", "team")])
    assert heard(bodies, "agency:1", "everyone") is None
    assert heard(bodies) is None
    assert heard(Bodies([]), "team") is None


def test_a_line_heard_through_two_audiences_is_told_once() -> None:
    bodies = Bodies([line(1, "visit", ONE, 1, "made", "team", "everyone")])
    assert heard(bodies, "team", "everyone") == [told("visit", ONE, 1, "made")]


def test_of_several_changes_of_one_thing_the_newest_is_told_in_its_place() -> None:
    bodies = Bodies(
        [
            line(1, "session", ONE, 1, "requested", "team"),
            line(2, "session", TWO, 1, "requested", "team"),
            line(3, "session", ONE, 2, "scheduled", "team"),
        ]
    )
    assert heard(bodies, "team") == [told("session", TWO, 1, "requested"), told("session", ONE, 2, "scheduled")]


def test_a_newer_change_that_is_hidden_does_not_replace_one_that_is_heard() -> None:
    bodies = Bodies([line(1, "session", ONE, 1, "requested", "team", "agency:1"), line(2, "session", ONE, 2, "noted", "team")])
    assert heard(bodies, "agency:1") == [told("session", ONE, 1, "requested")]
    assert heard(bodies, "team") == [told("session", ONE, 2, "noted")]


def test_two_kinds_of_thing_with_one_id_are_two_things() -> None:
    bodies = Bodies([line(1, "visit", ONE, 1, "made", "team"), line(2, "session", ONE, 1, "made", "team")])
    assert heard(bodies, "team") == [told("visit", ONE, 1, "made"), told("session", ONE, 1, "made")]


def test_what_is_heard_alike_is_encoded_once() -> None:
    bodies = Bodies([line(1, "visit", ONE, 1, "made", "everyone"), line(2, "shift", TWO, 1, "made", "team")])
    assert bodies.heard_by(frozenset({"everyone", "interpreter:1"})) is bodies.heard_by(
        frozenset({"everyone", "interpreter:2"})
    )


def test_a_frame_is_its_number_around_a_shared_body() -> None:
    assert orjson.loads(frames.changes(7, "c", "[]")) == {"type": "changes", "n": 7, "cursor": "c", "changes": []}
    said = orjson.loads(frames.hello(25, "c", resumed=True))
    assert said == {"type": "hello", "cursor": "c", "heartbeat": 25, "resumed": True}


def test_parts_are_of_what_is_heard_and_of_no_more_than_their_size() -> None:
    things = [uuid.UUID(int=number) for number in range(6)]
    lines = [line(number, "visit", thing, 1, "made", "team") for number, thing in enumerate(things, start=1)]
    lines[3] = line(4, "visit", things[3], 1, "hidden", "agency:1")
    parts = Bodies(lines).parts(frozenset({"team"}), after=1, size=2)
    assert [(part.number, [told["id"] for told in orjson.loads(part.body)]) for part in parts] == [
        (3, [str(things[1]), str(things[2])]),
        (6, [str(things[4]), str(things[5])]),
    ]
    assert Bodies(lines).parts(frozenset({"team"}), after=6, size=2) == []


def test_a_change_overtaken_by_a_later_one_counts_in_no_part() -> None:
    lines = [line(n, "visit", ONE if n != 2 else TWO, n, "made", "team") for n in (1, 2, 3)]
    parts = Bodies(lines).parts(frozenset({"team"}), after=0, size=1)
    assert [(part.number, orjson.loads(part.body)) for part in parts] == [
        (2, [told("visit", TWO, 2, "made")]),
        (3, [told("visit", ONE, 3, "made")]),
    ]
