"""``/profile``: what an interpreter says about their own work. ``/pairings``: with whom not."""

from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.selectors import pairings as selectors
from passerelle.bookings.services import pairings
from passerelle.bookings.services.profile import edit_profile
from passerelle.bookings.shapes.pairing import PairingChoices, PairingList
from passerelle.common.accesses import note_read
from passerelle.common.permissions import InterpreterOnly, actor_of
from passerelle.common.views import Nothing, answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.load import Limits
from passerelle.domain.refusals import Stale
from passerelle.domain.words import Place, Theme
from passerelle.interpreters.selectors import profile
from passerelle.interpreters.shapes import ProfileView
from passerelle.interpreters.wishes import Wishes

SMALL = {"min_value": 1, "max_value": 1000}


@dataclass(frozen=True)
class LimitsInput:
    """One's own limits; null: none of one's own."""

    consecutive_minutes: int | None = None
    sessions_a_day: int | None = None
    weeks_in_a_row: int | None = None
    hours_a_month: int | None = None

    LIMITS: ClassVar = dict.fromkeys(["consecutive_minutes", "sessions_a_day", "weeks_in_a_row", "hours_a_month"], SMALL)

    def limits(self) -> Limits:
        return Limits(self.consecutive_minutes, self.sessions_a_day, self.weeks_in_a_row, self.hours_a_month)


@dataclass(frozen=True)
class ProfileInput:
    """What an interpreter says about themselves, all of it anew."""

    version: int
    places: list[Place]
    base_area: str = ""
    not_themes: list[Theme] = field(default_factory=list)
    limits: LimitsInput = field(default_factory=LimitsInput)

    LIMITS: ClassVar = {"base_area": {"max_length": 120, "allow_blank": True}}

    def arguments(self) -> dict[str, Any]:
        wishes = Wishes(self.places, self.base_area, self.not_themes, self.limits.limits())
        return {"version": self.version, "wishes": wishes}


@dataclass(frozen=True)
class PairingInput:
    """A group, or all groups of a partner. The team names the interpreter; an interpreter speaks for themselves."""

    group: UUID | None = None
    agency: UUID | None = None
    interpreter: UUID | None = None

    def arguments(self) -> dict[str, Any]:
        return {"group_id": self.group, "agency_id": self.agency, "interpreter_id": self.interpreter}


class OwnProfileView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("get_profile", ProfileView)
    def get(self, request: Request) -> Response:
        """The reader as an interpreter: what is held, what they said, everyone's limits and their own."""
        return answer(profile(actor_of(request)))

    @documented("edit_profile", ProfileView, takes=ProfileInput)
    def put(self, request: Request) -> HttpResponse:
        """Change what is one's own to say. Languages, pay and papers are the team's to change."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> ProfileView:
            edit_profile(interpreter_id=profile(actor).id, **given, now=moment, actor=actor)
            return profile(actor)

        try:
            return perform(request, takes=ProfileInput, act=act)
        except Stale as stale:
            stale.current = profile(actor)
            raise


class PairingsView(APIView):
    @documented("list_pairings", PairingList)
    def get(self, request: Request) -> Response:
        """The pairings that the reader has ruled out, and no others."""
        found = selectors.pairings(actor_of(request))
        note_read(request, AccessKind.PAIRINGS)  # also where there is none: whether there is one is nobody's to infer
        return answer(found)

    @documented("rule_out_pairing", PairingList, takes=PairingInput, status=201)
    def post(self, request: Request) -> HttpResponse:
        """Not with this group, or with none of this partner's; no reason is asked, and nobody else is told."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> PairingList:
            pairings.rule_out_pairing(**given, now=moment, actor=actor)
            return selectors.pairings(actor)

        return perform(request, takes=PairingInput, act=act, status=201)


class AllowPairingView(APIView):
    @documented("allow_pairing", PairingList, takes=Nothing)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Take back what one has ruled out."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> PairingList:
            pairings.allow_pairing(pairing_id=pk, now=moment, actor=actor)
            return selectors.pairings(actor)

        return perform(request, takes=Nothing, act=act)


class PairingChoicesView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("list_pairing_choices", PairingChoices)
    def get(self, request: Request) -> Response:
        """Whom the reader knows from their own Fridays."""
        return answer(selectors.choices(actor_of(request)))
