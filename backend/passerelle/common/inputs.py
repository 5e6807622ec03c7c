"""Reading what was sent: strict, whole, every problem at once with the path of its field."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework_dataclasses.serializers import DataclassSerializer

from passerelle.common.language import say
from passerelle.domain.refusals import MESSAGES, Code, refuse

PAGE_WORDS = frozenset({"cursor", "limit"})
_WITH_OFFSET = re.compile(r"(?:[zZ]|[+-]\d{2}:\d{2})$")
_YEARS = range(1900, 2200)
"""Days of other years are nothing that anybody means; the first and the last there are cannot be reckoned with."""
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"


class ClockField(serializers.TimeField):
    """An hour as a clock on the wall shows it: an offset would be lost, and nobody meets at a fraction of a second."""

    def to_internal_value(self, value: Any) -> time:
        if not isinstance(value, str) or not re.fullmatch(CLOCK, value, re.ASCII):
            raise serializers.ValidationError(_("This is not a time that exists."))
        return time.fromisoformat(value)


class OffsetDateTimeField(serializers.DateTimeField):
    """A time with an offset. Without one it could be any of two dozen moments, or none (in a skipped hour).

    What is read is in UTC: PostgreSQL knows no offset of sixteen hours and more.
    """

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str) or not _WITH_OFFSET.search(value):
            raise serializers.ValidationError(_("Give a time with its offset, such as 2026-11-27T10:00:00+01:00."))
        try:
            found = parse_datetime(value)
            moment = found.astimezone(UTC) if found is not None and found.tzinfo is not None else None
        except (ValueError, OverflowError):  # the first and the last hours of all years are none in UTC
            moment = None
        if moment is None or moment.year not in _YEARS:
            raise serializers.ValidationError(_("This is not a time that exists."))
        return moment


class DayField(serializers.DateField):
    """A day of the years that people mean."""

    def to_internal_value(self, value: Any) -> date:
        found: date = super().to_internal_value(value)
        if found.year not in _YEARS:
            raise serializers.ValidationError(_("Give a day such as 2026-11-27."))
        return found


class Input(DataclassSerializer[Any]):
    # A body read into a dataclass. A field nobody knows is refused, not ignored: a typo must not lose an answer.
    # (A comment, since a docstring here would stand in the OpenAPI document under every body.)
    __doc__ = DataclassSerializer.__doc__

    serializer_field_mapping = {
        **DataclassSerializer.serializer_field_mapping,
        date: DayField,
        datetime: OffsetDateTimeField,
        time: ClockField,
    }

    def get_extra_kwargs(self) -> dict[str, Any]:
        """The bounds of each field stand on the dataclass itself, so that they hold where it is nested too."""
        limits: dict[str, Any] = getattr(self.dataclass_definition.dataclass_type, "LIMITS", {})
        return {name: dict(options) for name, options in limits.items()}

    def build_dataclass_field(self, *args: Any, **kwargs: Any) -> Any:
        built, options = super().build_dataclass_field(*args, **kwargs)
        return (Input if built is DataclassSerializer else built), options

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            error = serializers.ErrorDetail(say(MESSAGES[Code.NOT_AN_OBJECT]), code=Code.NOT_AN_OBJECT)
            raise serializers.ValidationError({api_settings.NON_FIELD_ERRORS_KEY: [error]})
        if unknown := sorted(set(data) - set(self.fields)):
            message = _("There is no such field.")
            error = serializers.ErrorDetail(message, code=Code.UNKNOWN_FIELD)
            raise serializers.ValidationError({str(name): [error] for name in unknown})
        return super().to_internal_value(data)


@cache
def input_of(dataclass: type) -> type[Input]:
    """The serializer that reads ``dataclass``."""
    meta = type("Meta", (), {"dataclass": dataclass})
    made = type(f"{dataclass.__name__}Input", (Input,), {"Meta": meta, "__doc__": dataclass.__doc__})
    return cast("type[Input]", made)


@cache
def output_of(dataclass: type) -> type[DataclassSerializer[Any]]:
    """The serializer that describes ``dataclass`` in the OpenAPI document; rendering does not pass through it."""
    meta = type("Meta", (), {"dataclass": dataclass})
    made = type(f"{dataclass.__name__}Output", (DataclassSerializer,), {"Meta": meta})
    return cast("type[DataclassSerializer[Any]]", made)


def read[T](request: Request, dataclass: type[T]) -> T:
    """The body of ``request`` as ``dataclass``; ``ValidationError`` with every problem."""
    reader: Any = dataclass
    if request.data is None:  # "null", which is not the same as nothing sent
        raise refuse(Code.NOT_AN_OBJECT)
    body = input_of(reader)(data=request.data)
    body.is_valid(raise_exception=True)
    return cast("T", body.validated_data)


def arguments(given: Any) -> dict[str, Any]:
    """What was read, as the keyword arguments of a service."""
    if hasattr(given, "arguments"):
        return cast("dict[str, Any]", given.arguments())
    return {item.name: getattr(given, item.name) for item in fields(given)} if is_dataclass(given) else {}


LONGEST_SEARCH = 60


class Query:
    """The words after ``?``, each read into what it must be; a wrong one is named in a ``ValidationError``."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given

    def uuid(self, name: str) -> UUID | None:
        return self.read(name, UUID, _("Give an id."))

    def day(self, name: str) -> date | None:
        return self.read(name, _day_of, _("Give a day such as 2026-11-27."))

    def words[E: StrEnum](self, name: str, enum: type[E]) -> list[E]:
        """Several values of ``enum``, separated by commas."""
        known = _("Known are: %(words)s.") % {"words": ", ".join(enum)}
        return self.read(name, lambda text: [enum(word) for word in text.split(",")], known) or []

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """One of ``allowed``; the first unless told."""
        known = _("Known are: %(words)s.") % {"words": ", ".join(allowed)}
        return self.read(name, lambda text: allowed[allowed.index(text)], known) or allowed[0]

    def search(self) -> str:
        """A piece of a name, as it was typed; empty where nothing is looked for."""
        return self._given.get("search", "").strip()[:LONGEST_SEARCH]

    @staticmethod
    def start_of(day: date, zone: str = "UTC") -> datetime:
        return datetime.combine(day, time.min, ZoneInfo(zone))

    @staticmethod
    def end_of(day: date, zone: str = "UTC") -> datetime:
        """The end of ``day``; the last day there is ends with itself."""
        return datetime.combine(day, time.max, ZoneInfo(zone))

    def read[V](self, name: str, parse: Callable[[str], V], problem: str) -> V | None:
        """What ``parse`` makes of the word; ``problem`` where it raises ``ValueError``, None where nothing is given."""
        text = self._given.get(name)
        if not text:
            return None
        try:
            return parse(text)
        except ValueError:
            raise serializers.ValidationError({name: problem}) from None


def query(request: Request, known: Set[str]) -> Query:
    """What follows ``?``, when nothing but ``known`` words and those of paging are used."""
    if unknown := set(request.query_params) - known - PAGE_WORDS:
        error = serializers.ErrorDetail(_("There is no such field."), code=Code.UNKNOWN_FIELD)
        raise serializers.ValidationError({name: [error] for name in sorted(unknown)})
    if unreadable := [name for name, text in request.query_params.items() if "\0" in text]:
        raise serializers.ValidationError(dict.fromkeys(sorted(unreadable), _("There is a character in this that is no text.")))
    return Query(request.query_params)


def _day_of(text: str) -> date:
    found = date.fromisoformat(text)
    if found.year not in _YEARS:
        raise ValueError(text)
    return found
