"""The signed-in session of the browser, and the actor it stands for."""

from datetime import UTC, datetime

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from passerelle.accounts.actors import actor_read_with
from passerelle.accounts.models import User
from passerelle.accounts.sign_ins import note
from passerelle.domain.roles import Actor


class SessionActor(SessionAuthentication):
    """Session cookie and CSRF. ``request.auth`` is the ``Actor``. Signed out answers 401, not 403."""

    def authenticate(self, request: Request) -> tuple[User, Actor] | None:
        found = super().authenticate(request)
        if found is None:
            return None
        user: User = found[0]
        note(request._request, user, now=datetime.now(UTC))
        return user, actor_read_with(user)

    def authenticate_header(self, request: Request) -> str:
        return "Session"


class SessionActorScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = SessionActor
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}
