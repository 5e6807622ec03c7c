"""When interpreters are free, for any number of them and of days: one query."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
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
        self._noted: dict[tuple[UUID, date | int | None], datetime] = {}
        rows = Interpreter.objects.filter(pk__in=interpreter_ids).values_list(
            "id",
            rows_of(FreeDay, "day", "free", "recorded_at", day__in=days, **by),
            rows_of(UsualDay, "weekday", "free", "recorded_at", **by),
            "on_break__until",
            "on_break__recorded_at",
        )
        for pk, said, usually, break_until, break_noted in rows.order_by():
            days_said = [(date.fromisoformat(day), free, at) for day, free, at in said or ()]
            self._said |= {(pk, day): free for day, free, _at in days_said}
            self._usually[pk] = {weekday: free for weekday, free, _at in usually}
            self._breaks[pk] = break_until
            noted = {(pk, of): datetime.fromisoformat(at) for of, _free, at in (*days_said, *usually) if at is not None}
            self._noted |= noted if break_noted is None else {**noted, (pk, None): break_noted}

    def said(self, interpreter_id: UUID, day: date) -> bool | None:
        """The answer for that very day."""
        return self._said.get((interpreter_id, day))

    def usually(self, interpreter_id: UUID) -> dict[int, bool]:
        return self._usually[interpreter_id]

    def on(self, interpreter_id: UUID, day: date) -> Freedom:
        return freedom_on(day, said=self.said(interpreter_id, day), usually=self.usually(interpreter_id))

    def noted_at(self, interpreter_id: UUID, of: date | int | None) -> datetime | None:
        """When somebody of the team recorded it, of a day, of a day of the week, or (None) of the break."""
        return self._noted.get((interpreter_id, of))

    def break_until(self, interpreter_id: UUID) -> date | None:
        """The last day of a break, also of one that is over."""
        return self._breaks.get(interpreter_id)
