"""Messages for one interpreter: values from the database, told in the language they read. The team copies them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from passerelle.bookings.messages import asking, cancelling, changing, confirming
from passerelle.bookings.messages.asking import Asking
from passerelle.bookings.messages.cancelling import Cancelling
from passerelle.bookings.messages.changing import Changed, Changing
from passerelle.bookings.messages.confirming import Confirming
from passerelle.bookings.messages.place import Place
from passerelle.bookings.messages.speaking import all_languages, told_in
from passerelle.bookings.messages.why import Why
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors.messages import on_the_wall, why_cancelled
from passerelle.bookings.selectors.news import news_of, possible_messages, turns_with_moves
from passerelle.bookings.selectors.offers import counted_on_it
from passerelle.bookings.selectors.visibility import offers as visible_offers
from passerelle.bookings.shapes.session import MessageView
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.common.permissions import require_team
from passerelle.domain.policies.news import News, Next, Turns
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import CALLED_OFF, SessionState
from passerelle.domain.states.spoken import SPOKEN
from passerelle.domain.words import Language, Mode, Variety

_CARD = ("interpreter__user", "shift__session__group__site", "shift__session__visit")
_OFF = CALLED_OFF | {SessionState.DECLINED}


def message_to_interpreter(offer_id: UUID, kind: MessageKind, language: str, actor: Actor) -> MessageView:
    """A text about one place for the person it was put to, in ``language`` (empty: the one they read).

    Raises ``Missing``; refuses (``wrong_state``) what is not so: nobody is told "confirmed" before they are.
    """
    require_team(actor)
    offer = visible_offers(actor).select_related(*_CARD).filter(pk=offer_id).first()
    if offer is None:
        raise Missing(problem(Code.NOT_FOUND))
    session_id = offer.shift.session_id
    turns = turns_with_moves([session_id]).get(session_id, Turns())
    if kind not in possible_messages(offer, offer.shift, turns):
        raise refuse(Code.WRONG_STATE, state=SPOKEN[OfferState(offer.state)])
    own = language or offer.interpreter.reading_language
    return MessageView(own, _text(offer, kind, turns, own), all_languages(offer.interpreter.reading_language))


def _text(offer: Offer, kind: MessageKind, turns: Turns, language: str) -> str:
    shift, name = offer.shift, offer.interpreter.first_name
    match kind:
        case MessageKind.ASKING:
            return asking_text(name, [offer], language)
        case MessageKind.CHANGED:
            return told_in(language, changing.text, _changing(offer, news_of(offer, turns)))
        case MessageKind.CONFIRMING:
            return told_in(language, confirming.text, _confirming(name, shift))
        case MessageKind.CANCELLING:
            why = why_cancelled(shift.session) if counted_on_it(offer) else Why()
            values = Cancelling(name, _place(shift), takes_place=shift.session.state not in _OFF, why=why)
            return told_in(language, cancelling.text, values)


def asking_text(first_name: str, offers: Sequence[Offer], language: str) -> str:
    """The plain question for all of ``offers``, which come with place, session, group and site."""
    places = tuple(Changed(_place(offer.shift)) for offer in offers)
    return told_in(language, asking.text, Asking(first_name, places, answer_by=_first_deadline(offers)))


def waiting_text(first_name: str, offers: Sequence[Offer], turns: Mapping[UUID, Turns], language: str) -> str:
    """All of ``offers``, which are asked, in one message that says what became of each since. See ``asking_text``."""
    news = [(offer, news_of(offer, turns.get(offer.shift.session_id, Turns()))) for offer in offers]
    if len(news) == 1 and news[0][1]:
        return told_in(language, changing.text, _changing(*news[0]))
    asked = Asking(
        first_name,
        places=tuple(_changed(offer, new) for offer, new in news if new.next is not Next.ANSWER_AGAIN),
        again=tuple(_changed(offer, new) for offer, new in news if new.next is Next.ANSWER_AGAIN),
        answer_by=_first_deadline(offers),
    )
    return told_in(language, asking.text, asked)


def _first_deadline(offers: Sequence[Offer]) -> datetime | None:
    """On the wall clock of its place."""
    deadlines = [offer.answer_by.astimezone(_zone(offer.shift)) for offer in offers if offer.answer_by is not None]
    return min(deadlines, default=None)


def _changing(offer: Offer, news: News) -> Changing:
    return Changing(offer.interpreter.first_name, _changed(offer, news), news.next, _first_deadline([offer]))


def _changed(offer: Offer, news: News) -> Changed:
    return Changed(_place(offer.shift), on_the_wall(news.new, _zone(offer.shift)))


def _confirming(first_name: str, shift: Shift) -> Confirming:
    session, site = shift.session, shift.session.group.site
    begins_at: datetime = shift.block.lower
    return Confirming(
        first_name,
        _place(shift),
        begins_at.astimezone(_zone(shift)),
        exact="" if session.mode == Mode.REMOTE else f"{site.name}, {site.address}",
        duty_phone=session.visit.duty_phone if session.visit is not None else "",
    )


def _place(shift: Shift) -> Place:
    session, zone = shift.session, _zone(shift)
    return Place(
        session.starts_at.astimezone(zone),
        session.ends_at.astimezone(zone),
        Language(shift.language),
        Variety(shift.variety) if shift.variety else None,
        Mode(session.mode),
        session.group.site.area,
    )


def _zone(shift: Shift) -> ZoneInfo:
    return ZoneInfo(shift.session.group.site.time_zone)
