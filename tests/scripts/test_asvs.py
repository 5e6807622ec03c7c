"""The page of the ASVS names each item once, and only tests and records that are there."""

import re
from pathlib import Path

import pytest

from scripts.paths import ROOT

PAGE = ROOT / "docs" / "asvs.md"
ITEMS = {
    "2.1": 3,
    "2.2": 3,
    "2.3": 4,
    "2.4": 1,
    "7.1": 3,
    "7.2": 4,
    "7.3": 2,
    "7.4": 5,
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "14.1": 2,
    "14.2": 4,
    "14.3": 3,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
}
"""Of each section of the standard, version 5.0: how many items there are at levels 1 and 2. They come first in each."""
STANDS = {"held", "partly", "open", "not ours"}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| ([a-z ]+) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+(?:\.py)?)(?:::(\w+))?`")
RECORD = re.compile(r"(?<![\d`])0\d{3}(?!\d)")

type Row = tuple[str, str, str, str, str]


def rows(page: str) -> list[Row]:
    return [(item, level, asked, stands, how) for item, level, asked, stands, how in ROW.findall(page)]


def wrong(page: str, root: Path = ROOT) -> list[str]:
    found = rows(page)
    asked = [f"{section}.{number}" for section, many in ITEMS.items() for number in range(1, many + 1)]
    said = [item for item, *_rest in found]
    faults = [f"{item} is missing" for item in asked if item not in said]
    faults += [f"{item} is no item" for item in said if item not in asked]
    faults += [f"{item} stands twice" for item in set(said) if said.count(item) > 1]
    faults += [f"{item} stands “{stands}”" for item, _l, _a, stands, _how in found if stands not in STANDS]
    return faults + [f"{item}: {fault}" for item, _l, _a, _s, how in found for fault in not_there(how, root)]


def not_there(how: str, root: Path) -> list[str]:
    faults = []
    for path, name in NAMED.findall(how):
        if not (root / path).exists():
            faults.append(f"{path} is not there")
        elif name and not re.search(rf"^(async )?def {name}\(", (root / path).read_text(), re.MULTILINE):
            faults.append(f"{path} has no {name}")
    records = {file.name[:4] for file in (root / "docs" / "decisions").glob("*.md")}
    return faults + [f"there is no record {number}" for number in RECORD.findall(how) if number not in records]


def test_each_item_is_there_once_with_what_there_is() -> None:
    assert wrong(PAGE.read_text()) == []


def test_what_is_held_says_by_what() -> None:
    """A test or a record; the key of a session is the framework's own work."""
    held = [(item, how) for item, _level, _asked, stands, how in rows(PAGE.read_text()) if stands == "held"]
    assert [item for item, how in held if not (NAMED.search(how) or RECORD.search(how))] == ["7.2.3"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("| 2.1.1 |", "| 2.1.9 |", "2.1.1 is missing"),
        ("| 2.1.1 |", "| 2.1.9 |", "2.1.9 is no item"),
        ("| 2.1.2 |", "| 2.1.1 |", "2.1.1 stands twice"),
        ("| held |", "| surely |", "2.1.1 stands “surely”"),
        (
            "::test_what_a_body_takes_is_all_that_it_takes",
            "::test_gone",
            "2.1.1: tests/contract/test_document.py has no test_gone",
        ),
        ("tests/contract/test_document.py", "tests/contract/test_gone.py", "2.1.1: tests/contract/test_gone.py is not there"),
        ("texts: 0038", "texts: 0999", "2.1.1: there is no record 0999"),
    ],
)
def test_what_is_wrong_is_named(before: str, after: str, fault: str) -> None:
    page = PAGE.read_text()
    assert before in page
    assert any(fault in one for one in wrong(page.replace(before, after, 1)))
