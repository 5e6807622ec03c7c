"""What a screen came to show of days and places, and when: by what its answers say, since no version tells of all of it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """What one answer said; it was asked for at ``sent`` and came at ``at``."""

    so: bool | None
    sent: float
    at: float


@dataclass
class Shown:
    """Of one screen. All moments are of ``time.monotonic`` in this process, as are those in which acts begin."""

    seen: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    """By a day, as the API writes it: whether somebody is free. By a session: whether its place is somebody's.

    By an offer: whether nobody can say yes to it any more.
    """

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
        match found:
            case {"day": str() as which, "free": so}:
                self.seen[which].append(Seen(so, sent, at))
            case {"id": str() as which, "cover": {"filled": int() as filled}}:
                self.seen[which].append(Seen(filled > 0, sent, at))
            case {"id": str() as which, "asked_at": _, "allowed_actions": [*may]}:
                self.seen[which].append(Seen("accept" not in may, sent, at))
