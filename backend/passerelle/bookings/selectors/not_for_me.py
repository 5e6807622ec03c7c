"""Why is this not for me: the open places an interpreter was not asked for, each with the reasons in words."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.offers import asked_session, asked_shift, travel_minutes
from passerelle.bookings.selectors.people import People
from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.offer import NotForMeList, NotForMeView, WhyNot
from passerelle.common.language import say
from passerelle.domain.eligibility.checks import Reason, Severity, reasons_against
from passerelle.domain.eligibility.telling import told_to_themselves
from passerelle.domain.refusals import _
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import Interpreter, LanguageSkill, NotPaired

MOST = 50
NOT_ASKED_YET = WhyNot(
    "not_asked_yet", _("Nothing speaks against it. We ask a few people at a time, and you if it stays open.")
)


def not_for_me(actor: Actor, now: datetime) -> NotForMeList:
    """The soonest of them. A fixed number of queries; with whom the reader is not paired, there is nothing."""
    reader = Interpreter.objects.filter(pk__in=[actor.interpreter_id] if actor.interpreter_id else []).first()
    if reader is None:
        return NotForMeList([])
    shifts = list(_open_places(reader, now).order_by("session__starts_at", "id")[:MOST])
    if not shifts:
        return NotForMeList([])
    needs = {shift.id: facts.need_of(shift, shift.session) for shift in shifts}
    around = (shifts[0].block.lower, max(shift.block.upper for shift in shifts))
    people = People([reader], days={need.day for need in needs.values()}, around=around)
    found = []
    for shift in shifts:
        need, session = needs[shift.id], shift.session
        told = told_to_themselves(reasons_against(need, people.on(reader, need.day)))
        if told is not None:
            way = travel_minutes(session, reader.base_area, people.routes)
            day = DayRef(session.visit.id, session.visit.day) if session.visit else None
            card = asked_session(session, confirmed=False)
            found.append(NotForMeView(shift.id, way, asked_shift(shift), card, day, _why(told)))
    return NotForMeList(found)


def _open_places(reader: Interpreter, now: datetime) -> QuerySet[Shift]:
    asked = Offer.objects.filter(interpreter=reader, shift=OuterRef("pk")).exclude(state=OfferState.NEW)
    rows = Shift.objects.filter(
        ~Exists(asked),
        state=ShiftState.OPEN,
        session__state__in=[SessionState.SCHEDULED, SessionState.CONFIRMED],
        session__starts_at__gt=now,
        language__in=LanguageSkill.objects.filter(interpreter=reader).values("language"),
    )
    not_paired = NotPaired.objects.filter(interpreter=reader)
    rows = rows.exclude(session__group__in=not_paired.filter(group__isnull=False).values("group"))
    rows = rows.exclude(session__agency__in=not_paired.filter(agency__isnull=False).values("agency"))
    return rows.select_related("session__group__site", "session__agency", "session__visit")


def _why(reasons: list[Reason]) -> list[WhyNot]:
    """What stands against it; where nothing does, what is only a doubt; else that others are asked first."""
    against = [reason for reason in reasons if reason.severity is not Severity.CAUTION] or reasons
    return [WhyNot(reason.code, say(reason.message, reason.params)) for reason in against] or [
        WhyNot(NOT_ASKED_YET.code, say(NOT_ASKED_YET.message))
    ]
