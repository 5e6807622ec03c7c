"""``/journal``: what happened, for the team."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented
from passerelle.journal.selectors import visible_lines


@dataclass(frozen=True, slots=True)
class JournalLine:
    """``actor_name`` is null where the system acted. Lines carry no number: a gap would tell of what is hidden."""

    at: datetime
    actor_name: str | None
    type: str
    id: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class JournalPage:
    results: list[JournalLine]
    next: str | None


class JournalView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_journal", JournalPage, parameters=PAGING)
    def get(self, request: Request) -> Response:
        """Who changed what and when, newest first. Nothing in it can be edited."""
        query(request, set())
        found = page(visible_lines(actor_of(request)), request, keys=("number",), descending=True)
        acting = {row.actor_id for row in found.rows if row.actor_id is not None}
        names = dict(get_user_model().objects.filter(pk__in=acting).values_list("pk", "name"))
        lines = [
            JournalLine(row.at, names.get(row.actor_id) if row.actor_id else None, row.entity, row.entity_id, row.kind)
            for row in found.rows
        ]
        return answer(JournalPage(lines, found.next))
