"""How a place stands, and what of it others read: what must be told follows from two of these, before and after."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.domain.states.shift import LIVE, WITH_HOLDER, ShiftState

SURE = frozenset({ShiftState.CONFIRMED, ShiftState.WORKED})
"""States in which a partner reads who holds the place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a place, who holds it, and for whom it is kept until when (first refusal)."""

    state: ShiftState
    holder_id: UUID | None = None
    kept_for: UUID | None = None
    kept_until: datetime | None = None

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def cover(self) -> tuple[bool, bool, UUID | None]:
        """What a partner reads of it: whether it counts, whether somebody said yes, and who it is once that is certain."""
        return (
            self.state is not ShiftState.CANCELLED,
            self.state in WITH_HOLDER,
            self.holder_id if self.state in SURE else None,
        )

    @property
    def counts(self) -> tuple[bool, bool]:
        """What a day counts of it: a place, and an open one."""
        return self.is_live, self.state is ShiftState.OPEN

    def is_free_for(self, interpreter_id: UUID, now: datetime) -> bool:
        """Whether they could say yes to it, as far as the place goes."""
        kept = self.kept_for is not None and self.kept_until is not None and self.kept_until > now
        return self.state is ShiftState.OPEN and (not kept or self.kept_for == interpreter_id)
