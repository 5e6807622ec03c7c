"""What an app says of who acts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import BaseExpression


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Facet:
    """One field of the actor: a column beside the row of the user (``OuterRef("pk")``), and what its value is made into.

    NULL leaves the field as it is for someone of whom there is nothing to say.
    """

    column: BaseExpression
    made: Callable[[Any], Any] = _as_it_is
