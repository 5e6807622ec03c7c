"""Interpreters a partner has worked with: by first name, and in which languages."""

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from passerelle.agencies.models import Group
from passerelle.agencies.selectors import visible_groups
from passerelle.bookings.models import Shift
from passerelle.bookings.shapes.acquainted import AcquaintedInterpreter, AcquaintedList
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter


def worked_with(agency_id: UUID) -> QuerySet[Interpreter]:
    """Who still takes bookings, with when they last worked for the agency: by language, null where they never did.

    Each is the first row of an index, group by group, so that it costs the same however long they have known each other.
    """
    last: dict[str, Any] = {language: _last(agency_id, language) for language in Language}
    return Interpreter.objects.filter(active=True).annotate(**last)


def _last(agency_id: UUID, language: Language) -> Subquery:
    place = Shift.objects.filter(
        group=OuterRef("pk"), holder=OuterRef(OuterRef("pk")), language=language, state=ShiftState.WORKED
    )
    groups = Group.objects.filter(agency=agency_id).annotate(at=Subquery(place.order_by("-block").values("block")[:1]))
    return Subquery(groups.filter(at__isnull=False).order_by("-at").values("at")[:1])


def languages_with(agency_id: UUID, interpreter_id: UUID) -> set[Language]:
    """In which an interpreter worked for the agency; empty where it does not know them."""
    row = worked_with(agency_id).filter(pk=interpreter_id).values(*Language).first() or {}
    return {Language(language) for language, last in row.items() if last is not None}


def acquainted(group_id: UUID, actor: Actor) -> AcquaintedList:
    """Whom the agency of a group may name in a request, whoever came last first. Raises ``Missing``.

    Only what the agency has seen: languages are those they worked in for it.
    """
    group = visible_groups(actor).filter(pk=group_id).first()
    if group is None:
        raise Missing(problem(Code.NOT_FOUND))
    found = []
    for row in worked_with(group.agency_id).values("id", "first_name", *Language):
        last = {language: row[language].lower for language in Language if row[language] is not None}
        if last:
            found.append((max(last.values()), AcquaintedInterpreter(row["id"], row["first_name"], sorted(last))))
    found.sort(key=lambda one: (-one[0].timestamp(), one[1].first_name))
    return AcquaintedList([one for _last, one in found])
