"""``/me``, ``/me/data`` and ``/team``."""

from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.accounts.models import User
from passerelle.accounts.selectors import Me, TeamList, me, team
from passerelle.accounts.services import set_locale
from passerelle.common.accesses import note_read
from passerelle.common.own_data import OwnData, own_data
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.journal.positions import cursor_of, position

LIVE_CURSOR = OpenApiParameter(
    "Live-Cursor",
    str,
    OpenApiParameter.HEADER,
    response=[200],
    description="Where a live socket goes on from that is opened for what is fetched after this.",
)


@dataclass(frozen=True)
class MyLanguage:
    """The language to read the product in, such as ``en``, ``fr`` or ``prs``: one the product speaks."""

    locale: str

    LIMITS: ClassVar = {"locale": {"max_length": 12}}


@method_decorator(ensure_csrf_cookie, name="dispatch")
class MeView(APIView):
    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        # Before anything is read, who asks included: what changes after it is told to the socket that begins here.
        self._reached = position()
        super().initial(request, *args, **kwargs)

    @documented("get_me", Me, parameters=[LIVE_CURSOR])
    def get(self, request: Request) -> Response:
        """Who is signed in, and what they are here."""
        user = cast("User", request.user)
        said = answer(me(user, actor_of(request)))
        said.headers[LIVE_CURSOR.name] = cursor_of(self._reached, user_id=user.id)
        return said

    @documented("set_my_language", Me, takes=MyLanguage)
    def patch(self, request: Request) -> HttpResponse:
        user = cast("User", request.user)

        def act(given: dict[str, str]) -> Me:
            return me(set_locale(user_id=user.id, **given, now=now(), actor=actor_of(request)), actor_of(request))

        return perform(request, takes=MyLanguage, act=act)


class MyDataView(APIView):
    @documented("get_my_data", OwnData)
    def get(self, request: Request) -> Response:
        """Everything that is kept about the person who asks, as a file."""
        at = now()
        note_read(request, AccessKind.OWN_DATA)  # before it: the line is in the file, too
        said = answer(own_data(actor_of(request), now=at))
        said.headers["Content-Disposition"] = f'attachment; filename="passerelle-{at.date()}.json"'
        return said


class TeamView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_team", TeamList)
    def get(self, request: Request) -> Response:
        """Everyone in the team."""
        return answer(team())
