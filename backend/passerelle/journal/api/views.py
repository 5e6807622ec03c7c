"""``/journal``: what happened, for the team."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.inputs import Query, query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented
from passerelle.domain.geography import against_zone
from passerelle.journal.models import Change
from passerelle.journal.names import ThingName, names_of
from passerelle.journal.selectors import WITHHELD, Filters, visible_lines

_CODE = re.compile(r"[a-z_]{1,40}")
FILTERS = [
    OpenApiParameter("type", str, description="Only things of this type, such as *session*."),
    OpenApiParameter("kind", str, description="Only changes of this kind, such as *confirmed*."),
    OpenApiParameter("who", UUID, description="Only what this person did."),
    OpenApiParameter("thing", UUID, description="Only what happened to this thing."),
    OpenApiParameter("from", date, description="On this day or later."),
    OpenApiParameter("to", date, description="On this day or earlier."),
    OpenApiParameter("zone", str, description="Where those days are reckoned, by its IANA name; UTC unless told."),
]


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
        found = page(visible_lines(actor_of(request), _filters(request)), request, keys=("at", "number"), descending=True)
        acting = {row.actor_id for row in found.rows if row.actor_id is not None}
        names = dict(get_user_model().objects.filter(pk__in=acting).values_list("pk", "name"))
        things = names_of((row.entity, row.entity_id) for row in found.rows)
        return answer(JournalPage([_line(row, names, things) for row in found.rows], found.next))


def _filters(request: Request) -> Filters:
    asked = query(request, {"type", "kind", "who", "thing", "from", "to", "zone"})
    zone, first, last = (
        asked.read("zone", _zone, _("Give a time zone such as Europe/Paris.")) or "UTC",
        asked.day("from"),
        asked.day("to"),
    )
    return Filters(
        type=_code_in(asked, "type"),
        kind=_code_in(asked, "kind"),
        who=asked.uuid("who"),
        thing=asked.uuid("thing"),
        since=asked.start_of(first, zone) if first else None,
        until=asked.end_of(last, zone) if last else None,
    )


def _code_in(asked: Query, name: str) -> str:
    return asked.read(name, _code, _("Give a code of small letters, such as mode_changed.")) or ""


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise ValueError(text)
    return text


def _zone(name: str) -> str:
    if against_zone(name, at="zone"):
        raise ValueError(name)
    return name


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
