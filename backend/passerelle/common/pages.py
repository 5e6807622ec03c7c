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


@dataclass(frozen=True, slots=True)
class Page[M: Model]:
    rows: list[M]
    next: str | None


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


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | str) else (value.isoformat() if hasattr(value, "isoformat") else str(value))


def _value(row: Model, key: str) -> Any:
    """The value of ``key`` on ``row``; ``a__b`` follows what was joined."""
    value: Any = row
    for name in key.split("__"):
        value = getattr(value, name)
    return value
