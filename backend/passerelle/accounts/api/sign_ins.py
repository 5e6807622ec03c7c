"""``/me/sign-ins``: where one is signed in, and no longer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.accounts.services import end_other_sign_ins, end_sign_in
from passerelle.accounts.sign_ins import SignInList, sign_ins
from passerelle.common.permissions import actor_of
from passerelle.common.views import Nothing, answer, documented, now, perform


def _shown(request: Request) -> SignInList:
    return sign_ins(actor_of(request), here=request.session.session_key or "", now=now())


class SignInsView(APIView):
    @documented("list_my_sign_ins", SignInList)
    def get(self, request: Request) -> Response:
        """Where one is signed in."""
        return answer(_shown(request))


class EndSignInView(APIView):
    @documented("end_sign_in", SignInList, takes=Nothing)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Sign out on another device; answered with where one still is."""

        def act(_given: dict[str, Any]) -> SignInList:
            end_sign_in(sign_in_id=pk, now=now(), actor=actor_of(request))
            return _shown(request)

        return perform(request, takes=Nothing, act=act)


class EndOtherSignInsView(APIView):
    @documented("end_other_sign_ins", SignInList, takes=Nothing)
    def post(self, request: Request) -> HttpResponse:
        """Sign out everywhere but here."""

        def act(_given: dict[str, Any]) -> SignInList:
            end_other_sign_ins(here=request.session.session_key or "", now=now(), actor=actor_of(request))
            return _shown(request)

        return perform(request, takes=Nothing, act=act)
