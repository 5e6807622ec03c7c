"""The first question of every request: who is this? What they may do is asked of the thing itself."""

from typing import TYPE_CHECKING

from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from passerelle.domain.accesses import MAY_AUDIT
from passerelle.domain.refusals import Code, Forbidden, problem
from passerelle.domain.roles import Actor

if TYPE_CHECKING:  # at run time this would be a circle: the view class reads its permissions while it is made
    from rest_framework.views import APIView


def actor_of(request: Request) -> Actor:
    """The actor of a signed-in request."""
    if not isinstance(request.auth, Actor):
        raise NotAuthenticated
    return request.auth


class SignedIn(BasePermission):
    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, Actor)


class TeamOnly(SignedIn):
    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, Actor) and request.auth.is_team


class AuditorOnly(SignedIn):
    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, Actor) and request.auth.team_role in MAY_AUDIT


class InterpreterOnly(SignedIn):
    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, Actor) and request.auth.interpreter_id is not None


def require_team(actor: Actor) -> None:
    """For services that only the team may call."""
    if not (actor.is_team or actor.is_system):
        raise Forbidden(problem(Code.NOT_ALLOWED))
