"""What is told to somebody who tried too often to sign in: 429 in the one shape of errors, in the reader's language."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from passerelle.common.errors import told
from passerelle.domain.refusals import Code, Problem, _, problem

UNDER = "/_allauth/"
BY_PASSWORD = "/auth/login"  # noqa: S105  (an address)
AGAIN_AFTER = 60
"""Seconds, as the answer says: the shortest time after which one of the limits lets somebody try again."""
ANOTHER_WAY = _("There were too many tries. Wait a while, or let us send you a code instead.")


def in_words(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """The middleware: django-allauth's own answer says nothing, neither why nor what else there is."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        found = get_response(request)
        is_limited = found.status_code == HTTPStatus.TOO_MANY_REQUESTS and request.path.startswith(UNDER)
        return _refused(request) if is_limited else found

    return answer


def _refused(request: HttpRequest) -> JsonResponse:
    by_password = request.path.endswith(BY_PASSWORD)
    found = Problem(Code.THROTTLED, ANOTHER_WAY) if by_password else problem(Code.THROTTLED)
    return JsonResponse(
        {"errors": [told(found)]}, status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": str(AGAIN_AFTER)}
    )
