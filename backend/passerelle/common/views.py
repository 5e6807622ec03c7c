"""Views parse, call one service, answer. Here is the part they share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.idempotency import HEADER, once
from passerelle.common.inputs import arguments, input_of, output_of, read
from passerelle.common.permissions import actor_of
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One thing that stands in the way; ``field`` is the dotted path of the input it is about."""

    code: Code
    message: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Errors:
    """The one shape of every error. ``current`` is the newest state, where an older one was edited."""

    errors: list[ErrorLine]
    current: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty body: the act needs no more than its address."""


IDEMPOTENCY = OpenApiParameter(
    HEADER, UUID, OpenApiParameter.HEADER, description="A new UUID for each act; the same act sent again happens once."
)


def now() -> datetime:
    """The clock of requests; services are handed the time and never ask for it."""
    return datetime.now(UTC)


def documented(
    operation: str,
    shape: type,
    *,
    takes: type | None = None,
    status: int = 200,
    parameters: list[Any] | None = None,
    refuses: Sequence[int] = (),
) -> Callable[[Any], Any]:
    """Describe one operation in the OpenAPI document: what it takes, what it answers, how it refuses.

    ``refuses``: statuses beside those that every question, or every act, may be refused with.
    """
    reading = takes is None
    refusals = [400, 401, 403, 404, *refuses] if reading else [400, 401, 403, 404, 409, 412, 422]
    return extend_schema(
        operation_id=operation,
        request=None if takes is None else input_of(takes),
        parameters=[*(parameters or []), *([] if reading else [IDEMPOTENCY])],
        responses={status: output_of(shape)} | dict.fromkeys(refusals, output_of(Errors)),
    )


def answer(shape: Any) -> Response:
    return Response(shape)


def perform(request: Request, *, takes: type, act: Callable[[dict[str, Any]], Any], status: int = 200) -> HttpResponse:
    """Read the body, run ``act`` with it as keyword arguments, at most once, and answer with what it returns."""
    body = request.body  # kept by Django before the parser reads it: the fingerprint of the act needs it
    given = arguments(read(request, takes)) if body or takes is not Nothing else {}
    return once(request, lambda: act(given), status=status)


def act_on(
    *,
    operation: str,
    service: Callable[..., Any],
    key: str,
    takes: type,
    shape: type,
    show: Callable[[UUID, Actor, datetime], Any],
    show_done: Callable[[Any, Actor, datetime], Any] | None = None,
) -> type[APIView]:
    """A view for one act on one thing: ``POST /things/{id}/act`` calls ``service`` and shows the thing as it is then.

    ``show`` is given the thing's id, the actor and the time. ``show_done`` is given what the service returned instead of
    the id, where that comes with all there is to show. An edit of an older version is answered with the current one (412).
    """

    class ActView(APIView):
        @documented(operation, shape, takes=takes)
        def post(self, request: Request, pk: UUID) -> HttpResponse:
            actor, moment = actor_of(request), now()

            def act(given: dict[str, Any]) -> Any:
                done = service(**{key: pk}, **given, now=moment, actor=actor)
                return show(pk, actor, moment) if show_done is None else show_done(done, actor, moment)

            try:
                return perform(request, takes=takes, act=act)
            except Stale as stale:
                stale.current = show(pk, actor, moment)
                raise

    ActView.__name__ = "".join(part.title() for part in operation.split("_")) + "View"
    ActView.__doc__ = service.__doc__
    return ActView
