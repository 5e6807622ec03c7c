"""What an interpreter is asked, and what they answered: area before confirmation, place and contact after."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.held import HeldBlocks
from passerelle.bookings.selectors.shifts import block, context
from passerelle.bookings.selectors.visibility import offers as visible_offers
from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.offer import AskedSession, AskedShift, ExactPlace, OfferView
from passerelle.bookings.shapes.session import Contact
from passerelle.domain.policies import offer as policy
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.words import GroupKind, Language, Mode, Pay, Room, Situation, Theme, Variety

_SURE = {ShiftState.CONFIRMED, ShiftState.WORKED}


class Show(StrEnum):
    """What is asked and what is booked are never in one list."""

    ASKED = "asked"
    MINE = "mine"
    PAST = "past"


def shown(actor: Actor, show: Show) -> QuerySet[Offer]:
    """The offers of the interpreter ``actor`` is, for one of their lists."""
    own = visible_offers(actor).filter(interpreter=actor.interpreter_id)
    mine = Q(state__in=[OfferState.ACCEPTED, OfferState.RESERVE], shift__state__in=LIVE)
    asked = Q(state__in=[OfferState.ASKED, OfferState.DECLINED, OfferState.LAPSED], shift__state__in=LIVE)
    match show:
        case Show.MINE:
            own = own.filter(mine)
        case Show.ASKED:
            own = own.filter(asked)
        case Show.PAST:
            own = own.exclude(mine).exclude(asked)
    return own.select_related("shift__session__group__site", "shift__session__agency", "shift__session__visit")


def offer_view(offer_id: UUID, actor: Actor, now: datetime) -> OfferView:
    """One offer. Raises ``Missing`` for who may not see it."""
    rows = visible_offers(actor).select_related(
        "shift__session__group__site", "shift__session__agency", "shift__session__visit"
    )
    offer = rows.filter(pk=offer_id).first()
    if offer is None:
        raise Missing(problem(Code.NOT_FOUND))
    return offer_views([offer], actor, now)[0]


def offer_views(offers: Sequence[Offer], actor: Actor, now: datetime) -> list[OfferView]:
    """The cards of ``offers``, in their order. ``shift.session`` comes with group, site, agency and visit."""
    held = HeldBlocks((o.interpreter_id for o in offers), (facts.span_of(o.shift) for o in offers))
    return [_view(offer, held.clash(offer.interpreter_id, offer.shift), actor, now) for offer in offers]


def _view(offer: Offer, clashes: bool, actor: Actor, now: datetime) -> OfferView:
    shift, session = offer.shift, offer.shift.session
    holds = offer.state == OfferState.ACCEPTED and shift.holder_id == offer.interpreter_id
    confirmed = holds and shift.state in _SURE
    roles = actor.roles(interpreter_id=offer.interpreter_id)
    return OfferView(
        id=offer.id,
        version=offer.version,
        state=OfferState(offer.state),
        confirmed=confirmed,
        clashes=clashes,
        shift=_shift(shift),
        session=_session(session, confirmed=confirmed),
        visit=DayRef(session.visit.id, session.visit.day) if session.visit else None,
        asked_at=offer.asked_at,
        answer_by=offer.answer_by,
        answered_at=offer.answered_at,
        undo_until=offer.undo_until,
        recorded_by_team=offer.recorded_by_id is not None,
        allowed_actions=policy.possible(context(offer, shift, clashes=clashes, now=now), roles),
    )


def _shift(shift: Shift) -> AskedShift:
    variety = Variety(shift.variety) if shift.variety else None
    return AskedShift(Language(shift.language), variety, Pay(shift.pay), block(shift))


def _session(session: Session, *, confirmed: bool) -> AskedSession:
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
    )
