"""Messages to forward: values from the database, told in the language asked for."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from passerelle.bookings.messages import coming as coming_message
from passerelle.bookings.messages.coming import Coming, Interpreting, Needed
from passerelle.bookings.messages.speaking import languages, told_in
from passerelle.bookings.messages.why import Why
from passerelle.bookings.models import Session, Shift
from passerelle.bookings.selectors.news import turns_with_moves
from passerelle.bookings.selectors.sessions import CERTAIN, SURE, know_by, therapists_of, with_context
from passerelle.bookings.selectors.visibility import sessions as visible_sessions
from passerelle.bookings.shapes.session import MessageView
from passerelle.domain.policies.news import New, Turns, new_to_partner
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE
from passerelle.domain.states.spoken import SPOKEN
from passerelle.domain.time import Span
from passerelle.domain.words import CancelReason, Language, Mode, Variety


def who_is_coming(session_id: UUID, language: str, actor: Actor, now: datetime) -> MessageView:
    """Who is coming to a session, in ``language``. Raises ``Missing``; refuses a draft, to which nobody comes."""
    session = with_context(visible_sessions(actor)).filter(pk=session_id).first()
    if session is None:
        raise Missing(problem(Code.NOT_FOUND))
    if session.state == SessionState.DRAFT:
        raise refuse(Code.WRONG_STATE, state=SPOKEN[SessionState.DRAFT])
    places = list(
        Shift.objects.filter(session=session, state__in=LIVE | SURE).select_related("holder").order_by("language", "id")
    )
    return MessageView(language, told_in(language, coming_message.text, _values(session, places, now)), languages())


def _values(session: Session, places: list[Shift], now: datetime) -> Coming:
    site, certain = session.group.site, session.state in CERTAIN
    zone = ZoneInfo(site.time_zone)
    empty = [place for place in places if place.state not in SURE] if certain else []
    by = know_by(session, needs_cover=bool(empty), now=now)
    return Coming(
        group=session.group.name,
        state=SessionState(session.state),
        mode=Mode(session.mode),
        starts_at=session.starts_at.astimezone(zone),
        ends_at=session.ends_at.astimezone(zone),
        area=site.area,
        place=f"{site.name}, {site.address}" if certain else "",
        interpreters=tuple(
            Interpreting(place.holder.first_name, _needed(place))
            for place in places
            if certain and place.state in SURE and place.holder
        ),
        needed=() if certain else tuple(_asked_for(line) for line in session.needs),
        looking_for=tuple(map(_needed, empty)),
        therapists=tuple(therapists_of([session])[session.visit_id]) if certain and session.visit_id else (),
        duty_phone=session.visit.duty_phone if certain and session.visit else "",
        know_by=by.astimezone(zone) if by is not None else None,
        new=on_the_wall(_new(session), zone),
        why=why_cancelled(session),
    )


def _new(session: Session) -> New:
    turns = turns_with_moves([session.id]).get(session.id, Turns())
    return new_to_partner(SessionState(session.state), requested_at=session.requested_at, turns=turns)


def on_the_wall(new: New, zone: ZoneInfo) -> New:
    """With the times that a clock at the place shows."""
    was = new.was
    return replace(new, was=Span(was.start.astimezone(zone), was.end.astimezone(zone)) if was is not None else None)


def why_cancelled(session: Session) -> Why:
    """What the team said on cancelling it; what a partner writes on taking a request back is to the team."""
    if session.state != SessionState.CANCELLED:
        return Why()
    return Why(CancelReason(session.reason_code) if session.reason_code else None, session.reason_note)


def _needed(place: Shift) -> Needed:
    return Needed(Language(place.language), Variety(place.variety) if place.variety else None)


def _asked_for(line: dict[str, str]) -> Needed:
    variety = line.get("variety")
    return Needed(Language(line["language"]), Variety(variety) if variety else None)
