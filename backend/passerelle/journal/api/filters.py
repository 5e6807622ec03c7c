"""What the journal, and the audit, are narrowed by: the words after ``?``."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from passerelle.common.inputs import Query, query
from passerelle.domain.geography import against_zone
from passerelle.journal.selectors import Filters

_CODE = re.compile(r"[a-z_]{1,40}")
BY_TYPE = OpenApiParameter("type", str, description="Only things of this type, such as *session*.")
BY_KIND = OpenApiParameter("kind", str, description="Only changes of this kind, such as *confirmed*.")
BY_WHO = OpenApiParameter("who", UUID, description="Only what this person did.")
BY_THING = OpenApiParameter("thing", UUID, description="Only what happened to this thing.")
BY_DAY = [
    OpenApiParameter("from", date, description="On this day or later."),
    OpenApiParameter("to", date, description="On this day or earlier."),
]
FILTERS = [
    BY_TYPE,
    BY_KIND,
    BY_WHO,
    BY_THING,
    *BY_DAY,
    OpenApiParameter("zone", str, description="Where those days are reckoned, by its IANA name; UTC unless told."),
]


def read_filters(request: Request, known: Sequence[OpenApiParameter], *, zone: str = "UTC") -> Filters:
    """What is asked for in the words of ``known``; days are those of ``zone`` unless another is told."""
    asked = query(request, {one.name for one in known})
    told = asked.read("zone", _zone, _("Give a time zone such as Europe/Paris.")) or zone
    first, last = asked.day("from"), asked.day("to")
    return Filters(
        type=_code_in(asked, "type"),
        kind=_code_in(asked, "kind"),
        who=asked.uuid("who"),
        thing=asked.uuid("thing"),
        since=asked.start_of(first, told) if first else None,
        until=asked.end_of(last, told) if last else None,
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
