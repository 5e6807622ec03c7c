"""What the OpenAPI document says to whoever reads it."""

import re

import yaml

from scripts.check import OPENAPI
from tests.contract.calls import CALLS
from tests.contract.routes import body_of, described, pages
from tests.contract.test_bodies import fields

_LISTED = re.compile(r"^\w+\(\w+: ")
"""How Python describes a dataclass that nobody described: its fields, with the paths of their modules."""


def test_every_schema_is_described_in_words_or_not_at_all() -> None:
    described = {
        name: schema["description"]
        for name, schema in yaml.safe_load(OPENAPI.read_text())["components"]["schemas"].items()
        if "description" in schema
    }
    assert described
    assert [name for name, words in described.items() if _LISTED.match(words)] == [], "Give each of these inputs a docstring."


def test_what_a_body_takes_is_all_that_it_takes() -> None:
    """A field nobody knows is refused, which whoever sends one is to read before they do."""
    bodies = {call.operation: body_of(call.operation) for call in CALLS if body_of(call.operation)}
    assert len(bodies) > 40
    within = {
        f"{operation} {field.dotted}": field.schema
        for operation, body in bodies.items()
        for field in fields(body)
        if "properties" in field.schema
    }
    assert within
    assert [name for name, shape in (bodies | within).items() if shape.get("additionalProperties") is not False] == []


def test_a_page_says_how_many_it_gives_at_most() -> None:
    limits = [found for operation in pages() for found in described(operation)["parameters"] if found["name"] == "limit"]
    assert len(limits) == len(pages())
    assert [found["schema"] for found in limits if found["schema"] != {"type": "integer", "minimum": 1, "maximum": 100}] == []
