"""``/groups`` and ``/agencies``."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.agencies.selectors import group_view, visible_agencies, visible_groups
from passerelle.agencies.shapes import AgencyPage, AgencyView, GroupPage
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import actor_of
from passerelle.common.views import answer, documented


class GroupsView(APIView):
    @documented("list_groups", GroupPage, parameters=PAGING)
    def get(self, request: Request) -> Response:
        """Groups a session can be asked for: a partner's own, all for the team."""
        query(request, set())
        rows = visible_groups(actor_of(request)).filter(active=True).select_related("agency", "site")
        found = page(rows, request, keys=("name", "id"))
        return answer(GroupPage([group_view(group) for group in found.rows], found.next))


class AgenciesView(APIView):
    @documented("list_agencies", AgencyPage, parameters=PAGING)
    def get(self, request: Request) -> Response:
        """Partners: one's own, all for the team."""
        query(request, set())
        found = page(visible_agencies(actor_of(request)), request, keys=("name", "id"))
        return answer(AgencyPage([AgencyView(agency.id, agency.name) for agency in found.rows], found.next))
