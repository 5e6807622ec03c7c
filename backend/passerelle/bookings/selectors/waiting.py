"""Who has not answered: every person asked, with all that they were asked for. A fixed number of queries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from passerelle.bookings.messages.speaking import all_languages
from passerelle.bookings.models import Offer
from passerelle.bookings.selectors.held import HeldPlaces
from passerelle.bookings.selectors.news import news_of, turns_of, turns_with_moves
from passerelle.bookings.selectors.shifts import context
from passerelle.bookings.selectors.to_interpreters import waiting_text
from passerelle.bookings.selectors.visibility import offers as visible_offers
from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.session import MessageView
from passerelle.bookings.shapes.team import WaitingList, WaitingPerson, WaitingPlace
from passerelle.common.permissions import require_team
from passerelle.domain.policies import offer as policy
from passerelle.domain.policies.news import Turns
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import LIVE
from passerelle.domain.words import Language, Mode, Variety


def waiting(actor: Actor, now: datetime) -> WaitingList:
    """Everyone asked who has said nothing, who has waited longest for first."""
    require_team(actor)
    offers = _unanswered(actor, now)
    held = HeldPlaces((offer.interpreter_id for offer in offers), [offer.shift for offer in offers])
    turns = turns_of(offer.shift.session_id for offer in offers)
    by_person = groupby(sorted(offers, key=lambda offer: offer.interpreter_id), key=lambda offer: offer.interpreter_id)
    people = [_person(list(asked), held, turns, actor, now) for _id, asked in by_person]
    return WaitingList(sorted(people, key=lambda person: (person.since or now, person.interpreter.id)))


def asking_message(interpreter_id: UUID, language: str, actor: Actor, now: datetime) -> MessageView:
    """One message for all that somebody has not answered, in ``language`` (empty: the one they read).

    Where something changed since they were asked or answered, it says what.
    """
    require_team(actor)
    offers = [offer for offer in _unanswered(actor, now) if offer.interpreter_id == interpreter_id]
    if not offers:
        raise Missing(problem(Code.NOT_FOUND))
    person = offers[0].interpreter
    own = language or person.reading_language
    turns = turns_with_moves(offer.shift.session_id for offer in offers)
    text = waiting_text(person.first_name, offers, turns, own)
    return MessageView(own, text, all_languages(person.reading_language))


def _unanswered(actor: Actor, now: datetime) -> list[Offer]:
    rows = visible_offers(actor).filter(state=OfferState.ASKED, shift__state__in=LIVE, shift__session__starts_at__gt=now)
    joined = rows.select_related("interpreter__user", "shift__session__group__site", "shift__session__visit")
    return list(joined.order_by("shift__session__starts_at", "id"))


def _person(
    offers: Sequence[Offer], held: HeldPlaces, turns: Mapping[UUID, Turns], actor: Actor, now: datetime
) -> WaitingPerson:
    person = offers[0].interpreter
    return WaitingPerson(
        interpreter=Named(person.id, person.name),
        phone=person.phone,
        has_account=person.user_id is not None,
        reads=person.reading_language,
        since=min((offer.asked_at for offer in offers if offer.asked_at), default=None),
        places=[_place(offer, held, turns, actor, now) for offer in offers],
    )


def _place(offer: Offer, held: HeldPlaces, turns: Mapping[UUID, Turns], actor: Actor, now: datetime) -> WaitingPlace:
    shift, session = offer.shift, offer.shift.session
    site, clash = session.group.site, held.clash(offer.interpreter_id, shift)
    new = news_of(offer, turns.get(session.id, Turns())).new
    return WaitingPlace(
        id=offer.id,
        visit=DayRef(session.visit.id, session.visit.day) if session.visit else None,
        group_name=session.group.name,
        area=site.area,
        mode=Mode(session.mode),
        language=Language(shift.language),
        variety=Variety(shift.variety) if shift.variety else None,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        time_zone=site.time_zone,
        asked_at=offer.asked_at,
        answer_by=offer.answer_by,
        overdue=offer.answer_by is not None and offer.answer_by <= now,
        clashes=bool(clash),
        new_time=new.time,
        new_way=new.way,
        allowed_actions=policy.possible(context(offer, shift, clash=clash, now=now), actor.roles()),
    )
