"""Which messages an interpreter can meet, told from where they are said: a new file is theirs until it is listed here.

A refusal's sentence stands in a table by its code, so what counts is where the code is used.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOR_OTHERS: Sequence[str] = (
    "agencies/",
    "bookings/api/groups.py",
    "bookings/api/sessions.py",
    "bookings/api/shifts.py",
    "bookings/api/visits.py",
    "bookings/messages/coming.py",
    "bookings/selectors/acquainted.py",
    "bookings/selectors/board.py",
    "bookings/selectors/candidates.py",
    "bookings/selectors/days.py",
    "bookings/selectors/edits.py",
    "bookings/selectors/sheet.py",
    "bookings/selectors/shifts.py",
    "bookings/selectors/visits.py",
    "bookings/services/asking.py",
    "bookings/services/asks.py",
    "bookings/services/closing.py",
    "bookings/services/days.py",
    "bookings/services/details.py",
    "bookings/services/editing.py",
    "bookings/services/moving.py",
    "bookings/services/past.py",
    "bookings/services/past_days.py",
    "bookings/services/places.py",
    "bookings/services/requests.py",
    "bookings/services/requirements.py",
    "bookings/services/travel.py",
    "bookings/services/visits.py",
    "common/management/",
    "demo/",
    "domain/eligibility/checks.py",
    "domain/geography.py",
    "domain/readiness.py",
    "domain/states/spoken_to_team.py",
    "fund/",
    "imports/",
    "interpreters/services.py",
    "journal/",
    "matching/",
)
"""Only partners, the team and supporters meet what is said here."""


@dataclass(frozen=True)
class Readers:
    """The messages said under ``source``, by who can meet them."""

    source: Path
    for_others: Sequence[str] = FOR_OTHERS

    def interpreters_meet(self, message: str, where: Iterable[str]) -> bool:
        """Whether ``message``, marked in the files ``where``, can reach an interpreter."""
        codes = self._codes_of.get(message)
        said = where if codes is None else {file for code in codes for file in self._used.get(code, ())}
        said = list(said)
        return not said or any(not file.startswith(tuple(self.for_others)) for file in said)

    @cached_property
    def _trees(self) -> dict[str, ast.Module]:
        files = (path for path in self.source.rglob("*.py") if "migrations" not in path.parts)
        return {path.relative_to(self.source).as_posix(): ast.parse(path.read_text()) for path in sorted(files)}

    @cached_property
    def _codes_of(self) -> dict[str, set[str]]:
        """The refusals' codes by their sentence."""
        found: dict[str, set[str]] = {}
        for tree in self._trees.values():
            for code, sentence in _table(tree):
                found.setdefault(sentence, set()).add(code)
        return found

    @cached_property
    def _used(self) -> dict[str, set[str]]:
        """The files that refuse with a code, the table of sentences left out."""
        found: dict[str, set[str]] = {}
        for file, tree in self._trees.items():
            if any(True for _pair in _table(tree)):
                continue
            for code in _uses(tree):
                found.setdefault(code, set()).add(file)
        return found


def _table(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each ``Code.X: _("…")`` of a dictionary."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                code, sentence = None if key is None else _code(key), _marked(value)
                if code is not None and sentence is not None:
                    yield code, sentence


def _uses(node: ast.AST) -> Iterator[str]:
    """Each code that is refused with; a set of codes only sorts them."""
    if isinstance(node, ast.Set):
        return
    if (code := _code(node)) is not None:
        yield code
    for below in ast.iter_child_nodes(node):
        yield from _uses(below)


def _code(node: ast.AST) -> str | None:
    """``X`` of ``Code.X``."""
    match node:
        case ast.Attribute(value=ast.Name(id="Code"), attr=name):
            return name
    return None


def _marked(node: ast.AST) -> str | None:
    """The sentence of ``_("…")``."""
    match node:
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(sentence))]):
            return sentence
    return None
