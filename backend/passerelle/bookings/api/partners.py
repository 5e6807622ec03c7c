"""``/agencies``, ``/groups`` and ``/sites`` as the team writes them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.agencies.api import inputs
from passerelle.agencies.detail import agency_detail, group_detail, site_detail, site_view
from passerelle.agencies.models import Site
from passerelle.agencies.services.agencies import remove_member
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.invitations import invite_member
from passerelle.agencies.services.sites import create_site
from passerelle.agencies.shapes import AgencyDetail, GroupDetail, SitePage, SiteView
from passerelle.bookings.services import partners
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import Nothing, answer, documented, now, perform
from passerelle.domain.refusals import Stale
from passerelle.domain.roles import Actor

type Show = Callable[[UUID, Actor, datetime], Any]


def _edited(request: Request, pk: UUID, *, takes: type, service: Callable[..., Any], key: str, show: Show) -> HttpResponse:
    """Write a thing anew; an edit of an older version is answered with the current one (412)."""
    actor, moment = actor_of(request), now()

    def act(given: dict[str, Any]) -> Any:
        service(**{key: pk}, **given, now=moment, actor=actor)
        return show(pk, actor, moment)

    try:
        return perform(request, takes=takes, act=act)
    except Stale as stale:
        stale.current = show(pk, actor, moment)
        raise


class OneAgencyView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_agency", AgencyDetail)
    def get(self, request: Request, pk: UUID) -> Response:
        """A partner with its people and groups."""
        return answer(agency_detail(pk, actor_of(request), now()))

    @documented("edit_agency", AgencyDetail, takes=inputs.AgencyEdit)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        return _edited(request, pk, takes=inputs.AgencyEdit, service=partners.edit_agency, key="agency_id", show=agency_detail)


class InviteMemberView(APIView):
    permission_classes = [TeamOnly]

    @documented("invite_member", AgencyDetail, takes=inputs.NewMember, status=201)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Someone new asks on the partner's behalf; answers with the partner."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> AgencyDetail:
            invite_member(agency_id=pk, **given, now=moment, actor=actor)
            return agency_detail(pk, actor, moment)

        return perform(request, takes=inputs.NewMember, act=act, status=201)


class RemoveMemberView(APIView):
    permission_classes = [TeamOnly]

    @documented("remove_member", AgencyDetail, takes=Nothing)
    def post(self, request: Request, pk: UUID, user: UUID) -> HttpResponse:
        """Someone no longer asks on the partner's behalf; what they asked for stays."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> AgencyDetail:
            remove_member(agency_id=pk, user_id=user, now=moment, actor=actor)
            return agency_detail(pk, actor, moment)

        return perform(request, takes=Nothing, act=act)


class GroupsOfAgencyView(APIView):
    permission_classes = [TeamOnly]

    @documented("create_group", GroupDetail, takes=inputs.NewGroup, status=201)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """A new group of the partner."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> GroupDetail:
            made = create_group(agency_id=pk, **given, now=moment, actor=actor)
            return group_detail(made.id, actor, moment)

        return perform(request, takes=inputs.NewGroup, act=act, status=201)


class OneGroupView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_group", GroupDetail)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(group_detail(pk, actor_of(request), now()))

    @documented("edit_group", GroupDetail, takes=inputs.GroupEdit)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        return _edited(request, pk, takes=inputs.GroupEdit, service=partners.edit_group, key="group_id", show=group_detail)


SEARCH = OpenApiParameter("search", str, description="A piece of the name of the place, or of its area.")


class SitesView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_sites", SitePage, parameters=[SEARCH, *PAGING])
    def get(self, request: Request) -> Response:
        """Places where groups meet, by name."""
        rows = Site.objects.all()
        if search := query(request, {"search"}).search():
            rows = rows.filter(Q(name__icontains=search) | Q(area__icontains=search))
        found = page(rows, request, keys=("name", "id"))
        return answer(SitePage([site_view(row) for row in found.rows], found.next))

    @documented("create_site", SiteView, takes=inputs.NewSite, status=201)
    def post(self, request: Request) -> HttpResponse:
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> SiteView:
            return site_view(create_site(**given, now=moment, actor=actor))

        return perform(request, takes=inputs.NewSite, act=act, status=201)


class OneSiteView(APIView):
    permission_classes = [TeamOnly]

    @documented("edit_site", SiteView, takes=inputs.SiteEdit)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        return _edited(request, pk, takes=inputs.SiteEdit, service=partners.edit_site, key="site_id", show=site_detail)
