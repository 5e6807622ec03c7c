"""What the team sends about an import."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ColumnChoice:
    """``field`` is one of the import's ``fields``; null: the column is left out."""

    index: int
    field: str | None = None


@dataclass(frozen=True)
class Matching:
    """Columns that are not named stay as they are."""

    version: int
    columns: list[ColumnChoice] = field(default_factory=list)

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "columns": {choice.index: choice.field for choice in self.columns}}


@dataclass(frozen=True)
class Applying:
    """``skip_wrong``: rows that cannot be read are left out. Without it, nothing is imported while there are any."""

    version: int
    skip_wrong: bool = False
