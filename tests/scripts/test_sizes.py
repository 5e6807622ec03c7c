"""How long functions and files are and who imports whom both ways, held to what the house allows; ``pytest -s`` prints it.

Beside them stands what was measured in the codebases we learn from, and the longest are named.
"""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import grimp
import pytest

from scripts.paths import BIN, FRONTEND, ROOT
from scripts.say import say

ANCHORS = {
    "functions": "5 to 11 lines in the median, 90% under 40",
    "files": "25 to 60 lines in the median, the largest 1,500 to 2,000",
    "pairs": "all ten apps of one in one knot, none where a contract forbids it",
}
"""Measured in the codebases we learn from."""
TOLD = 10
"""So many of the longest are named."""
LONGEST_FUNCTION, LONGEST_FILE = 40, 300
LONGEST_COMPONENT = 80
"""Of the front end: what a screen shows is written inside the function."""
WITH_A_WHOLE_BODY = 45
"""Of a test: what it compares is one long value."""
SOURCE = FRONTEND / "src"
PLACES = ("backend/passerelle", "tests", "bench", "trials", "scripts")


def files(place: Path) -> Iterator[Path]:
    return (path for path in sorted(place.rglob("*.py")) if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of ``path``, with its lines from its name to its end."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def components(source: Path, at: Path) -> Iterator[tuple[str, int]]:
    """Each function of the front end, tests aside, as oxlint counts: lines that are neither empty nor a comment."""
    counted = {"skipBlankLines": True, "skipComments": True}
    config = {"rules": {"max-lines-per-function": ["error", {"max": 0, **counted}]}, "categories": {"correctness": "off"}}
    (at / "oxlintrc.json").write_text(json.dumps(config))
    command = [
        str(BIN / "node"),
        "node_modules/oxlint/bin/oxlint",
        "-c",
        str(at / "oxlintrc.json"),
        "--format=json",
        str(source),
    ]
    said = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, check=False).stdout
    for found in json.loads(said)["diagnostics"]:
        if ".test." not in found["filename"]:
            size = re.search(r"too many lines \((\d+)\)", found["message"])
            assert size is not None, found
            yield f"{found['filename']}:{found['labels'][0]['span']['line']}", int(size[1])


def tell(place: str, sizes: dict[str, int], what: str) -> None:
    under = sum(size < LONGEST_FUNCTION for size in sizes.values()) / len(sizes)
    longest = max(sizes.values())
    say(
        f"{place}: {len(sizes)} {what}, median {median(sizes.values()):g} lines, longest {longest}, {under:.0%} under 40"
        f" (learnt from: {ANCHORS[what]})"
    )
    for name, size in sorted(sizes.items(), key=lambda one: -one[1])[:TOLD]:
        say(f"  {size} {Path(name).relative_to(ROOT) if Path(name).is_absolute() else name}")


def both_ways(graph: grimp.ImportGraph) -> list[tuple[str, str]]:
    """The pairs of modules that import each other."""
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    return sorted((one, other) for one, others in imports.items() for other in others if one < other and one in imports[other])


def too_long(sizes: dict[str, int], most: int) -> list[str]:
    return [f"{name}: {size} lines" for name, size in sizes.items() if size > most]


@pytest.mark.parametrize("place", PLACES)
def test_functions_and_files_are_as_long_as_the_house_allows(place: str) -> None:
    of_files = {str(path): len(path.read_text().splitlines()) for path in files(ROOT / place)}
    of_functions = {name: size for path in files(ROOT / place) for name, size in functions(path)}
    tell(place, of_files, "files")
    tell(place, of_functions, "functions")
    longest = WITH_A_WHOLE_BODY if place == "tests" else LONGEST_FUNCTION
    assert too_long(of_functions, longest) + too_long(of_files, LONGEST_FILE) == []


def test_the_front_end_is_as_long_as_the_house_allows(tmp_path: Path) -> None:
    sources = [path for path in sorted(SOURCE.rglob("*.ts*")) if path.name != "schema.d.ts"]
    of_files = {str(path): len(path.read_text().splitlines()) for path in sources}
    of_functions = dict(components(SOURCE, tmp_path))
    tell("frontend/src", of_files, "files")
    tell("frontend/src", of_functions, "functions")
    assert too_long(of_functions, LONGEST_COMPONENT) + too_long(of_files, LONGEST_FILE) == []


def test_no_two_modules_import_each_other() -> None:
    graph = grimp.build_graph("passerelle", exclude_type_checking_imports=True)
    found = both_ways(graph)
    say(f"passerelle: {len(graph.modules)} modules, {len(found)} pairs import each other (learnt from: {ANCHORS['pairs']})")
    assert found == []


def test_two_modules_that_import_each_other_are_named() -> None:
    graph = grimp.ImportGraph()
    for one, other in (("a", "b"), ("b", "a"), ("b", "c")):
        graph.add_import(importer=one, imported=other)
    assert both_ways(graph) == [("a", "b")]


def test_a_component_that_is_too_long_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Long.tsx"
    path.write_text("export function Long() {\n" + "  call();\n" * LONGEST_COMPONENT + "}\n")
    assert too_long(dict(components(path, tmp_path)), LONGEST_COMPONENT) == [f"{path}:1: {LONGEST_COMPONENT + 2} lines"]


def test_what_is_too_long_is_named(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def short():\n    pass\n\n\ndef long():\n" + "    pass\n" * LONGEST_FUNCTION)
    assert too_long(dict(functions(path)), LONGEST_FUNCTION) == [f"{path}:5 long: {LONGEST_FUNCTION + 1} lines"]
