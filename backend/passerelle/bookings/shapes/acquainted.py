from dataclasses import dataclass
from uuid import UUID

from passerelle.domain.words import Language


@dataclass(frozen=True, slots=True)
class AcquaintedInterpreter:
    """Someone the agency worked with: a first name, and the languages they worked in for it."""

    id: UUID
    first_name: str
    languages: list[Language]


@dataclass(frozen=True, slots=True)
class AcquaintedList:
    results: list[AcquaintedInterpreter]
