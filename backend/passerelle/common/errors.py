"""One shape for every error: ``{errors: [{code, message, field?}], current?}``, in the reader's language."""

import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import IntegrityError, OperationalError
from django.http import Http404
from psycopg import errors as pg
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import APIView, set_rollback

from passerelle.common.accesses import note_refusal
from passerelle.common.language import say
from passerelle.common.transactions import is_lost_race
from passerelle.domain.refusals import Code, Forbidden, Missing, Problem, Refusal, Stale, problem, refuse

logger = logging.getLogger(__name__)

INPUT_CODES = frozenset(
    {
        Code.INVALID,
        Code.UNKNOWN_FIELD,
        Code.UNREADABLE,
        Code.NOT_AN_OBJECT,
        Code.IN_THE_PAST,
        Code.IN_THE_FUTURE,
        Code.ENDS_BEFORE_IT_STARTS,
        Code.EXPIRES_BEFORE_SEEN,
        Code.WRONG_DAY,
        Code.PHONE_IN_TEXT,
        Code.EMAIL_IN_TEXT,
        Code.DOCUMENT_IN_TEXT,
        Code.BIRTH_IN_TEXT,
        Code.EMPTY,
        Code.TOO_LONG,
        Code.EMAIL_WRONG,
        Code.ZONE_UNKNOWN,
        Code.COUNTRY_UNKNOWN,
        Code.LOCALE_UNKNOWN,
        Code.VARIETY_OF_ANOTHER,
        Code.VARIETY_NOT_SAID,
        Code.NAMED_MISSING,
        Code.NAMED_UNKNOWN,
        Code.NAMED_OTHER_LANGUAGE,
        Code.NOT_A_MEMBER,
        Code.PHONE_WRONG,
        Code.BREAK_TOO_LONG,
        Code.DAY_TOO_FAR,
        Code.SESSION_TOO_LONG,
        Code.AREA_UNKNOWN,
        Code.SAME_AREA,
        Code.OVER_THE_LIMIT,
        Code.ONE_OF_BOTH,
        Code.FILE_EMPTY,
        Code.FILE_TOO_LARGE,
        Code.FILE_NO_SHEET,
        Code.FILE_OTHER_SHEET,
        Code.FILE_LOCKED,
        Code.FILE_LETTERS,
        Code.FILE_DAMAGED,
        Code.TOO_MANY_ROWS,
        Code.TOO_MANY_COLUMNS,
        Code.ONLY_A_HEADER,
        Code.FIELD_UNKNOWN,
        Code.FIELD_TWICE,
        Code.COLUMN_UNKNOWN,
        Code.COLUMN_FOR_READING,
        Code.DAY_TO_COME,
    }
)

_TAKEN = {
    "accounts_user_email_key": Code.EMAIL_TAKEN,
    "accounts_teammember_user_id_key": Code.ALREADY_IN_TEAM,
    "agencies_agency_name_key": Code.NAME_TAKEN,
    "agencies_group_name_once": Code.NAME_TAKEN,
    "interpreters_interpreter_user_id_key": Code.ALREADY_INTERPRETER,
    "bookings_one_visit_a_day": Code.DAY_TAKEN,
}
"""What somebody else was first with, by the name of the unique constraint that says so."""


def told(found: Problem) -> dict[str, Any]:
    """A problem as the API tells it."""
    line = {"code": found.code.value, "message": say(found.message, found.params)}
    return {**line, "field": found.field} if found.field else line


def _status(refusal: Refusal) -> int:
    match refusal:
        case Missing():
            return status.HTTP_404_NOT_FOUND
        case Forbidden():
            return status.HTTP_403_FORBIDDEN
        case Stale():
            return status.HTTP_412_PRECONDITION_FAILED
    if refusal.code is Code.IDEMPOTENCY_REUSED:
        return status.HTTP_422_UNPROCESSABLE_ENTITY
    return status.HTTP_400_BAD_REQUEST if refusal.code in INPUT_CODES else status.HTTP_409_CONFLICT


def from_database(error: Exception) -> Refusal | None:
    """The refusal that a broken constraint or a lost race stands for, or ``None`` for a fault of ours."""
    cause = error.__cause__
    if isinstance(cause, pg.ExclusionViolation):
        return refuse(Code.CLASH)
    if isinstance(cause, pg.UniqueViolation):
        return refuse(_TAKEN.get(cause.diag.constraint_name or "", Code.PLACE_TAKEN))
    if is_lost_race(error) or isinstance(cause, pg.LockNotAvailable):
        return refuse(Code.BUSY)
    return None


def _flatten(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    """DRF's nested errors as a flat list with dotted paths."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            here = "" if key == "non_field_errors" else str(key)
            yield from _flatten(value, ".".join(filter(None, [path, here])))
    elif isinstance(detail, list):
        for index, value in enumerate(detail):
            nested = isinstance(value, dict | list)
            yield from _flatten(value, f"{path}.{index}" if nested and value else path)
    else:
        code = detail.code if getattr(detail, "code", "") in set(Code) else Code.INVALID.value
        line = {"code": code, "message": str(detail)}
        yield {**line, "field": path} if path else line


class TooLarge(exceptions.APIException):
    """More was sent than anybody needs to send; it was not read."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE


_OF_THE_FRAMEWORK: dict[type[exceptions.APIException], tuple[Code, int]] = {
    exceptions.NotAuthenticated: (Code.NOT_SIGNED_IN, status.HTTP_401_UNAUTHORIZED),
    exceptions.AuthenticationFailed: (Code.NOT_SIGNED_IN, status.HTTP_401_UNAUTHORIZED),
    exceptions.PermissionDenied: (Code.NOT_ALLOWED, status.HTTP_403_FORBIDDEN),
    exceptions.NotFound: (Code.NOT_FOUND, status.HTTP_404_NOT_FOUND),
    exceptions.ParseError: (Code.UNREADABLE, status.HTTP_400_BAD_REQUEST),
    exceptions.MethodNotAllowed: (Code.METHOD_NOT_ALLOWED, status.HTTP_405_METHOD_NOT_ALLOWED),
    exceptions.UnsupportedMediaType: (Code.MEDIA_TYPE_NOT_READ, status.HTTP_415_UNSUPPORTED_MEDIA_TYPE),
    exceptions.NotAcceptable: (Code.NOT_ACCEPTABLE, status.HTTP_406_NOT_ACCEPTABLE),
    exceptions.Throttled: (Code.THROTTLED, status.HTTP_429_TOO_MANY_REQUESTS),
    TooLarge: (Code.TOO_LARGE, TooLarge.status_code),
}
"""What the framework refuses by itself, as we say it."""


def _known(code: Code, view: APIView) -> str:
    """What an address takes instead, as it would be written in a request."""
    match code:
        case Code.METHOD_NOT_ALLOWED:
            return ", ".join(view.allowed_methods)
        case Code.MEDIA_TYPE_NOT_READ:
            return ", ".join(str(parser.media_type) for parser in view.parser_classes)
        case Code.NOT_ACCEPTABLE:
            return ", ".join(str(renderer.media_type) for renderer in view.renderer_classes)
    return ""


def _of_the_framework(exc: exceptions.APIException, view: APIView) -> tuple[list[dict[str, Any]], int]:
    if isinstance(exc, exceptions.ValidationError):
        return list(_flatten(exc.detail)), exc.status_code
    if type(exc) in _OF_THE_FRAMEWORK:
        code, answered = _OF_THE_FRAMEWORK[type(exc)]
        return [told(problem(code, known=_known(code, view)))], answered
    return [{"code": Code.INVALID.value, "message": str(exc.detail)}], exc.status_code


def answer(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: every refusal, input error and lost race in the one shape."""
    found = _answer(exc, context)
    if found is not None and found.status_code == status.HTTP_403_FORBIDDEN and "request" in context:
        note_refusal(context["request"], context["kwargs"])
    return found


def _answer(exc: Exception, context: dict[str, Any]) -> Response | None:
    if isinstance(exc, IntegrityError | OperationalError):
        exc = from_database(exc) or exc
    if isinstance(exc, Http404):
        exc = exceptions.NotFound()
    elif isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    elif isinstance(exc, RequestDataTooBig):
        exc = TooLarge()
    if isinstance(exc, Refusal):
        set_rollback()
        body: dict[str, Any] = {"errors": [told(found) for found in exc.problems]}
        if (current := getattr(exc, "current", None)) is not None:
            body["current"] = current
        return Response(body, status=_status(exc))
    if isinstance(exc, exceptions.APIException):
        set_rollback()
        errors, code = _of_the_framework(exc, context["view"])
        scheme: str | None = getattr(exc, "auth_header", None)
        headers = {"WWW-Authenticate": scheme} if scheme else None
        return Response({"errors": errors}, status=code, headers=headers)
    return None
