"""``/inbox`` and ``/waiting``: what the team works through."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.messages.speaking import all_languages
from passerelle.bookings.selectors.inbox import inbox
from passerelle.bookings.selectors.to_interpreters import message_to_interpreter
from passerelle.bookings.selectors.waiting import asking_message, waiting
from passerelle.bookings.shapes.session import MessageView
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.bookings.shapes.team import Inbox, WaitingList
from passerelle.common.accesses import note_read
from passerelle.common.inputs import Query, query
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented, now
from passerelle.domain.accesses import AccessKind

LANGUAGE = OpenApiParameter("language", str, description="The message's language; the one its reader reads unless told.")
KIND = OpenApiParameter("kind", str, enum=list(MessageKind), description="What it says; the question unless told.")


def _language(asked: Query) -> str:
    """Empty where none was asked for."""
    return asked.choice("language", ["", *all_languages("")])


class InboxView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_inbox", Inbox)
    def get(self, request: Request) -> Response:
        """Everything that needs an answer of the team, soonest first."""
        return answer(inbox(actor_of(request), now()))


class WaitingView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_waiting", WaitingList)
    def get(self, request: Request) -> Response:
        """Everyone asked who has said nothing, with all they were asked for."""
        found = waiting(actor_of(request), now())
        note_read(request, AccessKind.PEOPLE)
        return answer(found)


class WaitingMessageView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_waiting_message", MessageView, parameters=[LANGUAGE])
    def get(self, request: Request, pk: UUID) -> Response:
        """One message, to copy, for all that an interpreter has not answered: the question, and what changed since."""
        return answer(asking_message(pk, _language(query(request, {"language"})), actor_of(request), now()))


class OfferMessageView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_offer_message", MessageView, parameters=[KIND, LANGUAGE], refuses=[409])
    def get(self, request: Request, pk: UUID) -> Response:
        """A text to copy for the person a place was put to: asking, what changed, confirming or cancelling."""
        asked = query(request, {"kind", "language"})
        kind = MessageKind(asked.choice("kind", tuple(MessageKind)))
        return answer(message_to_interpreter(pk, kind, _language(asked), actor_of(request)))
