"""Erasing a person: each app takes away what is theirs (settings, ``ERASING``), as the register says of each field.

What is left is rows that lead to no name: that a place was worked and paid for, that somebody decided something. The
journal holds ids alone, and is not touched. Safe to repeat, as it is after a restore (``manage.py erase --again``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from passerelle.common.transactions import in_transaction

NAMELESS = "—"
"""What stands in the place of a name, in every language."""


@dataclass(frozen=True, slots=True)
class Person:
    """By their account, by what they are as an interpreter, or by both."""

    user_id: UUID | None = None
    interpreter_id: UUID | None = None

    @property
    def accounts(self) -> list[UUID]:
        """The id of their account, or none."""
        return [self.user_id] if self.user_id else []

    @property
    def interpreters(self) -> list[UUID]:
        return [self.interpreter_id] if self.interpreter_id else []


class StillNeeded(Exception):
    """Something has to be done first; the message says what. Nothing was changed."""


type Erase = Callable[[Person, datetime], None]


def erase(person: Person, *, now: datetime) -> None:
    """Take away everything of ``person`` that the register does not say stays. All of it, or ``StillNeeded``."""
    each: list[Erase] = [import_string(path) for path in settings.ERASING]

    def work() -> None:
        for one in each:
            one(person, now)

    in_transaction(work)
