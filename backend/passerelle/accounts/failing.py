"""Codes that were wrong. allauth tells of those for an account that is there alone; here both are written, and alike: the time
that an answer takes must not tell them apart."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.http import HttpRequest, HttpResponseBase

from passerelle.common.accesses import note_sign_in
from passerelle.domain.accesses import AccessKind

CONFIRM = "/_allauth/browser/v1/auth/code/confirm"


def note_wrong_codes(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Each is written down with the account that the code was asked for, or without any where there is none."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        tries = request.method == "POST" and request.path == CONFIRM
        # Before the answer: the last wrong one ends what was begun.
        begun = request.session.get(LOGIN_SESSION_KEY) if tries else None
        found = get_response(request)
        if begun is not None and found.status_code == HTTPStatus.BAD_REQUEST:
            note_sign_in(request, AccessKind.SIGN_IN_FAILED, actor_id=_account(begun))
        return found

    return answer


def _account(begun: dict[str, Any]) -> UUID | None:
    key = begun.get("user_pk")
    return UUID(str(key)) if key else None
