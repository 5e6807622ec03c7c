"""The register of days, sessions, places and answers: who works, who asks, and the little that is said of a group."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, When

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Member
from passerelle.bookings.models import Offer, Override, Session, SessionTold, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors.visibility import seen
from passerelle.common.register import Table
from passerelle.domain.personal import (
    Basis,
    Condition,
    Erasing,
    Kept,
    Personal,
    Plain,
    Purpose,
    Reader,
    Whom,
    fields,
    readers,
)

_WORK = Personal(
    about=Whom.INTERPRETER,
    purpose=Purpose.DAY,
    basis=Basis.AGREEMENT,
    kept=Kept.RECORD,
    seen_by=readers(Reader.SELF, Reader.TEAM),
    erasing=Erasing.NAMELESS,
    exported=True,
)
_PAY = replace(_WORK, purpose=Purpose.PAY, basis=Basis.LAW)
_ANSWER = replace(_WORK, purpose=Purpose.MATCH, kept=Kept.ANSWERS)
_DECISION = replace(_WORK, purpose=Purpose.SAFE, basis=Basis.INTERESTS, condition=Condition.SAFEGUARDING)
_TEAM = replace(_WORK, about=Whom.TEAM, basis=Basis.INTERESTS, seen_by=readers(Reader.SELF, Reader.TEAM, Reader.CONFIRMED))
_RECORDER = replace(_TEAM, purpose=Purpose.TRACE, seen_by=readers(Reader.TEAM), exported=False)
_ASKED = replace(_TEAM, about=Whom.MEMBER, purpose=Purpose.TRACE, seen_by=readers(Reader.SELF, Reader.TEAM, Reader.COLLEAGUES))
_TOLD = replace(_ASKED, purpose=Purpose.REACH)
_CONTACT = Personal(
    about=Whom.STAFF,
    purpose=Purpose.DAY,
    basis=Basis.INTERESTS,
    kept=Kept.CONTACTS,
    seen_by=readers(Reader.TEAM, Reader.PARTNER, Reader.CONFIRMED),
    erasing=Erasing.RUNS_OUT,
    exported=False,
)
_TEXT = replace(
    _CONTACT,
    about=Whom.GROUP,
    kept=Kept.TEXTS,
    seen_by=readers(Reader.TEAM, Reader.PARTNER, Reader.INTERPRETERS),
    condition=Condition.CARE,
)
_TEAM_TEXT = replace(_TEXT, seen_by=readers(Reader.TEAM))
_GROUP = replace(_TEXT, kept=Kept.RECORD, erasing=Erasing.NO_ONE)
_DUTY_PHONE = replace(_CONTACT, about=Whom.TEAM)


def _days_i_stood_in(user_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(deputy__user=user_id).order_by("day", "pk")


def _my_visits(user_id: UUID) -> QuerySet[VisitTherapist]:
    return VisitTherapist.objects.filter(member__user=user_id).order_by("visit__day", "pk")


def _what_i_asked_for(user_id: UUID) -> QuerySet[Session]:
    """When, and with which group, only for those who see the session still; not even its place in the order else."""
    colleague = Member.objects.filter(agency=OuterRef("agency"), user=user_id, active=True)
    of_the_team = TeamMember.objects.filter(user=user_id, active=True)
    asked = Session.objects.annotate(seen=Exists(colleague) | Exists(of_the_team))
    shown = {
        "group_seen": Case(When(seen=True, then="group__name")),
        "start_seen": Case(When(seen=True, then="starts_at")),
    }
    return asked.filter(requested_by=user_id).annotate(**shown).order_by("requested_at", "pk")


def _what_i_hear_of(user_id: UUID) -> QuerySet[SessionTold]:
    return SessionTold.objects.filter(member__user=user_id, member__active=True).order_by("session__starts_at", "pk")


def _my_work(user_id: UUID) -> QuerySet[Shift]:
    return Shift.objects.filter(holder__user=user_id).order_by("block", "pk")


def _about_me(user_id: UUID) -> QuerySet[Override]:
    return Override.objects.filter(interpreter__user=user_id).order_by("at", "pk")


def _my_answers(user_id: UUID) -> QuerySet[Offer]:
    """What they see of it anyway: a pairing that somebody else ruled out cannot be read from what is there and not seen."""
    return seen(Offer.objects.filter(interpreter__user=user_id)).order_by("shift__block", "pk")


_OF_VISIT = Table(
    "bookings.Visit",
    fields(Plain.ROW, "id", "version")
    | fields(Plain.THING, "day", "time_zone", "state", "team_cannot_travel", "cancel_reason", "confirmed_at")
    | fields(_DUTY_PHONE, "duty_phone")
    | fields(replace(_TEAM, purpose=Purpose.SAFE), "deputy")
    | fields(_TEAM_TEXT, "therapists_reason", "cancel_note"),
    own=_days_i_stood_in,
    shown={"deputy": "day"},
)
_OF_THERAPIST = Table(
    "bookings.VisitTherapist",
    fields(Plain.ROW, "id") | fields(replace(_TEAM, exported=False), "member") | fields(_TEAM, "visit", "answer"),
    own=_my_visits,
    shown={"visit": "visit__day"},
)
_OF_SESSION = Table(
    "bookings.Session",
    fields(Plain.ROW, "id", "version")
    | fields(Plain.THING, "group", "agency", "visit", "state", "mode", "starts_at", "ends_at", "materials", "room")
    | fields(Plain.THING, "confirmed_with", "reason_code", "debrief_offered")
    | fields(_GROUP, "people_expected", "needs", "requirements", "theme", "situations")
    | fields(_TEXT, "notes", "proposed_change", "reason_note")
    | fields(_TEAM_TEXT, "gap_reason")
    | fields(_CONTACT, "contact_name", "contact_phone", "staff_present")
    # Whom a partner wishes for; who was wished for and did not come is not told of it.
    | fields(replace(_WORK, seen_by=readers(Reader.TEAM, Reader.PARTNER), exported=False), "named")
    | fields(replace(_ASKED, exported=False), "requested_by")
    | fields(_ASKED, "requested_at"),
    own=_what_i_asked_for,
    shown={"group": "group_seen", "starts_at": "start_seen"},
)
_OF_TOLD = Table(
    "bookings.SessionTold",
    fields(Plain.ROW, "id") | fields(replace(_TOLD, exported=False), "member") | fields(_TOLD, "session"),
    own=_what_i_hear_of,
    shown={"session": "session__starts_at", "group": "session__group__name"},
)
_OF_SHIFT = Table(
    "bookings.Shift",
    fields(Plain.ROW, "id", "version")
    | fields(Plain.THING, "session", "group", "ticket_paid")
    | fields(_GROUP, "language", "variety", "qualities")
    | fields(_WORK, "block", "state")
    | fields(_PAY, "pay", "pay_outcome")
    | fields(replace(_WORK, exported=False), "holder", "named")
    # For a while only: whom the place is kept for.
    | fields(replace(_ANSWER, exported=False), "promised_to", "promised_until")
    | fields(_RECORDER, "outcome_recorded_by"),
    own=_my_work,
    shown={"block": "block__startswith", "until": "block__endswith", "language": "language"},
)
_OF_OVERRIDE = Table(
    "bookings.Override",
    fields(Plain.ROW, "id", "shift")
    | fields(replace(_DECISION, exported=False), "interpreter")
    # In the lead's words, which may be of a child as well: they answer for it themselves.
    | fields(replace(_DECISION, seen_by=readers(Reader.TEAM), exported=False), "reason")
    | fields(_DECISION, "rules", "at")
    | fields(_RECORDER, "by"),
    own=_about_me,
    shown={"day": "shift__session__starts_at"},
)
_OF_OFFER = Table(
    "bookings.Offer",
    fields(Plain.ROW, "id", "version", "shift")
    | fields(Plain.MACHINE, "undo_until")
    | fields(replace(_ANSWER, exported=False), "interpreter")
    | fields(_ANSWER, "state", "asked_at", "answer_by", "answered_at", "reserved_at")
    | fields(replace(_RECORDER, kept=Kept.ANSWERS), "recorded_by"),
    own=_my_answers,
    shown={"place": "shift__block__startswith", "language": "shift__language"},
)

REGISTER = (
    _OF_VISIT,
    _OF_THERAPIST,
    _OF_SESSION,
    _OF_TOLD,
    Table("bookings.Move", fields(Plain.ROW, "id", "session") | fields(Plain.THING, "at", "starts_at", "ends_at")),
    Table("bookings.DatedNote", fields(Plain.ROW, "id", "about") | fields(Plain.THING, "code", "since")),
    _OF_SHIFT,
    _OF_OVERRIDE,
    _OF_OFFER,
)
