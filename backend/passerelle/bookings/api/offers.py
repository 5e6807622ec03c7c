"""``/offers``: what an interpreter is asked, and their answers; the team records the same for someone on the phone."""

from functools import partial
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.selectors.not_for_me import not_for_me
from passerelle.bookings.selectors.offers import Show, offer_card, offer_view, offer_views, shown
from passerelle.bookings.services import answers
from passerelle.bookings.shapes.offer import NotForMeList, OfferPage, OfferView
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import InterpreterOnly, actor_of
from passerelle.common.views import Nothing, act_on, answer, documented, now

SHOW = OpenApiParameter("show", str, enum=[show.value for show in Show], description="Which list; what is asked unless told.")


class OffersView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("list_offers", OfferPage, parameters=[SHOW, *PAGING])
    def get(self, request: Request) -> Response:
        """The reader's own: *asked* (can you come?), *mine* (my Fridays) or *past*."""
        actor, asked = actor_of(request), query(request, {"show"})
        show = Show(asked.choice("show", tuple(Show)))
        keys = ("shift__session__starts_at", "id")
        found = page(shown(actor, show), request, keys=keys, descending=show is Show.PAST)
        return answer(OfferPage(offer_views(found.rows, actor, now()), found.next))


class NotForMeView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("list_not_for_me", NotForMeList)
    def get(self, request: Request) -> Response:
        """Open places in the reader's languages that they were not asked for, soonest first, each with the reasons."""
        return answer(not_for_me(actor_of(request), now()))


class OneOfferView(APIView):
    @documented("get_offer", OfferView)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(offer_view(pk, actor_of(request), now()))


_act = partial(act_on, key="offer_id", shape=OfferView, show=offer_view, show_done=offer_card, takes=Nothing)

ACTS = {
    "accept": _act(operation="accept_offer", service=answers.accept_offer),
    "stand-by": _act(operation="stand_by_offer", service=answers.stand_by_offer),
    "decline": _act(operation="decline_offer", service=answers.decline_offer),
    "undo": _act(operation="undo_answer", service=answers.undo_answer),
    "withdraw": _act(operation="withdraw_offer", service=answers.withdraw_offer),
    "stand-down": _act(operation="stand_down_offer", service=answers.stand_down_offer),
}
