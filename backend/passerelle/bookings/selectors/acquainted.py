"""Interpreters a partner has worked with: by first name, and in which languages."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from passerelle.agencies.selectors import visible_groups
from passerelle.bookings.models import Shift
from passerelle.bookings.shapes.acquainted import AcquaintedInterpreter, AcquaintedList
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language


def worked_with(agency_id: UUID) -> QuerySet[Shift]:
    """Places of the agency's sessions that somebody worked, and who still takes bookings."""
    return Shift.objects.filter(session__agency=agency_id, state=ShiftState.WORKED, holder__active=True)


def acquainted(group_id: UUID, actor: Actor) -> AcquaintedList:
    """Whom the agency of a group may name in a request, whoever came last first. Raises ``Missing``.

    Only what the agency has seen: languages are those they worked in for it.
    """
    group = visible_groups(actor).filter(pk=group_id).first()
    if group is None:
        raise Missing(problem(Code.NOT_FOUND))
    rows = worked_with(group.agency_id).values_list("holder_id", "holder__first_name", "language", "session__starts_at")
    names: dict[UUID, str] = {}
    languages: dict[UUID, set[Language]] = {}
    last: dict[UUID, datetime] = {}
    for holder_id, first_name, language, starts_at in rows.order_by("session__starts_at"):
        if holder_id is not None and first_name is not None:
            names[holder_id], last[holder_id] = first_name, starts_at
            languages.setdefault(holder_id, set()).add(Language(language))
    ordered = sorted(names, key=lambda pk: (-last[pk].timestamp(), names[pk]))
    return AcquaintedList([AcquaintedInterpreter(pk, names[pk], sorted(languages[pk])) for pk in ordered])
