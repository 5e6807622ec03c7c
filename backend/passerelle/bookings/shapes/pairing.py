from dataclasses import dataclass
from uuid import UUID

from passerelle.bookings.shapes.common import Named


@dataclass(frozen=True, slots=True)
class PairingView:
    """An interpreter and a group (or, without one, all of a partner's) that the reader does not want together."""

    id: UUID
    interpreter: Named
    group: Named | None
    agency: Named | None


@dataclass(frozen=True, slots=True)
class PairingList:
    results: list[PairingView]


@dataclass(frozen=True, slots=True)
class PairingChoices:
    groups: list[Named]
    agencies: list[Named]
