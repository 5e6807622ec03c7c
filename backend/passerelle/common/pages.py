"""Pages by keyset: as fast at the end as at the start, and nothing is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.serializers import ValidationError

from passerelle.common.sealed import seal, unseal

LIMIT, MOST = 50, 100
PAGING = [
    OpenApiParameter("cursor", str, description="The marker of the next page, as the last one gave it."),
    OpenApiParameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST},
        description=f"How many at most; {LIMIT} unless told.",
    ),
]
_PURPOSE = "passerelle.pages"
_DIGITS = 19
"""Of the largest number there is. Every marker has as many: its length would tell how far a log has moved."""


@dataclass(frozen=True, slots=True)
class Page[M: Model]:
    rows: list[M]
    next: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that happened ``at`` a moment; ``key`` is unique and says which of one moment came later."""

    rows: QuerySet[Any]
    key: str


def page[M: Model](rows: QuerySet[M], request: Request, *, keys: Sequence[str], descending: bool = False) -> Page[M]:
    """The page of ``rows`` that ``?cursor=`` and ``?limit=`` ask for, ordered by ``keys`` (the last one unique)."""
    limit = _limit(request)
    purpose = _purpose(rows.model, keys)
    rows = rows.order_by(*(f"-{key}" if descending else key for key in keys))
    if cursor := request.query_params.get("cursor"):
        rows = rows.filter(_after(keys, _read(cursor, len(keys), purpose), descending=descending))
    found = list(rows[: limit + 1])
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return Page(found[:limit], marker(rows.model, keys, [_value(last, key) for key in keys]) if last is not None else None)


def merged(sources: Sequence[Source], request: Request) -> Page[Any]:
    """The page of several logs read as one, the newest first: one statement for each. In one moment they follow as listed."""
    limit = _limit(request)
    purpose = ":".join([_PURPOSE, *(source.rows.model._meta.label for source in sources)])
    cursor = request.query_params.get("cursor")
    last = _read(cursor, 3, purpose) if cursor else None
    found = [one for place, source in enumerate(sources) for one in _of_source(source, place, last, limit + 1)]
    found.sort(key=lambda one: one[:3], reverse=True)
    rows = [row for *_order, row in found[:limit]]
    if len(found) <= limit:
        return Page(rows, None)
    at, place, key, _row = found[limit - 1]
    return Page(rows, seal([_plain(at), -place, key], purpose=purpose))


def _of_source(source: Source, place: int, last: list[Any] | None, most: int) -> list[tuple[Any, int, Any, Any]]:
    """What of it may be on the page, each with where it stands in the order of all: its moment, its log, its key."""
    rows = source.rows.order_by("-at", f"-{source.key}")
    if last is not None:
        rows = rows.filter(_behind(source.key, place, *last))
    return [(row.at, -place, getattr(row, source.key), row) for row in rows[:most]]


def _behind(key: str, place: int, at: str, of: int, value: int) -> Q:
    """Rows of the log at ``place`` behind the row ``value`` of the log at ``of``, which happened ``at``."""
    same = Q(at=at) if place > of else Q(at=at, **{f"{key}__lt": value}) if place == of else Q(pk__in=[])
    return Q(at__lte=at) & (Q(at__lt=at) | same)


def marker(model: type[Model], keys: Sequence[str], values: Sequence[Any]) -> str:
    """The cursor of the page behind ``values``, in a list of ``model`` by ``keys``."""
    return seal([_plain(value) for value in values], purpose=_purpose(model, keys))


def _purpose(model: type[Model], keys: Sequence[str]) -> str:
    """A marker is good for the list that gave it: another one's values would be of other types."""
    return ":".join([_PURPOSE, model._meta.label, *keys])


def _after(keys: Sequence[str], values: Sequence[Any], *, descending: bool) -> Q:
    """Rows behind ``values`` in the order of ``keys``; the first condition alone lets an index find them."""
    beyond = "lt" if descending else "gt"
    after = Q()
    for position, key in enumerate(keys):
        same = Q(**dict(zip(keys[:position], values[:position], strict=True)))
        after |= same & Q(**{f"{key}__{beyond}": values[position]})
    return Q(**{f"{keys[0]}__{beyond}e": values[0]}) & after


def _limit(request: Request) -> int:
    given = request.query_params.get("limit", str(LIMIT))
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= MOST:
        raise ValidationError({"limit": _("Give a number from 1 to 100.")})
    return int(given)


def _read(cursor: str, length: int, purpose: str) -> list[Any]:
    try:
        values = unseal(cursor, purpose=purpose)
    except ValueError:
        values = None
    if not isinstance(values, list) or len(values) != length:
        raise ValidationError({"cursor": _("This page marker is not one of ours. Start from the first page.")}) from None
    return values


def _plain(value: Any) -> str:
    if isinstance(value, int):
        return f"{value:0{_DIGITS}}"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _value(row: Model, key: str) -> Any:
    """The value of ``key`` on ``row``; ``a__b`` follows what was joined."""
    value: Any = row
    for name in key.split("__"):
        value = getattr(value, name)
    return value
