"""How long functions and files are, held to what the house allows; ``pytest -s`` prints them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from scripts.paths import ROOT
from scripts.say import say

LONGEST_FUNCTION, LONGEST_FILE = 40, 300
WITH_A_WHOLE_BODY = 45
"""Of a test: what it compares is one long value."""
PLACES = ("backend/passerelle", "tests", "bench", "trials", "scripts")


def files(place: Path) -> Iterator[Path]:
    return (path for path in sorted(place.rglob("*.py")) if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of ``path``, with its lines from its name to its end."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(sizes: dict[str, int], most: int) -> list[str]:
    return [f"{name}: {size} lines" for name, size in sizes.items() if size > most]


@pytest.mark.parametrize("place", PLACES)
def test_functions_and_files_are_as_long_as_the_house_allows(place: str) -> None:
    of_files = {str(path): len(path.read_text().splitlines()) for path in files(ROOT / place)}
    of_functions = {name: size for path in files(ROOT / place) for name, size in functions(path)}
    for what, sizes in (("files", of_files), ("functions", of_functions)):
        say(f"{place}: {len(sizes)} {what}, median {median(sizes.values()):g} lines, longest {max(sizes.values())}")
    longest = WITH_A_WHOLE_BODY if place == "tests" else LONGEST_FUNCTION
    assert too_long(of_functions, longest) + too_long(of_files, LONGEST_FILE) == []


def test_what_is_too_long_is_named(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def short():\n    pass\n\n\ndef long():\n" + "    pass\n" * LONGEST_FUNCTION)
    assert too_long(dict(functions(path)), LONGEST_FUNCTION) == [f"{path}:5 long: {LONGEST_FUNCTION + 1} lines"]
