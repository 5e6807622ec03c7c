"""How long the way takes: minutes between areas, the same both ways."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

WITHIN_AN_AREA = 15
"""Minutes between two places of one area, where nobody has measured them."""
MOST_MINUTES = 600
"""The longest way the table holds. Longer than that, two places are not worked on one day."""
MOST_TRAVEL = timedelta(minutes=MOST_MINUTES)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where someone has to be in person. A remote session has none."""

    site_id: UUID
    area: str


@dataclass(frozen=True, slots=True)
class Routes:
    """The table of minutes. A pair stands in it once, in either order."""

    table: Mapping[frozenset[str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[tuple[str, str, int]]) -> "Routes":
        return cls({frozenset({one, other}): minutes for one, other, minutes in lines})

    def minutes(self, one: str, other: str) -> int | None:
        """Minutes from area to area; None where nobody has said."""
        return WITHIN_AN_AREA if one == other else self.table.get(frozenset({one, other}))

    def between(self, one: Stop, other: Stop) -> int | None:
        """Minutes from place to place; none are needed to stay where one is."""
        return 0 if one.site_id == other.site_id else self.minutes(one.area, other.area)
