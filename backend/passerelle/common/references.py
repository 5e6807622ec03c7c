"""What refers to a row: asked of every table there is, so that a table made later is not forgotten."""

from collections.abc import Collection
from typing import Any

from django.db.models import ForeignObjectRel, Model


def referred_to(model: type[Model], ids: Collection[Any], *, parts: Collection[type[Model]] = ()) -> set[Any]:
    """Those of ``ids`` that rows of other tables point at, the tables of their own ``parts`` left out. A query a relation."""
    found: set[Any] = set()
    if not ids:
        return found
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.related_model in parts:
            continue
        other: Any = relation.related_model
        name = relation.field.name
        rows = other._base_manager.filter(**{f"{name}__in": list(ids)})
        found.update(rows.values_list(name, flat=True).distinct())
    return found
