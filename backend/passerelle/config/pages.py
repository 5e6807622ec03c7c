"""The answers that are neither API nor sign-in: is it well, the front end's page, and what no view answers."""

import logging
import sys

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import escape
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.exceptions import ParseError

from passerelle.common.errors import told
from passerelle.common.transactions import is_out_of_reach
from passerelle.domain.refusals import Code, Problem, problem

logger = logging.getLogger(__name__)

AGAIN_AFTER = 1
"""Seconds, as the answer says where the database is away."""
FOR_PROGRAMS = ("/api/", "/_allauth/", "/healthz")
PAGE = """<!doctype html>
<html lang="{language}" dir="{side}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Passerelle</title>
<p>{message}</p>
</html>
"""
"""Of a name that is not ours: nothing of the front end is to be had by it."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers; 503 otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
@ensure_csrf_cookie
def front_end(request: HttpRequest) -> HttpResponse:
    """The built front end's one page; its router does the rest."""
    page = settings.FRONTEND / "index.html"
    if not page.is_file():
        return HttpResponse("The front end is not built yet: run `make demo`.", status=503, content_type="text/plain")
    return HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8")


# Its small pictures stand in its styles.
docs = csp_override(settings.SECURE_CSP | {"img-src": ["'self'", "data:"]})(
    SpectacularSwaggerSplitView.as_view(url_name="schema", template_name="api_docs.html")
)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _refused(problem(Code.NOT_FOUND), 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django's own checks refuse: a name that is not ours, a body that is too long."""
    if isinstance(exception, DisallowedHost):
        return _not_ours(request)
    if isinstance(exception, RequestDataTooBig):
        return _refused(problem(Code.TOO_LARGE), 413)
    return _refused(Problem(Code.INVALID, str(ParseError.default_detail)), 400)


def _not_ours(request: HttpRequest) -> HttpResponse:
    """In words for a person where a program would not have asked. What was sent is not said again, nor logged."""
    logger.warning("Refused: a request by a name that is not among those of PASSERELLE_ORIGINS.")
    found = problem(Code.HOST_UNKNOWN)
    if request.path.startswith(FOR_PROGRAMS):
        return _refused(found, 400)
    return HttpResponse(PAGE.format(language=get_language(), side=_side(), message=escape(told(found)["message"])), status=400)


def _side() -> str:
    return "rtl" if get_language_bidi() else "ltr"


def no_csrf_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _refused(problem(Code.NOT_ALLOWED), 403)


def fault(request: HttpRequest) -> HttpResponse:
    """503 where the database cannot be had just now: whether the act was done nobody knows, and it is to be sent again."""
    if not is_out_of_reach(sys.exception()):
        return _refused(problem(Code.FAULT), 500)
    answer = _refused(problem(Code.FAULT), 503)
    answer["Retry-After"] = AGAIN_AFTER
    return answer


def _refused(found: Problem, status: int) -> HttpResponse:
    """The one shape of errors. Everything else a browser asks for is the front end's page, so only programs read it."""
    return JsonResponse({"errors": [told(found)]}, status=status)
