"""What a screen came to show, and when: things by their versions, and days by whether somebody is free on them."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SeenDay:
    """What one answer said of a day; it was asked for at ``sent`` and came at ``at``."""

    free: bool | None
    sent: float
    at: float


@dataclass
class Shown:
    """Of one screen. All moments are of ``time.monotonic`` in this process, as are those in which acts begin."""

    versions: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    """By id: the versions that it came to show, each with when."""
    days: dict[str, list[SeenDay]] = field(default_factory=lambda: defaultdict(list))
    """By day, as the API writes it. A day has neither id nor version: it is told by what is said of it."""

    def note(self, found: Any, *, sent: float, at: float) -> None:
        """All that is in an answer, however deep."""
        if isinstance(found, list):
            for one in found:
                self.note(one, sent=sent, at=at)
        elif isinstance(found, dict):
            self._note_one(found, sent, at)
            for one in found.values():
                if isinstance(one, (list, dict)):
                    self.note(one, sent=sent, at=at)

    def _note_one(self, found: dict[str, Any], sent: float, at: float) -> None:
        if isinstance(found.get("id"), str) and isinstance(found.get("version"), int):
            versions = self.versions[found["id"]]
            if not versions or versions[-1][0] < found["version"]:
                versions.append((found["version"], at))
        if "free" in found and "day" in found:
            self.days[found["day"]].append(SeenDay(found["free"], sent, at))
