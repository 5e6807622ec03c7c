"""``/interpreters/{id}``: one interpreter with their bookings, and what the team writes of them."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.selectors.person import person_view
from passerelle.bookings.services.person import edit_interpreter
from passerelle.bookings.shapes.person import ClaimLinkView, PersonView
from passerelle.common.accesses import Record, note_read
from passerelle.common.idempotency import once
from passerelle.common.inputs import read
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import Nothing, act_on, answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Refusal, Stale
from passerelle.interpreters.api.inputs import InterpreterEdit, Seen
from passerelle.interpreters.claims import make_claim_link, withdraw_claim_link
from passerelle.interpreters.services import record_credential


class OneInterpreterView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_interpreter", PersonView)
    def get(self, request: Request, pk: UUID) -> Response:
        found = person_view(pk, actor_of(request), now())
        note_read(request, AccessKind.PERSON, Record("interpreter", pk))
        return answer(found)

    @documented("edit_interpreter", PersonView, takes=InterpreterEdit)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        """Write it anew; an edit of an older version is answered with the current one (412)."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> PersonView:
            try:
                edit_interpreter(interpreter_id=pk, **given, now=moment, actor=actor)
            except Refusal as refusal:
                raise (refusal.within("person") if type(refusal) is Refusal else refusal) from None
            return person_view(pk, actor, moment)

        try:
            return perform(request, takes=InterpreterEdit, act=act)
        except Stale as stale:
            stale.current = person_view(pk, actor, moment)
            raise


class ClaimLinkOfInterpreterView(APIView):
    permission_classes = [TeamOnly]

    @documented("make_claim_link", ClaimLinkView, takes=Nothing, status=201)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """A link with which this interpreter makes their own account, told this once: a second tap makes another one.

        The same tap sent again is told the same link: its answer is stored sealed.
        """
        body = request.body  # kept by Django before the parser reads it
        if body:  # it needs none, and what is sent all the same is read as strictly as anywhere
            read(request, Nothing)
        actor, moment = actor_of(request), now()

        def act() -> ClaimLinkView:
            link = make_claim_link(interpreter_id=pk, now=moment, actor=actor)
            # Behind the "#" it is sent to no server and stands in no log: a scanner that opens the link gets an empty page.
            return ClaimLinkView(f"/claim#{link.token}", link.expires_at)

        return once(request, act, status=201, secret=True)


_act = partial(act_on, key="interpreter_id", shape=PersonView, show=person_view)

ACTS = {
    "credentials": _act(operation="record_credential", service=record_credential, takes=Seen),
    "withdraw-claim-link": _act(operation="withdraw_claim_link", service=withdraw_claim_link, takes=Nothing),
}
