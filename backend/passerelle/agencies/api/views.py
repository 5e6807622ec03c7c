"""``/groups`` and ``/agencies``."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.agencies.api.inputs import NewAgency
from passerelle.agencies.selectors import agency_members, group_view, visible_agencies, visible_groups
from passerelle.agencies.services.agencies import create_agency, set_told_by_default
from passerelle.agencies.shapes import AgencyPage, AgencyView, GroupPage, MemberList
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import actor_of
from passerelle.common.views import answer, documented, now, perform

SEARCH = OpenApiParameter("search", str, description="A piece of the name of the group, or of its partner.")


class GroupsView(APIView):
    @documented("list_groups", GroupPage, parameters=[SEARCH, *PAGING])
    def get(self, request: Request) -> Response:
        """Groups a session can be asked for: a partner's own, all for the team."""
        rows = visible_groups(actor_of(request)).filter(active=True).select_related("agency", "site")
        if search := query(request, {"search"}).search():
            rows = rows.filter(Q(name__icontains=search) | Q(agency__name__icontains=search))
        found = page(rows, request, keys=("name", "id"))
        return answer(GroupPage([group_view(group) for group in found.rows], found.next))


class AgenciesView(APIView):
    @documented("list_agencies", AgencyPage, parameters=PAGING)
    def get(self, request: Request) -> Response:
        """Partners: one's own, all for the team."""
        query(request, set())
        found = page(visible_agencies(actor_of(request)), request, keys=("name", "id"))
        return answer(AgencyPage([AgencyView(agency.id, agency.name) for agency in found.rows], found.next))

    @documented("create_agency", AgencyView, takes=NewAgency, status=201)
    def post(self, request: Request) -> HttpResponse:
        """A new partner, by the team."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, str]) -> AgencyView:
            made = create_agency(**given, now=moment, actor=actor)
            return AgencyView(made.id, made.name)

        return perform(request, takes=NewAgency, act=act, status=201)


@dataclass(frozen=True)
class ToldByDefault:
    """Whether someone hears of every session their agency asks for."""

    told_by_default: bool


class MembersView(APIView):
    @documented("list_agency_members", MemberList)
    def get(self, request: Request, pk: UUID) -> Response:
        """Who asks on the agency's behalf: for its own people and the team."""
        return answer(agency_members(pk, actor_of(request)))


class OneMemberView(APIView):
    @documented("set_told_by_default", MemberList, takes=ToldByDefault)
    def put(self, request: Request, pk: UUID, member: UUID) -> HttpResponse:
        """Whether a member hears of every session; answers with everyone."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, bool]) -> MemberList:
            set_told_by_default(agency_id=pk, member_id=member, **given, now=moment, actor=actor)
            return agency_members(pk, actor)

        return perform(request, takes=ToldByDefault, act=act)
