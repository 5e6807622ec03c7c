"""Every read that the API offers, and every filter of it, is measured at a million past places, or it is said why not."""

import re
from collections.abc import Iterable

import pytest

from bench.paths import HOT, Hot
from tests.contract.routes import document

SMALL = "as many rows as the charity has partners, places or colleagues: no past makes them more"
ONE = "one row by its id, and those of its own parts"
NOT_MEASURED = {
    "audit": "a page of the journal, which is measured, and one of accesses: tests/journal/test_audit.py holds its indexes",
    "me/sign-ins": "as many rows as one has devices, fifty at most",
    "agencies": SMALL,
    "agencies/{id}": ONE,
    "agencies/{id}/members": SMALL,
    "demo/people": "the demo's, and not there in a deployment",
    "exports/{kind}": "reads everything on purpose",
    "groups": SMALL,
    "groups/{id}": ONE,
    "groups/{id}/interpreters": "shows more people where there is more past, so its times do not compare",
    "imports": SMALL,
    "imports/{id}": ONE,
    "imports/{id}/rows": "the rows of one file",
    "interpreters/{id}/limits": ONE,
    "me": ONE,
    "me/data": "everything of one person, on purpose, and at most so many rows of each table",
    "offers/{id}": ONE,
    "offers/{id}/message": ONE,
    "pairings": "whom one person does not work with",
    "pairings/choices": "shows more people where there is more past, so its times do not compare",
    "profile": ONE,
    "sessions/{id}": ONE,
    "sessions/{id}/message": ONE,
    "shifts/{id}": ONE,
    "shifts/{id}/edit-meaning": ONE,
    "sites": SMALL,
    "team": SMALL,
    "travel-times": SMALL,
    "visits/{id}/modes": ONE,
    "waiting/{id}/message": ONE,
}
"""Reads that no past makes longer, or whose times say nothing of it."""
PAGES = {"cursor", "limit"}
"""Each list has these; ``deep`` pages use the one, all the other."""


def offered() -> dict[str, set[str]]:
    """By path the filters of each read."""
    paths = {path.removeprefix("/api/v1/"): does["get"] for path, does in document()["paths"].items() if "get" in does}
    return {
        path: {one["name"] for one in get.get("parameters", []) if one["in"] == "query"} - PAGES for path, get in paths.items()
    }


def left_out(hot: Iterable[Hot]) -> list[str]:
    """The reads and filters that none of ``hot`` asks for and nobody explains."""
    used: dict[str, set[str]] = {}
    for one in hot:
        path, _, query = one.path.partition("?")
        used.setdefault(re.sub(r"{\w+}", "{id}", path), set()).update(re.findall(r"(\w+)=", query))
    return [
        *(path for path in offered() if path not in used and path not in NOT_MEASURED),
        *(f"{path}?{name}" for path, names in offered().items() if path in used for name in sorted(names - used[path])),
    ]


def test_every_read_and_every_filter_is_measured_or_it_is_said_why_not() -> None:
    assert left_out(HOT) == []


def test_what_is_explained_is_there_and_is_not_measured_too() -> None:
    measured = {re.sub(r"{\w+}", "{id}", one.path.partition("?")[0]) for one in HOT}
    assert [path for path in NOT_MEASURED if path not in offered() or path in measured] == []


@pytest.mark.parametrize(
    ("without", "missed"),
    [("waiting", "waiting"), ("people_search", "interpreters?search"), ("journal_zone", "journal?zone")],
)
def test_a_path_taken_off_is_missed(without: str, missed: str) -> None:
    left = [hot for hot in HOT if hot.name != without and (without != "journal_zone" or "zone=" not in hot.path)]
    assert left_out(left) == [missed]
