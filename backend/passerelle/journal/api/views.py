"""``/journal``: what happened, for the team."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented
from passerelle.journal.api.filters import FILTERS, read_filters
from passerelle.journal.models import Change
from passerelle.journal.names import ThingName, names_of
from passerelle.journal.selectors import WITHHELD, visible_lines


@dataclass(frozen=True, slots=True)
class JournalLine:
    """``actor_name`` is null where the system acted, and where someone said no: who did is nobody's to look up.

    Lines carry no number: a gap would tell of what is hidden.
    """

    at: datetime
    actor: UUID | None
    actor_name: str | None
    type: str
    id: UUID
    kind: str
    thing: ThingName | None


@dataclass(frozen=True, slots=True)
class JournalPage:
    results: list[JournalLine]
    next: str | None


class JournalView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_journal", JournalPage, parameters=[*FILTERS, *PAGING])
    def get(self, request: Request) -> Response:
        """Who changed what and when, newest first. Nothing in it can be edited."""
        # By time first, so that days long ago are found at once; the number orders what happened in one moment.
        rows = visible_lines(actor_of(request), read_filters(request, FILTERS))
        found = page(rows, request, keys=("at", "number"), descending=True)
        acting = {row.actor_id for row in found.rows if row.actor_id is not None}
        names = dict(get_user_model().objects.filter(pk__in=acting).values_list("pk", "name"))
        things = names_of((row.entity, row.entity_id) for row in found.rows)
        return answer(JournalPage([_line(row, names, things) for row in found.rows], found.next))


def _line(row: Change, names: dict[UUID, str], things: dict[UUID, ThingName]) -> JournalLine:
    actor = None if row.kind in WITHHELD else row.actor_id
    return JournalLine(
        at=row.at,
        actor=actor,
        actor_name=names.get(actor) if actor is not None else None,
        type=row.entity,
        id=row.entity_id,
        kind=row.kind,
        thing=things.get(row.entity_id),
    )
