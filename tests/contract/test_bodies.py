"""What is sent is read strictly and whole: every problem is told at the path of its field, and nothing is done."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import pytest

from tests.contract.asking import ask, browser, is_refusal, undone
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call
from tests.contract.routes import body_of, resolved
from tests.contract.world import World

A_FILE = "POST imports"
"""A form with a file, which tests/imports/ sends wrong in every way."""
WRITES = [call for call in CALLS if call.writes and call.operation != A_FILE]
every_write = pytest.mark.parametrize("call", WRITES, ids=str)
NO_MOMENTS = (
    "2031-05-02T10:00:00",
    "2031-05-02 10:00",
    "2031-05-02",
    "2031-02-30T10:00:00+01:00",
    "2031-05-02T25:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:30:00Z",
    "Friday",
)
"""Times without an offset, times that do not exist, times that UTC cannot say, and times that are no time at a place."""
NO_DAYS = ("2031-02-30", "0001-01-01", "9999-12-31", "Friday")
NO_TEXTS = ("nul\u0000", "half a \ud800 character")
LONGEST = 10_000
"""Characters that no field takes, whether the document says how many it does or not."""

NO_OBJECTS = (b"{", b"[]", b'"word"', b"5", b"null", b"{'a': 1}", b'{"a": NaN}', b"\xff\xfe{}", b"[" * 100_000)


class Field(NamedTuple):
    """One field of a body by its path, with its schema."""

    path: tuple[str | int, ...]
    schema: dict[str, Any]

    @property
    def dotted(self) -> str:
        return ".".join(str(part) for part in self.path)


def type_of(schema: dict[str, Any]) -> str:
    kinds = schema.get("type", "string")
    return kinds if isinstance(kinds, str) else next(kind for kind in kinds if kind != "null")


def fields(schema: dict[str, Any], before: tuple[str | int, ...] = ()) -> Iterator[Field]:
    """Every field, those within others and within lists too."""
    for name, found in schema.get("properties", {}).items():
        inner = resolved(found)
        yield Field((*before, name), inner)
        if type_of(inner) == "array":
            items = resolved(inner["items"])
            yield Field((*before, name, 0), items)
            yield from fields(items, (*before, name, 0))
        else:
            yield from fields(inner, (*before, name))


def put(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of ``body`` with ``value`` at ``path``; what is missing on the way is made."""
    if not path:
        return value
    first, *rest = path
    if isinstance(first, int):
        return [put(body[0] if body else None, tuple(rest), value)]
    kept = dict(body or {})
    return {**kept, first: put(kept.get(first), tuple(rest), value)}


def wrong_for(schema: dict[str, Any]) -> list[Any]:
    """Values of other types than the field's, and values of its type that are none."""
    kind, form = type_of(schema), schema.get("format", "")
    if kind in {"integer", "number"}:
        return ["many", [1], {"one": 1}, 1.5, 10**30, *beyond(schema)]
    if kind == "boolean":
        return ["perhaps", [True], {"a": 1}]
    if kind == "array":
        return ["word", 5, {"0": "a"}, *([[None] * (most + 1)] if (most := schema.get("maxItems")) else [])]
    if kind == "object":
        return ["word", 5, [1]]
    more = {"date-time": NO_MOMENTS, "date": NO_DAYS, "uuid": ("me", "123")}.get(form)
    if more is None:
        more = ("no such word",) if "enum" in schema else (*NO_TEXTS, "a" * (schema.get("maxLength", LONGEST) + 1))
    return [["a"], {"a": 1}, *more]


def beyond(schema: dict[str, Any]) -> Iterator[int]:
    """The numbers next to the least and the most that the document gives."""
    if "minimum" in schema:
        yield schema["minimum"] - 1
    if "maximum" in schema:
        yield schema["maximum"] + 1


@every_write
def test_a_wrong_value_is_refused_at_the_path_of_its_field(world: World, call: Call) -> None:
    subject = call.on(world)
    client, silent = browser(world, call.one_who_may()), []
    for field in fields(body_of(call.operation)):
        for value in wrong_for(field.schema):
            if field.path == ("version",) and value == 10**30:
                continue  # a number of its type, and no version there is: 412
            with undone():
                answer = ask(client, call, subject, body=put(subject.body, field.path, value))
            told = [line.get("field", "") for line in is_refusal(answer)] if answer.status_code >= 400 else []
            if answer.status_code != 400 or not any(at == field.dotted or at.startswith(f"{field.dotted}.") for at in told):
                silent.append((field.dotted, value, answer.status_code, told))
    assert not silent


@every_write
def test_a_malformed_body_is_refused_and_every_field_named(world: World, call: Call) -> None:
    """Nobody knows a field, one that is required is left out, or it is no object at all."""
    subject, client, schema = call.on(world), browser(world, call.one_who_may()), body_of(call.operation)
    places = [()] + [field.path for field in fields(schema) if "properties" in field.schema]
    required = schema.get("required", [])
    for path in places:
        with undone():
            answer = ask(client, call, subject, body=put(subject.body, (*path, "colour"), "red"))
        named = ".".join(str(part) for part in (*path, "colour"))
        assert answer.status_code == 400
        assert {"code": "unknown_field", "message": "There is no such field.", "field": named} in is_refusal(answer)
    for name in required:
        with undone():
            answer = ask(client, call, subject, body={k: v for k, v in (subject.body or {}).items() if k != name})
        assert (answer.status_code, [line.get("field") for line in is_refusal(answer)]) == (400, [name])
    for raw in (*NO_OBJECTS, *([b""] if required else [])):
        with undone():
            answer = ask(client, call, subject, raw=raw)
        assert answer.status_code == 400, raw[:20]
        assert is_refusal(answer)


@pytest.mark.parametrize(
    ("operation", "body", "code"),
    [
        ("PUT profile", {"base_area": "Atlantis"}, "area_unknown"),
        ("PUT profile", {"limits": {"sessions_a_day": 999}}, "over_the_limit"),
        ("PUT travel-times", {"other": "Calais centre"}, "same_area"),
        ("PUT free-days/break", {"until": "2199-01-01"}, "break_too_long"),
        ("POST pairings", {"agency": "00000000-0000-4000-8000-000000000001"}, "one_of_both"),
        ("PATCH me", {"locale": "tlh"}, "locale_unknown"),
        ("POST visits", {"time_zone": "Europe/Atlantis"}, "zone_unknown"),
    ],
)
def test_what_cannot_be_meant_is_a_bad_request_and_no_conflict(
    world: World, operation: str, body: dict[str, Any], code: str
) -> None:
    (call,) = [found for found in CALLS if found.operation == operation]
    subject = call.on(world)
    answer = ask(browser(world, call.one_who_may()), call, subject, body={**(subject.body or {}), **body})
    assert (answer.status_code, [line["code"] for line in is_refusal(answer)]) == (400, [code])


@pytest.mark.parametrize("clock", ["14:30+02:00", "14:30Z", "14:30:00.5", "24:00", "14", "٢٤:٠٠", "14:30\n"])
def test_an_hour_on_the_wall_has_no_offset_and_no_fraction(world: World, clock: str) -> None:
    (call,) = [found for found in CALLS if found.operation == "POST agencies/<uuid:pk>/groups"]
    subject, client = call.on(world), browser(world, call.one_who_may())
    answer = ask(client, call, subject, body={**(subject.body or {}), "usual_start": clock, "usual_end": "23:00"})
    assert (answer.status_code, [line["field"] for line in is_refusal(answer)]) == (400, ["usual_start"])
    answer = ask(client, call, subject, body={**(subject.body or {}), "usual_start": "14:30", "usual_end": "15:00:00"})
    assert (answer.json()["usual_start"], answer.json()["usual_end"]) == ("14:30:00", "15:00:00")


@pytest.mark.parametrize("offset", ["+23:46", "-17:28", "+15:59", "Z"])
def test_a_moment_is_the_same_in_every_offset(world: World, offset: str) -> None:
    """PostgreSQL refuses offsets of sixteen hours and more, which a written time may have."""
    (call,) = [found for found in CALLS if found.operation == "POST sessions"]
    subject = call.on(world)
    body = dict(subject.body or {})
    away = datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo
    there = {name: datetime.fromisoformat(body[name]).astimezone(away).isoformat() for name in ("starts_at", "ends_at")}
    answer = ask(browser(world, call.one_who_may()), call, subject, body=body | there)
    assert answer.status_code == 201
    assert datetime.fromisoformat(answer.json()["starts_at"]) == datetime.fromisoformat(body["starts_at"])


def test_every_problem_is_told_at_once(world: World) -> None:
    (call,) = [found for found in CALLS if found.operation == "POST sessions"]
    subject = call.on(world)
    body = {**(subject.body or {}), "starts_at": "soon", "people_expected": -1, "colour": "red"}
    body["needs"] = [{"language": "prs", "people": 3}, {"language": "klingon", "people": 0}]
    answer = ask(browser(world, call.one_who_may()), call, subject, body=body)
    assert {line["field"] for line in is_refusal(answer)} == {"colour"}, "a field nobody knows is told alone"
    del body["colour"]
    answer = ask(browser(world, call.one_who_may()), call, subject, raw=json.dumps(body).encode())
    assert {line["field"] for line in is_refusal(answer)} == {
        "starts_at",
        "people_expected",
        "needs.1.language",
        "needs.1.people",
    }
