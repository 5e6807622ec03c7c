"""Who is coming: one message a partner forwards to their own people, and the team to a partner."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from passerelle.bookings.messages.new import new_lines
from passerelle.bookings.messages.speaking import (
    day_words,
    hours_words,
    language_words,
    listed,
    moment_words,
    own_direction,
)
from passerelle.bookings.messages.why import Why, why_lines
from passerelle.domain.policies.news import New
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span
from passerelle.domain.words import Language, Mode, Variety


@dataclass(frozen=True, slots=True)
class Needed:
    language: Language
    variety: Variety | None = None


@dataclass(frozen=True, slots=True)
class Interpreting:
    first_name: str
    needed: Needed


@dataclass(frozen=True, slots=True)
class Coming:
    """A session as its partner may know it. Times are on the wall clock of the place.

    Until it is confirmed it has an ``area`` and languages ``needed``. After that it has the exact ``place``, those who
    come, and the languages it is still ``looking_for``. ``know_by`` is when the next thing is known, None where nobody
    can say. ``new`` is what changed since it was last told for sure; ``why`` is of a session that was cancelled.
    """

    group: str
    state: SessionState
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    area: str
    place: str = ""
    interpreters: tuple[Interpreting, ...] = ()
    needed: tuple[Needed, ...] = ()
    looking_for: tuple[Needed, ...] = ()
    therapists: tuple[str, ...] = ()
    duty_phone: str = ""
    know_by: datetime | None = None
    new: New = field(default_factory=New)
    why: Why = field(default_factory=Why)


def text(coming: Coming) -> str:
    """The message in the active language, a line a fact."""
    return "\n".join(_lines(coming))


def _lines(coming: Coming) -> Iterator[str]:
    yield own_direction(coming.group)
    yield listed([day_words(coming.starts_at.date()), hours_words(coming.starts_at, coming.ends_at)])
    if coming.state in _OVER:
        yield _("This session does not take place.")
        yield from why_lines(coming.why)
        return
    yield from new_lines(coming.new, Span(coming.starts_at, coming.ends_at), coming.mode)
    yield _where(coming)
    yield from _who(coming)
    yield _how_sure(coming)
    if coming.duty_phone:
        yield _("The team’s phone on the day: %(phone)s") % {"phone": own_direction(coming.duty_phone)}


_OVER = frozenset({SessionState.DECLINED, SessionState.WITHDRAWN, SessionState.CANCELLED})


def _where(coming: Coming) -> str:
    if coming.mode is Mode.REMOTE:
        return _("By video or telephone")
    return _("Where: %(place)s") % {"place": own_direction(coming.place or coming.area)}


def _who(coming: Coming) -> Iterator[str]:
    if coming.interpreters:
        people = (f"{own_direction(i.first_name)} – {_language(i.needed)}" for i in coming.interpreters)
        yield _("Interpreters: %(people)s") % {"people": listed(people)}
    if coming.needed:
        yield _("Languages: %(languages)s") % {"languages": listed(map(_language, coming.needed))}
    if coming.looking_for:
        needed = listed(map(_language, coming.looking_for))
        yield _("Still looking for an interpreter: %(languages)s") % {"languages": needed}
    if coming.therapists:
        yield _("Therapists: %(people)s") % {"people": listed(map(own_direction, coming.therapists))}
    elif coming.mode is Mode.PARTNER_LED:
        yield _("Led by the partner, without therapists")


def _language(needed: Needed) -> str:
    return language_words(needed.language, needed.variety)


def _how_sure(coming: Coming) -> str:
    by = moment_words(coming.know_by) if coming.know_by is not None else ""
    if coming.state is SessionState.HELD:
        return _("This session was held.")
    if coming.state is not SessionState.CONFIRMED:
        if not by:
            return _("Not confirmed yet: we will know as soon as it is decided.")
        return _("Not confirmed yet: we will know by %(moment)s.") % {"moment": by}
    if not coming.looking_for:
        return _("Confirmed")
    if not by:
        return _("Confirmed. We will know about the missing interpreter as soon as one is found.")
    return _("Confirmed. We will know about the missing interpreter by %(moment)s.") % {"moment": by}
