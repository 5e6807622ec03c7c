"""``/sessions``: ask, list, read, and every act on one."""

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.api import inputs
from passerelle.bookings.messages.speaking import languages
from passerelle.bookings.selectors import history, visibility
from passerelle.bookings.selectors.messages import who_is_coming
from passerelle.bookings.selectors.sessions import When, session_view, session_views, when, with_context
from passerelle.bookings.services import closing, details, moving, requests
from passerelle.bookings.shapes.session import HistoryPage, MessageView, SessionPage, SessionView
from passerelle.common.accesses import Record, note_read
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import actor_of
from passerelle.common.views import Nothing, act_on, answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.states.session import SessionState

FILTERS = [
    OpenApiParameter("state", str, description="One or more states, separated by commas."),
    OpenApiParameter("visit", UUID, description="Only those on this visit."),
    OpenApiParameter("from", date, description="Starting on this day (UTC) or later."),
    OpenApiParameter("to", date, description="Starting on this day (UTC) or earlier."),
    OpenApiParameter("when", str, enum=list(When), description="Still to come, past or both; both unless told."),
    OpenApiParameter("order", str, enum=["soonest", "latest"], description="Soonest first unless told."),
]
LANGUAGE = OpenApiParameter("language", str, description="The message's language; the reader's own unless told.")


class SessionsView(APIView):
    @documented("list_sessions", SessionPage, parameters=[*FILTERS, *PAGING])
    def get(self, request: Request) -> Response:
        """Sessions the reader may see: a partner their agencies', the team everything sent."""
        actor, asked = actor_of(request), query(request, {"state", "visit", "from", "to", "when", "order"})
        rows = with_context(when(visibility.sessions(actor), When(asked.choice("when", tuple(When))), now()))
        if states := asked.words("state", SessionState):
            rows = rows.filter(state__in=states)
        if visit := asked.uuid("visit"):
            rows = rows.filter(visit=visit)
        if first := asked.day("from"):
            rows = rows.filter(starts_at__gte=asked.start_of(first))
        if last := asked.day("to"):
            rows = rows.filter(starts_at__lt=asked.end_of(last))
        descending = asked.choice("order", ("soonest", "latest")) == "latest"
        found = page(rows, request, keys=("starts_at", "id"), descending=descending)
        return answer(SessionPage(session_views(found.rows, actor, now()), found.next))

    @documented("request_session", SessionView, takes=inputs.NewSession, status=201)
    def post(self, request: Request) -> HttpResponse:
        """Ask for a session, or keep a draft; the team asks on a partner's behalf."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, object]) -> SessionView:
            made = requests.request_session(**given, now=moment, actor=actor)  # type: ignore[arg-type]
            return session_view(made.id, actor, moment)

        return perform(request, takes=inputs.NewSession, act=act, status=201)


class OneSessionView(APIView):
    @documented("get_session", SessionView)
    def get(self, request: Request, pk: UUID) -> Response:
        actor = actor_of(request)
        found = session_view(pk, actor, now())
        if actor.is_team and found.contact is not None:
            note_read(request, AccessKind.CONTACT, Record("session", pk))
        return answer(found)


class HistoryView(APIView):
    @documented("list_session_history", HistoryPage, parameters=PAGING)
    def get(self, request: Request, pk: UUID) -> Response:
        """What happened to the session, the newest first, as far as the reader may know."""
        query(request, set())
        actor = actor_of(request)
        session = history.visible_session(pk, actor)
        found = page(history.lines(session, actor), request, keys=("number",), descending=True)
        return answer(HistoryPage(history.history(found.rows, session, actor), found.next))


class MessageOfSessionView(APIView):
    @documented("get_session_message", MessageView, parameters=[LANGUAGE])
    def get(self, request: Request, pk: UUID) -> Response:
        """Who is coming, as one message to forward."""
        language = query(request, {"language"}).choice("language", languages())
        return answer(who_is_coming(pk, language, actor_of(request), now()))


_act = partial(act_on, key="session_id", shape=SessionView, show=session_view)

ACTS = {
    "edit": _act(operation="edit_draft", service=requests.edit_draft, takes=inputs.DraftEdit),
    "submit": _act(operation="submit_session", service=requests.submit_session, takes=Nothing),
    "discard": act_on(
        operation="discard_draft",
        service=requests.discard_draft,
        key="session_id",
        takes=Nothing,
        shape=Nothing,
        show=lambda _pk, _actor, _now: Nothing(),
    ),
    "edit-details": _act(operation="edit_details", service=details.edit_details, takes=inputs.DetailsEdit),
    "choose-told": _act(operation="choose_told", service=requests.choose_told, takes=inputs.ChooseTold),
    "schedule": _act(operation="schedule_session", service=moving.schedule_session, takes=inputs.Schedule),
    "decline": _act(operation="decline_session", service=requests.decline_session, takes=inputs.Decline),
    "propose-change": _act(operation="propose_change", service=requests.propose_change, takes=inputs.ProposeChange),
    "withdraw-change": _act(operation="withdraw_change", service=requests.withdraw_change, takes=inputs.AnswerChange),
    "accept-change": _act(operation="accept_change", service=requests.accept_change, takes=inputs.AnswerChange),
    "refuse-change": _act(operation="refuse_change", service=requests.refuse_change, takes=inputs.AnswerChange),
    "open-shift": _act(operation="open_shift", service=moving.open_shift, takes=inputs.PlaceInput),
    "move": _act(operation="move_session", service=moving.move_session, takes=inputs.Move),
    "change-mode": _act(operation="change_mode", service=moving.change_mode, takes=inputs.ChangeMode),
    "withdraw": _act(operation="withdraw_session", service=requests.withdraw_session, takes=inputs.Withdraw),
    "cancel": _act(operation="cancel_session", service=closing.cancel_session, takes=inputs.Cancel),
    "close": _act(operation="close_session", service=closing.close_session, takes=inputs.CloseOut),
}
