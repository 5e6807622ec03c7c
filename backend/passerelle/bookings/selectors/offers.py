"""What an interpreter is asked, and what they answered: area before confirmation, place and contact after."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors.held import Clash, HeldPlaces, clash_of
from passerelle.bookings.selectors.people import booking_of, stop_of
from passerelle.bookings.selectors.sessions import reason_of
from passerelle.bookings.selectors.shifts import block, context
from passerelle.bookings.selectors.visibility import offers as visible_offers
from passerelle.bookings.selectors.visibility import own_offers
from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.offer import AskedSession, AskedShift, ExactPlace, OfferView
from passerelle.bookings.shapes.session import Contact
from passerelle.domain.policies import offer as policy
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.travel import Routes
from passerelle.domain.words import GroupKind, Language, Mode, Pay, Room, Situation, Theme, Variety

_SURE = {ShiftState.CONFIRMED, ShiftState.WORKED}
_CAME = {ShiftState.WORKED: True, ShiftState.MISSED: False}


class Show(StrEnum):
    """What is asked and what is booked are never in one list."""

    ASKED = "asked"
    MINE = "mine"
    PAST = "past"


def shown(actor: Actor, show: Show) -> QuerySet[Offer]:
    """The offers of the interpreter ``actor`` is, for one of their lists."""
    own = own_offers(actor)
    mine = Q(state__in=[OfferState.ACCEPTED, OfferState.RESERVE], shift__state__in=LIVE)
    asked = Q(state__in=[OfferState.ASKED, OfferState.DECLINED, OfferState.LAPSED], shift__state__in=LIVE)
    match show:
        case Show.MINE:
            own = own.filter(mine)
        case Show.ASKED:
            own = own.filter(asked)
        case Show.PAST:
            own = own.exclude(mine).exclude(asked)
    return _with_cards(own)


def _with_cards(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """With what a card needs. Whom and which day it is about are few: joined too, PostgreSQL plans longer than it reads."""
    joined = offers.select_related("shift__session__group__site", "shift__session__agency")
    return joined.prefetch_related("interpreter", "shift__session__visit")


def offer_view(offer_id: UUID, actor: Actor, now: datetime) -> OfferView:
    """One offer. Raises ``Missing`` for who may not see it."""
    offer = _with_cards(visible_offers(actor)).filter(pk=offer_id).first()
    if offer is None:
        raise Missing(problem(Code.NOT_FOUND))
    return offer_card(offer, actor, now)


def offer_card(offer: Offer, actor: Actor, now: datetime) -> OfferView:
    """The card of ``offer``, which comes with what a card needs (``_with_cards``); whoever just answered it may see it.

    An answer changes nothing of what else they hold: where it was read to judge the answer, it is not read again.
    """
    if (person := offer.answered_by) is None:
        return offer_views([offer], actor, now)[0]
    clash = clash_of(booking_of(offer.shift), person.held, person.routes)
    return _view(offer, clash, person.routes, actor, now)


def offer_views(offers: Sequence[Offer], actor: Actor, now: datetime) -> list[OfferView]:
    """The cards of ``offers``, in their order, which come with what a card needs (``_with_cards``)."""
    held = HeldPlaces((o.interpreter_id for o in offers), [o.shift for o in offers])
    return [_view(offer, held.clash(offer.interpreter_id, offer.shift), held.ways, actor, now) for offer in offers]


def _view(offer: Offer, clash: Clash, ways: Routes, actor: Actor, now: datetime) -> OfferView:
    shift, session = offer.shift, offer.shift.session
    holds = offer.state == OfferState.ACCEPTED and shift.holder_id == offer.interpreter_id
    confirmed = holds and shift.state in _SURE
    roles = actor.roles(interpreter_id=offer.interpreter_id)
    return OfferView(
        id=offer.id,
        version=offer.version,
        state=OfferState(offer.state),
        confirmed=confirmed,
        clashes=bool(clash),
        came=_CAME.get(ShiftState(shift.state)) if holds else None,
        travel_minutes=travel_minutes(session, offer.interpreter.base_area, ways) if shift.state in LIVE else None,
        shift=asked_shift(shift),
        session=asked_session(session, confirmed=confirmed, counted_on_it=counted_on_it(offer)),
        visit=DayRef(session.visit.id, session.visit.day) if session.visit else None,
        asked_at=offer.asked_at,
        answer_by=offer.answer_by,
        answered_at=offer.answered_at,
        undo_until=offer.undo_until,
        recorded_by_team=offer.recorded_by_id is not None,
        allowed_actions=policy.possible(context(offer, shift, clash=clash, now=now), roles),
    )


def travel_minutes(session: Session, base_area: str, ways: Routes) -> int | None:
    """The way from ``base_area`` to the session, where there is one and it is known."""
    stop = stop_of(session)
    return ways.minutes(base_area, stop.area) if base_area and stop is not None else None


def asked_shift(shift: Shift) -> AskedShift:
    variety = Variety(shift.variety) if shift.variety else None
    return AskedShift(Language(shift.language), variety, Pay(shift.pay), shift.ticket_paid, block(shift))


def counted_on_it(offer: Offer) -> bool:
    """Said yes or stood by until it came to nothing."""
    return offer.state == OfferState.STOOD_DOWN and offer.answered_at is not None


def asked_session(session: Session, *, confirmed: bool, counted_on_it: bool = False) -> AskedSession:
    group, site = session.group, session.group.site
    contact = confirmed and (session.contact_name or session.contact_phone)
    return AskedSession(
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        mode=Mode(session.mode),
        state=SessionState(session.state),
        area=site.area,
        time_zone=site.time_zone,
        place=ExactPlace(site.name, site.address) if confirmed else None,
        contact=Contact(session.contact_name, session.contact_phone) if contact else None,
        agency_name=session.agency.name if confirmed else None,
        group_kind=GroupKind(group.kind),
        women_only=group.women_only,
        theme=Theme(session.theme) if session.theme else None,
        situations=[Situation(word) for word in session.situations],
        room=[Room(word) for word in session.room],
        # What a partner writes on taking a request back is to the team.
        reason=reason_of(session) if counted_on_it and session.state == SessionState.CANCELLED else None,
    )
