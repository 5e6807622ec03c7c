"""One button per role, in demo mode only: ``/demo/people`` and ``/demo/sign-in``."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.accounts.actors import actor_for
from passerelle.accounts.authentication import SessionActor
from passerelle.accounts.selectors import Me, me
from passerelle.common.inputs import read
from passerelle.common.views import answer, documented
from passerelle.demo.people import DemoPerson, Key, demo_people, user_for

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@dataclass(frozen=True, slots=True)
class DemoPeople:
    results: list[DemoPerson]


@dataclass(frozen=True, slots=True)
class DemoSignIn:
    """Which of the three to be."""

    key: Key


class DemoView(APIView):
    """Outside demo mode these addresses do not exist, whatever is sent to them and whoever sends it."""

    permission_classes = [AllowAny]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if not settings.DEMO_MODE:
            raise Http404
        super().initial(request, *args, **kwargs)


@method_decorator(ensure_csrf_cookie, name="dispatch")
class DemoPeopleView(DemoView):
    @documented("list_demo_people", DemoPeople)
    def get(self, request: Request) -> Response:
        """Whom one can be in the demo. Sets the CSRF cookie that signing in needs."""
        return answer(DemoPeople(demo_people()))


class DemoSignInView(DemoView):
    @documented("demo_sign_in", Me, takes=DemoSignIn)
    def post(self, request: Request) -> Response:
        """Be one of them: signs in without a password."""
        # Nobody is signed in yet, so the session does not ask for the token by itself; signing in needs it all the same.
        SessionActor().enforce_csrf(request)
        user = user_for(read(request, DemoSignIn).key)
        if user is None:
            raise Http404
        login(request, user, backend=BACKEND)
        return answer(me(user, actor_for(user)))
