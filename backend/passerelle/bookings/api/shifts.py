"""``/shifts``: the team's view of one place, its candidates, and every act on it."""

from functools import partial
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.api import inputs
from passerelle.bookings.selectors.candidates import candidates
from passerelle.bookings.selectors.shifts import shift_view
from passerelle.bookings.services import asking
from passerelle.bookings.shapes.shift import CandidateList, ShiftView
from passerelle.common.permissions import actor_of
from passerelle.common.views import Nothing, act_on, answer, documented, now


class OneShiftView(APIView):
    @documented("get_shift", ShiftView)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(shift_view(pk, actor_of(request), now()))


class CandidatesView(APIView):
    @documented("list_candidates", CandidateList)
    def get(self, request: Request, pk: UUID) -> Response:
        """Who could take the place, ranked, and who could not, each with every reason."""
        return answer(candidates(pk, actor_of(request)))


_act = partial(act_on, key="shift_id", shape=ShiftView, show=shift_view)

ACTS = {
    "ask": _act(operation="ask_interpreters", service=asking.ask_interpreters, takes=inputs.AskInterpreters),
    "assign": _act(operation="assign_interpreter", service=asking.assign_interpreter, takes=inputs.Assign),
    "release": _act(operation="release_holder", service=asking.release_holder, takes=Nothing),
    "override": _act(operation="record_override", service=asking.record_override, takes=inputs.Decide),
    "ticket": _act(operation="record_ticket", service=asking.record_ticket, takes=inputs.Ticket),
    "cancel": _act(operation="cancel_shift", service=asking.cancel_shift, takes=Nothing),
}
