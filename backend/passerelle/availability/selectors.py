"""When interpreters are free, for any number of them and of days: three queries."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.domain.availability import Freedom, freedom_on


class FreeDays:
    """What these interpreters said for these days."""

    def __init__(self, interpreter_ids: Collection[UUID], days: Collection[date]) -> None:
        said = FreeDay.objects.filter(interpreter__in=interpreter_ids, day__in=days)
        self._said = {(row.interpreter_id, row.day): row.free for row in said}
        self._usually: dict[UUID, dict[int, bool]] = defaultdict(dict)
        for row in UsualDay.objects.filter(interpreter__in=interpreter_ids):
            self._usually[row.interpreter_id][row.weekday] = row.free
        self._breaks = dict(Break.objects.filter(interpreter__in=interpreter_ids).values_list("interpreter_id", "until"))

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
