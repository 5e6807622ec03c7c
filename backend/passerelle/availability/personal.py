"""The register of when an interpreter can work, and of who of the team was told it by phone."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.common.register import Rows, Table
from passerelle.domain.personal import Basis, Erasing, Kept, Personal, Plain, Purpose, Reader, Whom, fields, readers

_SAID = Personal(
    about=Whom.INTERPRETER,
    purpose=Purpose.MATCH,
    basis=Basis.AGREEMENT,
    kept=Kept.DAYS,
    seen_by=readers(Reader.SELF, Reader.WRITER),
    erasing=Erasing.DELETED,
    exported=True,
)
_USUAL = replace(_SAID, kept=Kept.ACCOUNT)
_BREAK = replace(_SAID, seen_by=readers(Reader.SELF, Reader.TEAM))
_RECORDER = replace(
    _SAID, about=Whom.TEAM, purpose=Purpose.TRACE, seen_by=readers(Reader.WRITER), erasing=Erasing.NAMELESS, exported=False
)


def _own(model: type[Model], order: str) -> Rows:
    def rows(user_id: UUID) -> QuerySet[Any]:
        return model._default_manager.filter(interpreter__user=user_id).order_by(order)

    return rows


REGISTER = (
    Table(
        "availability.FreeDay",
        fields(Plain.ROW, "id", "version")
        | fields(replace(_SAID, exported=False), "interpreter")
        | fields(_SAID, "day", "free", "recorded_at")
        | fields(_RECORDER, "recorded_by"),
        own=_own(FreeDay, "day"),
    ),
    Table(
        "availability.UsualDay",
        fields(Plain.ROW, "id", "version")
        | fields(replace(_USUAL, exported=False), "interpreter")
        | fields(_USUAL, "weekday", "free", "recorded_at")
        | fields(replace(_RECORDER, kept=Kept.ACCOUNT), "recorded_by"),
        own=_own(UsualDay, "weekday"),
    ),
    Table(
        "availability.Break",
        fields(Plain.ROW, "id", "version")
        | fields(replace(_BREAK, exported=False), "interpreter")
        | fields(_BREAK, "until", "recorded_at"),
        own=_own(Break, "until"),
    ),
)
