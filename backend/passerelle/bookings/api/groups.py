"""``/groups/{id}/interpreters``. Here and not with agencies, which know groups but no bookings."""

from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.selectors.acquainted import acquainted
from passerelle.bookings.shapes.acquainted import AcquaintedList
from passerelle.common.permissions import actor_of
from passerelle.common.views import answer, documented


class InterpretersOfGroupView(APIView):
    @documented("list_interpreters_of_group", AcquaintedList)
    def get(self, request: Request, pk: UUID) -> Response:
        """Interpreters the group's agency worked with: whom a request may name."""
        return answer(acquainted(pk, actor_of(request)))
