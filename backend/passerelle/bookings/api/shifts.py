"""``/shifts``: the team's view of one place, its candidates, and every act on it."""

from functools import partial
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.api import inputs
from passerelle.bookings.selectors.candidates import candidates
from passerelle.bookings.selectors.edits import meaning
from passerelle.bookings.selectors.shifts import shift_view
from passerelle.bookings.services import asking, editing
from passerelle.bookings.shapes.shift import CandidateList, EditMeaning, ShiftView
from passerelle.common.inputs import query
from passerelle.common.permissions import actor_of
from passerelle.common.views import Nothing, act_on, answer, documented, now
from passerelle.domain.words import Language, Pay, Quality, Strength, Variety


class OneShiftView(APIView):
    @documented("get_shift", ShiftView)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(shift_view(pk, actor_of(request), now()))


class CandidatesView(APIView):
    @documented("list_candidates", CandidateList)
    def get(self, request: Request, pk: UUID) -> Response:
        """Who could take the place, ranked, and who could not, each with every reason."""
        return answer(candidates(pk, actor_of(request)))


EDIT = [
    OpenApiParameter("language", str, required=True, enum=list(Language)),
    OpenApiParameter("pay", str, required=True, enum=list(Pay)),
    OpenApiParameter("variety", str, enum=list(Variety)),
    OpenApiParameter("required", str, description="Qualities required, separated by commas."),
    OpenApiParameter("named", UUID, description="The interpreter that the quality *named* speaks of."),
    OpenApiParameter("wished", str, description="Qualities wished for, separated by commas."),
]


class EditMeaningView(APIView):
    @documented("preview_edit", EditMeaning, parameters=EDIT)
    def get(self, request: Request, pk: UUID) -> Response:
        """What an edit of the place would mean for its holder and for those who wait."""
        actor, asked = actor_of(request), query(request, {"language", "pay", "variety", "required", "wished", "named"})
        qualities = dict.fromkeys(asked.words("wished", Quality), Strength.WISHED)
        qualities |= dict.fromkeys(asked.words("required", Quality), Strength.REQUIRED)
        found = meaning(
            pk,
            language=Language(asked.choice("language", tuple(Language))),
            variety=next(iter(asked.words("variety", Variety)), None),
            pay=Pay(asked.choice("pay", tuple(Pay))),
            qualities=qualities,
            named_id=asked.uuid("named"),
            actor=actor,
        )
        return answer(found)


_act = partial(act_on, key="shift_id", shape=ShiftView, show=shift_view)

ACTS = {
    "edit": _act(operation="edit_shift", service=editing.edit_shift, takes=inputs.PlaceEdit),
    "ask": _act(operation="ask_interpreters", service=asking.ask_interpreters, takes=inputs.AskInterpreters),
    "assign": _act(operation="assign_interpreter", service=asking.assign_interpreter, takes=inputs.Assign),
    "release": _act(operation="release_holder", service=asking.release_holder, takes=Nothing),
    "override": _act(operation="record_override", service=asking.record_override, takes=inputs.Decide),
    "ticket": _act(operation="record_ticket", service=asking.record_ticket, takes=inputs.Ticket),
    "cancel": _act(operation="cancel_shift", service=asking.cancel_shift, takes=Nothing),
}
