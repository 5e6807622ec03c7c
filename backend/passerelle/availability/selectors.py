"""When interpreters are free, for any number of them and of days: one query."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from passerelle.availability.models import FreeDay, UsualDay
from passerelle.domain.availability import Freedom, freedom_on
from passerelle.interpreters.beside import rows_of
from passerelle.interpreters.models import Interpreter


class FreeDays:
    """What these interpreters said for these days; with ``recorded_by``, only what that person of the team recorded."""

    def __init__(self, interpreter_ids: Collection[UUID], days: Collection[date], *, recorded_by: UUID | None = None) -> None:
        by: dict[str, UUID] = {} if recorded_by is None else {"recorded_by": recorded_by}
        self._said: dict[tuple[UUID, date], bool] = {}
        self._usually: dict[UUID, dict[int, bool]] = defaultdict(dict)
        self._breaks: dict[UUID, date | None] = {}
        rows = Interpreter.objects.filter(pk__in=interpreter_ids).values_list(
            "id",
            rows_of(FreeDay, "day", "free", day__in=days, **by),
            rows_of(UsualDay, "weekday", "free", **by),
            "on_break__until",
        )
        for pk, said, usually, break_until in rows.order_by():
            self._said |= {(pk, date.fromisoformat(day)): free for day, free in said or ()}
            self._usually[pk] = dict(usually)
            self._breaks[pk] = break_until

    def said(self, interpreter_id: UUID, day: date) -> bool | None:
        """The answer for that very day."""
        return self._said.get((interpreter_id, day))

    def usually(self, interpreter_id: UUID) -> dict[int, bool]:
        return self._usually[interpreter_id]

    def on(self, interpreter_id: UUID, day: date) -> Freedom:
        return freedom_on(day, said=self.said(interpreter_id, day), usually=self.usually(interpreter_id))

    def break_until(self, interpreter_id: UUID) -> date | None:
        """The last day of a break, also of one that is over."""
        return self._breaks.get(interpreter_id)
