"""Reading what was sent: strict, whole, every problem at once with the path of its field."""

import re
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, cast

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework_dataclasses.serializers import DataclassSerializer

from passerelle.domain.refusals import Code

_WITH_OFFSET = re.compile(r"(?:[zZ]|[+-]\d{2}:\d{2})$")


class OffsetDateTimeField(serializers.DateTimeField):
    """A time with an offset. Without one it could be any of two dozen moments, or none (in a skipped hour)."""

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str) or not _WITH_OFFSET.search(value):
            raise serializers.ValidationError(_("Give a time with its offset, such as 2026-11-27T10:00:00+01:00."))
        try:
            found = parse_datetime(value)
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            raise serializers.ValidationError(_("This is not a time that exists."))
        return found


class Input(DataclassSerializer[Any]):
    """A body read into a dataclass. A field nobody knows is refused, not ignored: a typo must not lose an answer."""

    serializer_field_mapping = {**DataclassSerializer.serializer_field_mapping, datetime: OffsetDateTimeField}

    def build_dataclass_field(self, *args: Any, **kwargs: Any) -> Any:
        built, options = super().build_dataclass_field(*args, **kwargs)
        return (Input if built is DataclassSerializer else built), options

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            message = _("There is no such field.")
            error = serializers.ErrorDetail(message, code=Code.UNKNOWN_FIELD)
            raise serializers.ValidationError({str(name): [error] for name in unknown})
        return super().to_internal_value(data)


@cache
def input_of(dataclass: type) -> type[Input]:
    """The serializer that reads ``dataclass``."""
    options = {"dataclass": dataclass, "extra_kwargs": getattr(dataclass, "LIMITS", {})}
    return cast("type[Input]", type(f"{dataclass.__name__}Input", (Input,), {"Meta": type("Meta", (), options)}))


@cache
def output_of(dataclass: type) -> type[DataclassSerializer[Any]]:
    """The serializer that describes ``dataclass`` in the OpenAPI document; rendering does not pass through it."""
    meta = type("Meta", (), {"dataclass": dataclass})
    made = type(f"{dataclass.__name__}Output", (DataclassSerializer,), {"Meta": meta})
    return cast("type[DataclassSerializer[Any]]", made)


def read[T](request: Request, dataclass: type[T]) -> T:
    """The body of ``request`` as ``dataclass``; ``ValidationError`` with every problem."""
    reader: Any = dataclass
    body = input_of(reader)(data=request.data)
    body.is_valid(raise_exception=True)
    return cast("T", body.validated_data)


def arguments(given: Any) -> dict[str, Any]:
    """What was read, as the keyword arguments of a service."""
    if hasattr(given, "arguments"):
        return cast("dict[str, Any]", given.arguments())
    return {item.name: getattr(given, item.name) for item in fields(given)} if is_dataclass(given) else {}
