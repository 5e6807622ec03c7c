"""What is told to whom when bookings change.

A service names what it changed; this module works out every card on every screen that now reads differently
(a taken place changes the offers of everyone else who was asked, a moved session changes the answers given for
it) and appends one journal line for each. Nothing else in ``bookings`` writes the journal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from passerelle.accounts.models import TeamMember
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import noting
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE
from passerelle.domain.travel import MOST_TRAVEL
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

_ANSWERABLE = [OfferState.ASKED, OfferState.RESERVE, OfferState.ACCEPTED, OfferState.DECLINED, OfferState.LAPSED]


@dataclass
class Changes:
    """What one unit of work changed. Call ``tell`` last, once, with every lock still held."""

    actor: Actor
    now: datetime
    _entries: dict[tuple[str, UUID, frozenset[str]], Entry] = field(default_factory=dict)
    _counts_of: set[UUID] = field(default_factory=set)
    _noted: set[UUID] = field(default_factory=set)
    """Sessions whose warnings may read differently now."""
    _noted_days: set[UUID] = field(default_factory=set)

    def visit(self, visit: Visit, kind: str) -> None:
        """The day itself changed: everyone sees days."""
        self._noted_days.add(visit.id)
        self._add("visit", visit.id, visit.version, kind, {audiences.TEAM, audiences.EVERYONE})

    def visit_plan(self, visit: Visit, kind: str) -> None:
        """Something of the day changed that only the team sees (therapists, travel)."""
        self._noted_days.add(visit.id)
        self._add("visit", visit.id, visit.version, kind, {audiences.TEAM})

    def session(self, session: Session, kind: str, *, visit_id: UUID | None = None) -> None:
        """The session changed: its partner, the team, and everyone who was asked for it."""
        seen_by = {audiences.TEAM, audiences.agency(session.agency_id)}
        if session.state == SessionState.DRAFT:
            seen_by = {audiences.agency(session.agency_id), *_writing(session)}
        self._add("session", session.id, session.version, kind, seen_by)
        self._counts_of.update(filter(None, [session.visit_id, visit_id]))
        self._noted.add(session.id)
        self._offers(Offer.objects.filter(shift__session=session).exclude(state=OfferState.NEW), kind)

    def shift(self, shift: Shift, kind: str, *, session: Session) -> None:
        """The place changed hands or state: the cover of its session, and what the others asked may answer."""
        self._add("shift", shift.id, shift.version, kind, {audiences.TEAM})
        self._add("session", session.id, session.version, "cover", {audiences.TEAM, audiences.agency(session.agency_id)})
        self._counts_of.update(filter(None, [session.visit_id]))
        self._noted.add(session.id)
        self._offers(Offer.objects.filter(shift=shift, state__in=_ANSWERABLE), kind)

    def shift_detail(self, shift: Shift, kind: str) -> None:
        """Something of the place changed that only the team sees (who was asked, an override)."""
        self._add("shift", shift.id, shift.version, kind, {audiences.TEAM})

    def offer(self, offer: Offer, kind: str) -> None:
        """An answer: for its interpreter, and for the team on the shift's list."""
        self._add("offer", offer.id, offer.version, kind, {audiences.interpreter(offer.interpreter_id)})

    def clashes_with(self, shift: Shift, interpreter_id: UUID, kind: str) -> None:
        """``interpreter_id`` came to hold, or let go of, a place: what clashes with it is set aside or revives."""
        within_reach = DateTimeTZRange(shift.block.lower - MOST_TRAVEL, shift.block.upper + MOST_TRAVEL)
        near = Offer.objects.filter(interpreter=interpreter_id, state__in=_ANSWERABLE, shift__block__overlap=within_reach)
        found = list(near.exclude(shift=shift).select_related("shift"))
        self._offers(found, kind)
        for offer in found:
            self.shift_detail(offer.shift, kind)

    def terms(self, shift: Shift, kind: str) -> None:
        """What the place comes with changed (its ticket): for the team, and for everyone who was asked."""
        self.shift_detail(shift, kind)
        self._offers(Offer.objects.filter(shift=shift).exclude(state=OfferState.NEW), kind)

    def ways(self, areas: Iterable[str], kind: str) -> None:
        """The way to these areas takes another time: whoever was asked for a session there reads it differently."""
        asked = Offer.objects.filter(shift__session__group__site__area__in=areas, shift__state__in=LIVE)
        self._offers(asked.exclude(state=OfferState.NEW), kind)

    def sets_out_elsewhere(self, interpreter_id: UUID, kind: str) -> None:
        """Someone sets out from another area: all that they were asked is another way off."""
        asked = Offer.objects.filter(interpreter=interpreter_id, shift__state__in=LIVE)
        self._offers(asked.exclude(state=OfferState.NEW), kind)

    def note(self, entry: Entry) -> None:
        """A line about something that is no booking, told with the rest."""
        self._entries[(entry.entity, entry.entity_id, entry.audiences)] = entry

    def tell(self) -> None:
        """Date the warnings, and append everything to the journal."""
        noting.keep(sessions=self._noted, visits=self._noted_days, now=self.now)
        for visit_id, version in Visit.objects.filter(id__in=self._counts_of).values_list("id", "version"):
            if ("visit", visit_id, frozenset({audiences.TEAM, audiences.EVERYONE})) not in self._entries:
                self._add("visit", visit_id, version, "counts", {audiences.TEAM})
        append(self._entries.values(), actor_id=self.actor.user_id, now=self.now)

    def duty(self, sessions: Iterable[Session], kind: str) -> None:
        """Who goes, or whom to call, on the day of these sessions, where they are confirmed."""
        for session in sessions:
            if session.state in {SessionState.CONFIRMED, SessionState.HELD}:
                self.session(session, kind)

    def _offers(self, offers: Iterable[Offer], kind: str) -> None:
        for offer in offers:
            self.offer(offer, kind)

    def _add(self, entity: str, entity_id: UUID, version: int, kind: str, seen_by: set[str]) -> None:
        # The first kind named is the act itself; what follows from it does not overwrite it.
        entry = Entry(entity, entity_id, version, kind, frozenset(seen_by))
        known = self._entries.get((entity, entity_id, entry.audiences))
        if known is not None:
            entry = Entry(entity, entity_id, max(version, known.version), known.kind, entry.audiences)
        self._entries[(entity, entity_id, entry.audiences)] = entry


def _writing(session: Session) -> set[str]:
    """Someone of the team who writes a request on a partner's behalf sees that draft, as nobody else of the team does."""
    writer = session.requested_by_id
    of_the_team = writer is not None and TeamMember.objects.filter(user=writer, active=True).exists()
    return {audiences.user(writer)} if writer is not None and of_the_team else set()
