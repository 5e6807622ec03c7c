"""What the API answered, counted by operation; what was wrong, kept in words."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from schemathesis import Case, Response


@dataclass
class Account:
    """``answered`` has, for each operation of the document, how often it answered with each status."""

    operations: tuple[str, ...]
    answered: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)
    """How each answer that breaks the document, and each fault of ours, was got and what is wrong with it."""

    def note(self, case: Case[Any], answer: Response) -> None:
        self.answered[case.operation.label][answer.status_code] += 1

    @property
    def requests(self) -> int:
        return sum(found.total() for found in self.answered.values())

    @property
    def faults(self) -> int:
        """Answers of 500 and above."""
        return sum(times for found in self.answered.values() for status, times in found.items() if status >= 500)

    @property
    def never_well(self) -> list[str]:
        """Operations that were never answered with a status of 2xx."""
        return [name for name in self.operations if not self.well(name)]

    def well(self, operation: str) -> int:
        """How often ``operation`` was answered with a status of 2xx."""
        return sum(times for status, times in self.answered[operation].items() if 200 <= status < 300)

    @property
    def all_well(self) -> int:
        """How many answers had a status of 2xx."""
        return sum(self.well(name) for name in self.operations)
