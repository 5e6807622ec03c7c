"""What the OpenAPI document says to whoever reads it."""

import re

import yaml

from scripts.check import OPENAPI

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
