"""``/interpreters``: found and taken on. ``/claims``: somebody makes the account that a link stands for."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.accounts.actors import actor_for
from passerelle.accounts.authentication import SessionActor
from passerelle.accounts.selectors import Me, me
from passerelle.common.accesses import note_read
from passerelle.common.idempotency import once
from passerelle.common.inputs import query, read
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Code, Forbidden, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language
from passerelle.interpreters.api.inputs import Claim, NewInterpreter
from passerelle.interpreters.claims import bearer, claim, holder
from passerelle.interpreters.models import Interpreter, LanguageSkill
from passerelle.interpreters.selectors import interpreter_views, visible_interpreters
from passerelle.interpreters.services import add_interpreter
from passerelle.interpreters.shapes import InterpreterPage, InterpreterView

BACKEND = settings.AUTHENTICATION_BACKENDS[0]
FILTERS = [
    OpenApiParameter("search", str, description="A piece of the first or the family name."),
    OpenApiParameter("language", str, description="Who works in one of these languages, separated by commas."),
    OpenApiParameter("active", str, enum=["any", "yes", "no"], description="All unless told."),
]


class InterpretersView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_interpreters", InterpreterPage, parameters=[*FILTERS, *PAGING])
    def get(self, request: Request) -> Response:
        """Everyone who interprets, by first name."""
        rows = _found(visible_interpreters(actor_of(request)), request).prefetch_related("languages", "credentials")
        found = page(rows, request, keys=("first_name", "id"))
        note_read(request, AccessKind.PEOPLE)
        return answer(InterpreterPage(interpreter_views(found.rows), found.next))

    @documented("add_interpreter", InterpreterView, takes=NewInterpreter, status=201)
    def post(self, request: Request) -> HttpResponse:
        """Take an interpreter on; no account is needed to book them."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> InterpreterView:
            made = add_interpreter(**given, now=moment, actor=actor)
            return interpreter_views([Interpreter.objects.prefetch_related("languages", "credentials").get(pk=made.id)])[0]

        return perform(request, takes=NewInterpreter, act=act, status=201)


def _found(rows: QuerySet[Interpreter], request: Request) -> QuerySet[Interpreter]:
    asked = query(request, {"search", "language", "active"})
    if search := asked.search():
        rows = rows.filter(Q(first_name__icontains=search) | Q(family_name__icontains=search))
    if languages := asked.words("language", Language):
        rows = rows.filter(Exists(LanguageSkill.objects.filter(interpreter=OuterRef("pk"), language__in=languages)))
    wanted = asked.choice("active", ("any", "yes", "no"))
    return rows if wanted == "any" else rows.filter(active=wanted == "yes")


class ClaimsView(APIView):
    permission_classes = [AllowAny]

    @documented("claim_account", Me, takes=Claim, status=201)
    def post(self, request: Request) -> HttpResponse:
        """Make the account that a link stands for, and sign in with it. Opening the link does nothing.

        Sent again under its key it signs in again: the answer may have been lost, and the cookie with it.
        """
        # Nobody is signed in yet, so the session does not ask for the token by itself; signing in needs it all the same.
        SessionActor().enforce_csrf(request)
        _body = request.body  # kept by Django before the parser reads it
        given = read(request, Claim)
        _not_somebody_else(request, given.token)

        def act() -> Me:
            user = claim(token=given.token, email=given.email, locale=given.locale, now=now())
            return me(user, actor_for(user))

        answered = once(request, act, status=201, by=bearer(given.token))
        user = holder(given.token)
        if user is None:  # a repeat, and the account was closed meanwhile
            raise refuse(Code.LINK_OVER)
        login(request, user, backend=BACKEND)
        return answered


def _not_somebody_else(request: Request, token: str) -> None:
    """A link tried out by whoever made it must not be used up by that."""
    if isinstance(request.auth, Actor) and request.auth.user_id != getattr(holder(token), "id", None):
        raise Forbidden(problem(Code.NOT_ALLOWED))
