"""``/audit``: what changed, and who came, looked or was refused, as one log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.accesses import note_read
from passerelle.common.inputs import Query
from passerelle.common.models import AccessEntry
from passerelle.common.pages import PAGING, Source, merged
from passerelle.common.permissions import AuditorOnly, actor_of
from passerelle.common.views import answer, documented
from passerelle.domain.accesses import AccessKind, Logged
from passerelle.journal.api.filters import BY_DAY, BY_KIND, BY_THING, BY_WHO, read_filters
from passerelle.journal.audit import narrowed, visible_accesses
from passerelle.journal.models import Change
from passerelle.journal.names import ThingName, names_of
from passerelle.journal.selectors import WITHHELD, visible_lines

ZONE = "Europe/London"
"""Where the charity is, and reckons its days unless told otherwise."""
SHOW = ("all", "changes", "accesses")
FILTERS = [
    OpenApiParameter("show", str, enum=list(SHOW), description="Both unless told."),
    BY_KIND,
    BY_WHO,
    BY_THING,
    *BY_DAY,
    OpenApiParameter("zone", str, description=f"Where those days are reckoned, by its IANA name; {ZONE} unless told."),
]


@dataclass(frozen=True, slots=True)
class AuditLine:
    """``actor_name`` is null where the system acted, where nobody's account was met, and where someone said no.

    ``type`` and ``id`` are of the thing, where there is one. ``act`` is the address that refused, as the API writes it.
    ``thing`` is what it is called, for what the reader may read: never of what somebody was refused.
    """

    at: datetime
    logged: Logged
    kind: str
    actor: UUID | None
    actor_name: str | None
    type: str
    id: UUID | None
    act: str
    thing: ThingName | None


@dataclass(frozen=True, slots=True)
class AuditPage:
    results: list[AuditLine]
    next: str | None


class AuditView(APIView):
    permission_classes = [AuditorOnly]

    @documented("list_audit", AuditPage, parameters=[*FILTERS, *PAGING])
    def get(self, request: Request) -> Response:
        """What changed, and who came, looked or was refused, the newest first. Nothing in it can be edited."""
        filters = read_filters(request, FILTERS, zone=ZONE)
        show, actor = Query(request.query_params).choice("show", SHOW), actor_of(request)
        note_read(request, AccessKind.AUDIT)  # before it: who looks here is in it, too
        sources = {
            "accesses": Source(narrowed(visible_accesses(actor), filters), "id"),
            "changes": Source(visible_lines(actor, filters), "number"),
        }
        found = merged([source for name, source in sources.items() if show in ("all", name)], request)
        return answer(AuditPage(_lines(found.rows), found.next))


def _lines(rows: Sequence[Change | AccessEntry]) -> list[AuditLine]:
    acting = {actor for row in rows if (actor := _who(row)) is not None}
    names = dict(get_user_model().objects.filter(pk__in=acting).values_list("pk", "name"))
    about = {(kind, thing) for row in rows for kind, thing in [_what(row)] if kind and thing is not None}
    things = names_of(about)
    return [_line(row, names, things) for row in rows]


def _who(row: Change | AccessEntry) -> UUID | None:
    """Who said no is nobody's to look up."""
    return None if isinstance(row, Change) and row.kind in WITHHELD else row.actor_id


def _what(row: Change | AccessEntry) -> tuple[str, UUID | None]:
    return (row.entity, row.entity_id) if isinstance(row, Change) else (row.record_type, row.record_id)


def _line(row: Change | AccessEntry, names: Mapping[UUID, str], things: Mapping[UUID, ThingName]) -> AuditLine:
    actor, (kind, thing) = _who(row), _what(row)
    return AuditLine(
        at=row.at,
        logged=Logged.CHANGE if isinstance(row, Change) else Logged.ACCESS,
        kind=row.kind,
        actor=actor,
        actor_name=names.get(actor) if actor is not None else None,
        type=kind,
        id=thing,
        act=row.act if isinstance(row, AccessEntry) else "",
        thing=things.get(thing) if kind and thing is not None else None,
    )
