"""One line for each operation of the API: who may, who is told that they may not, and a call that works."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from tests.contract.world import EVERYONE, World


class Upload(dict[str, Any]):
    """A form with a file in the place of a body: the fields of the form, and the file's bytes."""

    def __init__(self, form: dict[str, Any], file: bytes) -> None:
        super().__init__(form)
        self.file = file

    def with_another_file(self) -> "Upload":
        return Upload(self, self.file + b" ")


class Subject(NamedTuple):
    """What a call is about: the parts of its address by their names, and a body that is well."""

    names: dict[str, Any] = {}
    body: dict[str, Any] | None = None


@dataclass(frozen=True)
class Call:
    """``operation`` as ``tests.contract.routes`` writes it.

    ``may`` are answered with ``status``; ``knows`` see the thing and are told that this is not theirs to do (403);
    everybody else gets ``elsewhere``: 404 where the thing does not exist for them, 403 where nothing is looked up.
    """

    operation: str
    may: Set[str]
    on: Callable[[World], Subject] = lambda _world: Subject()
    knows: Set[str] = frozenset()
    elsewhere: int = 404
    status: int = 200

    @property
    def method(self) -> str:
        return self.operation.partition(" ")[0]

    @property
    def address(self) -> str:
        return self.operation.partition(" ")[2]

    @property
    def writes(self) -> bool:
        return self.method != "GET"

    def expected(self, name: str) -> int:
        return self.status if name in self.may else 403 if name in self.knows else self.elsewhere

    def one_who_may(self) -> str:
        return min(self.may)

    def __str__(self) -> str:
        return self.operation


def one(row: Any, **body: Any) -> Subject:
    """A call about ``row``; ``body`` is what it takes."""
    return Subject({"pk": row.id}, body)


def open_to_all(operation: str, **more: Any) -> Call:
    """For everyone who is signed in."""
    return Call(operation, may=EVERYONE, **more)
