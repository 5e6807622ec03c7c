"""How people stand to what a row tells: whom each word of the register means, worked out here and not as the product does."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Member
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.common.register import Table
from passerelle.domain.personal import Reader
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import TherapistAnswer
from passerelle.interpreters.models import NotPaired

type People = frozenset[UUID | None]

WRITERS = ("recorded_by_id", "set_by_id", "limits_by_id", "made_by_id", "created_by_id", "by_id")
CERTAIN = {SessionState.CONFIRMED, SessionState.HELD}
BY_SESSION = {
    "bookings.Session": "pk",
    "bookings.Shift": "shifts",
    "bookings.Offer": "shifts__offers",
    "bookings.Override": "shifts__overrides",
    "bookings.SessionTold": "telling",
    "bookings.Visit": "visit",
    "bookings.VisitTherapist": "visit__therapists",
    "agencies.Site": "group__site",
    "agencies.Group": "group",
    "agencies.Agency": "agency",
}
"""How a session leads to a row of each table that belongs to some."""


type Own = Mapping[UUID, Collection[Any]]


def own_rows(table: Table, people: Iterable[UUID]) -> Own:
    """Which rows of ``table`` are whose own."""
    return {user: {*table.own(user).values_list("pk", flat=True)} for user in people} if table.own else {}


def standing(table: Table, row: Any, own: Own) -> Mapping[Reader, People]:
    """Who of all people is what to ``row``."""
    about = _sessions(table.model, row)
    certain = about.filter(state__in=CERTAIN)
    return {
        Reader.SELF: frozenset(user for user, rows in own.items() if row.pk in rows),
        Reader.WRITER: frozenset(getattr(row, name) for name in WRITERS if hasattr(row, name)),
        Reader.TEAM: _team(row),
        Reader.COLLEAGUES: _colleagues(table, row, about),
        Reader.PARTNER: _members(about) | _whose(table.model, row),
        Reader.INTERPRETERS: _interpreters(about),
        Reader.CONFIRMED: _members(certain) | _holders(certain),
        Reader.NOBODY: frozenset(),
    }


def _sessions(model: str, row: Any) -> QuerySet[Session]:
    """The sessions that the row is of; of a person, those that they work in."""
    if model == "interpreters.Interpreter":
        return Session.objects.filter(shifts__in=Shift.objects.filter(holder=row.pk, state=ShiftState.CONFIRMED))
    if model == "accounts.User":
        return Session.objects.filter(visit__therapists__member__user=row.pk, visit__therapists__answer=TherapistAnswer.YES)
    if model not in BY_SESSION:
        return Session.objects.none()
    return Session.objects.filter(**{BY_SESSION[model]: row.pk}).distinct()


def _team(row: Any) -> People:
    """A draft is nobody's but the partner's."""
    if isinstance(row, Session) and row.state == SessionState.DRAFT:
        return frozenset({row.requested_by_id})
    return frozenset(TeamMember.objects.filter(active=True).values_list("user", flat=True))


def _whose(model: str, row: Any) -> People:
    """Of the partners whose group or place it is, whether they asked for anything or not."""
    agencies: Iterable[Any] = ()
    if model == "agencies.Group":
        agencies = [row.agency_id]
    if model == "agencies.Agency":
        agencies = [row.pk]
    if model == "agencies.Site":
        agencies = row.groups.values("agency")
    return frozenset(Member.objects.filter(active=True, agency__in=agencies).values_list("user", flat=True))


def _colleagues(table: Table, row: Any, about: QuerySet[Session]) -> People:
    user = row.pk if table.model == "accounts.User" else getattr(row, "user_id", None)
    agencies = Member.objects.filter(active=True, user=user).values("agency")
    if user is None:
        return _members(about)
    return frozenset(Member.objects.filter(active=True, agency__in=agencies).values_list("user", flat=True))


def _members(about: QuerySet[Session]) -> People:
    agencies = about.values("agency")
    return frozenset(Member.objects.filter(active=True, agency__in=agencies).values_list("user", flat=True))


def _interpreters(about: QuerySet[Session]) -> People:
    """Who was asked and is not ruled out since; who said yes knows it all the same."""
    ruled_out = NotPaired.objects.filter(interpreter=OuterRef("interpreter"), group=OuterRef("shift__session__group"))
    known = Q(state=OfferState.ACCEPTED) | ~Exists(ruled_out)
    asked = Offer.objects.filter(known, shift__session__in=about).exclude(state=OfferState.NEW)
    return frozenset(asked.values_list("interpreter__user", flat=True)) | _holders(about)


def _holders(about: QuerySet[Session]) -> People:
    return frozenset(Shift.objects.filter(session__in=about, holder__isnull=False).values_list("holder__user", flat=True))
