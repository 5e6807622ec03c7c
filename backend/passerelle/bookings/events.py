"""What is told to whom when bookings change.

A service names what it changed; this module works out every card on every screen that now reads differently
(a taken place changes the offers of everyone else who was asked, a moved session changes the answers given for
it) and appends one journal line for each. Nothing else in ``bookings`` writes the journal.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from passerelle.accounts.models import TeamMember
from passerelle.agencies.travel import routes
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors.clashes import asked_near, clashing, set_aside_by
from passerelle.bookings.selectors.held import HeldPlaces
from passerelle.bookings.selectors.visibility import HIDDEN
from passerelle.bookings.services import noting
from passerelle.domain.roles import Actor
from passerelle.domain.standing import SURE, Standing
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE
from passerelle.domain.time import local_day
from passerelle.domain.travel import Routes
from passerelle.domain.words import Mode
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

_CAN_STILL_SAY_YES = [OfferState.ASKED, OfferState.DECLINED, OfferState.LAPSED]


@dataclass
class _Place:
    """A place that was changed: how it was found, how it is, and in which word to tell of it."""

    found: Standing | None
    shift: Shift
    session: Session
    kind: str


@dataclass
class Changes:
    """What one unit of work changed. Call ``tell`` last, once, with every lock still held."""

    actor: Actor
    now: datetime
    travel: Routes | None = None
    """The travel times, where the act has read them."""
    _entries: dict[tuple[str, UUID, frozenset[str]], Entry] = field(default_factory=dict)
    _places: dict[UUID, _Place] = field(default_factory=dict)
    _offers_found: dict[UUID, OfferState | None] = field(default_factory=dict)
    """The answers that are told of, each as it was before the act."""
    _hidden: dict[UUID, bool] = field(default_factory=dict)
    """Of the answers read when all was written: whether their own interpreters do not see them."""
    _counts_of: set[UUID] = field(default_factory=set)
    _counts_on: set[date] = field(default_factory=set)
    """Days on which requests may count otherwise, whatever the visit."""
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

    def session(self, session: Session, kind: str, *, visit_id: UUID | None = None, day: date | None = None) -> None:
        """The session itself changed: for its partner, the team, and everyone who was asked for it.

        ``visit_id`` and ``day`` are where it was before, where it moved.
        """
        self._session_itself(session, kind, visit_id=visit_id, day=day)
        self.asked([session], kind)

    def sessions(self, sessions: Sequence[Session], kind: str) -> None:
        """``session`` for each, where they stay. One query."""
        for session in sessions:
            self._session_itself(session, kind)
        self.asked(sessions, kind)

    def _session_itself(self, session: Session, kind: str, *, visit_id: UUID | None = None, day: date | None = None) -> None:
        self.request(session, kind)
        if session.state != SessionState.DRAFT:
            self._counts_of.update(filter(None, [session.visit_id, visit_id]))
            self._counts_on.update(filter(None, [local_day(session.starts_at, session.group.site.time_zone), day]))

    def asked(self, sessions: Sequence[Session], kind: str, *, sure_only: bool = False) -> None:
        """What everyone who was asked for them reads of the sessions; or only those who are confirmed."""
        offers = Offer.objects.filter(shift__session__in=sessions).exclude(state=OfferState.NEW)
        sure = Q(state=OfferState.ACCEPTED, shift__state__in=SURE)
        self._offers(offers.filter(sure) if sure_only else offers, kind)

    def request(self, session: Session, kind: str) -> None:
        """Something between partner and team: a proposal, who is told, who comes of the team. No interpreter reads it."""
        seen_by = {audiences.TEAM, audiences.agency(session.agency_id)}
        if session.state == SessionState.DRAFT:
            seen_by = {audiences.agency(session.agency_id), *_writing(session)}
        self._add("session", session.id, session.version, kind, seen_by)
        self._noted.add(session.id)

    def shift(self, shift: Shift, kind: str, *, session: Session) -> None:
        """The place changed hands or state. Who else reads that follows from how it was found (``tell``)."""
        self.shift_detail(shift, kind)
        self._noted.add(session.id)
        known = self._places.setdefault(shift.id, _Place(shift.found, shift, session, kind))
        known.shift = shift

    def shift_detail(self, shift: Shift, kind: str) -> None:
        """Something of the place changed that only the team sees (who was asked, an override)."""
        self._add("shift", shift.id, shift.version, kind, {audiences.TEAM})

    def offer(self, offer: Offer, kind: str) -> None:
        """An answer: for its interpreter, and for the team on the shift's list."""
        self._offers_found.setdefault(offer.id, offer.found)
        self._add("offer", offer.id, offer.version, kind, {audiences.interpreter(offer.interpreter_id)})

    def clashes_with(self, held: Sequence[tuple[Shift, UUID]], kind: str) -> None:
        """Each place came to be held, or was let go of, by that person: what clashes with these alone is set aside or revives.

        The places come with session, group and site.
        """
        near = list(asked_near(held))
        for offer in set_aside_by(held, near, self._travel_times) if near else ():
            self.offer(offer, kind)
            self.shift_detail(offer.shift, kind)

    @contextmanager
    def clashes_of(self, places: Q) -> Iterator[None]:
        """Around what brings these places (shifts) nearer to others, or farther off: whose answers clash by now, or no more."""
        before = clashing(places)
        yield
        now = clashing(places)
        for offer in Offer.objects.filter(pk__in=before ^ now).select_related("shift"):
            kind = "clashes" if offer.id in now else "revived"
            self.offer(offer, kind)
            self.shift_detail(offer.shift, kind)

    def terms(self, shift: Shift, kind: str) -> None:
        """What the place comes with changed (its ticket): for the team, and for everyone who was asked."""
        self.shift_detail(shift, kind)
        self._offers(Offer.objects.filter(shift=shift).exclude(state=OfferState.NEW), kind)

    def ways(self, one: str, other: str, kind: str) -> None:
        """The way between two areas takes another time: for who was asked in one, and sets out in the other."""
        area, sets_out = "shift__session__group__site__area", "interpreter__base_area"
        between = Q(**{area: one, sets_out: other}) | Q(**{area: other, sets_out: one})
        asked = Offer.objects.filter(between, shift__state__in=LIVE).exclude(shift__session__mode=Mode.REMOTE)
        self._offers(asked.exclude(state=OfferState.NEW), kind)

    def set_out_elsewhere(self, people: Sequence[UUID], kind: str) -> None:
        """They set out from another area: all that they were asked is another way off."""
        asked = Offer.objects.filter(interpreter__in=people, shift__state__in=LIVE)
        self._offers(asked.exclude(state=OfferState.NEW), kind)

    def past(
        self,
        visits: Iterable[Visit],
        sessions: Iterable[Session],
        shifts: Iterable[Shift],
        offers: Iterable[Offer],
        kind: str = "",
    ) -> None:
        """Days that were over were written down as they went, or taken back: nothing of them is awaited, asked or warned of."""
        for visit in visits:
            self._add("visit", visit.id, visit.version, kind or visit.state, {audiences.TEAM, audiences.EVERYONE})
        for session in sessions:
            seen_by = {audiences.TEAM, audiences.agency(session.agency_id)}
            self._add("session", session.id, session.version, kind or session.state, seen_by)
        for shift in shifts:
            self.shift_detail(shift, kind or shift.state)
        for offer in offers:
            self.offer(offer, kind or offer.state)

    def note(self, entry: Entry) -> None:
        """A line about something that is no booking, told with the rest."""
        self._entries[(entry.entity, entry.entity_id, entry.audiences)] = entry

    def tell(self) -> None:
        """Date the warnings, and append everything to the journal."""
        noting.keep(sessions=self._noted, visits=self._noted_days, now=self.now)
        offers = self._offers_told_of()
        for shift_id, place in self._places.items():
            self._tell_of(place, offers[shift_id])
        days = Visit.objects.filter(Q(id__in=self._counts_of) | Q(day__in=self._counts_on))
        for visit_id, version in days.values_list("id", "version"):
            if ("visit", visit_id, frozenset({audiences.TEAM, audiences.EVERYONE})) not in self._entries:
                self._add("visit", visit_id, version, "counts", {audiences.TEAM})
        append(self._as_each_may_hear(), actor_id=self.actor.user_id, now=self.now)

    def _as_each_may_hear(self) -> list[Entry]:
        """What somebody was asked and does not see, before the act nor after it, is written down for nobody to hear."""
        unsure = [pk for pk, found in self._offers_found.items() if found not in {None, OfferState.ACCEPTED}]
        if unread := [pk for pk in unsure if pk not in self._hidden]:
            self._hidden.update(Offer.objects.filter(pk__in=unread).values_list("id", HIDDEN))
        hidden = {pk for pk in unsure if self._hidden.get(pk)}
        return [
            replace(entry, audiences=frozenset({audiences.NOBODY})) if entry.entity_id in hidden else entry
            for entry in self._entries.values()
        ]

    def _offers_told_of(self) -> dict[UUID, list[Offer]]:
        """By place, the yes that was given and those that could still be. One query."""
        found: dict[UUID, list[Offer]] = {shift_id: [] for shift_id in self._places}
        told = Offer.objects.filter(shift__in=found, state__in=[OfferState.ACCEPTED, *_CAN_STILL_SAY_YES])
        for offer in told.annotate(hidden=HIDDEN):
            found[offer.shift_id].append(offer)
            self._hidden[offer.id] = offer.hidden
        return found

    def _tell_of(self, place: _Place, offers: Sequence[Offer]) -> None:
        """The cover its partner reads, the day's counts, and what the others who were asked may answer by now."""
        found, now, session = place.found, place.shift.standing, place.session
        if found is None or found.cover != now.cover:
            self._add("session", session.id, session.version, "cover", {audiences.TEAM, audiences.agency(session.agency_id)})
        if (found is None or found.counts != now.counts) and session.visit_id is not None:
            self._counts_of.add(session.visit_id)
        if found is None:
            return
        if found.state != now.state:
            self._offers((offer for offer in offers if offer.state == OfferState.ACCEPTED), place.kind)
        could = [offer for offer in offers if offer.state != OfferState.ACCEPTED]
        self._offers(could if found.is_live != now.is_live else self._whose_answers_differ(could, place, found), place.kind)

    def _whose_answers_differ(self, offers: Iterable[Offer], place: _Place, found: Standing) -> list[Offer]:
        """Those for whom the place became free, or is free no longer; who is booked beside it may say yes neither way."""
        now = place.shift.standing
        differ = [
            offer
            for offer in offers
            if found.is_free_for(offer.interpreter_id, self.now) != now.is_free_for(offer.interpreter_id, self.now)
        ]
        place.shift.session = place.session
        held = HeldPlaces((offer.interpreter_id for offer in differ), [place.shift], ways=self.travel)
        return [offer for offer in differ if not held.clash(offer.interpreter_id, place.shift)]

    def duty(self, sessions: Iterable[Session], kind: str) -> None:
        """Who goes, or whom to call, on the day of these sessions, where they are confirmed."""
        for session in sessions:
            if session.state in {SessionState.CONFIRMED, SessionState.HELD}:
                self.request(session, kind)

    @cached_property
    def _travel_times(self) -> Routes:
        return routes() if self.travel is None else self.travel

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
