"""What other tables hold of interpreters, read in the same statement as they are."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef
from django.db.models.functions import JSONArray


def rows_of(model: type[Model], *columns: str, **which: object) -> ArraySubquery:
    """A column beside an interpreter: their rows of ``model``, of ``which`` only, each as the list of its ``columns``.

    Lists of JSON: dates and ids arrive as text. None instead of an empty list where ``which`` can match nothing.
    """
    own = model._default_manager.filter(interpreter=OuterRef("pk"), **which)
    return ArraySubquery(own.values_list(JSONArray(*columns)))
