"""Everything that needs an answer of the team, soonest first: a fixed number of queries, whatever waits."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.dateparse import parse_datetime

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.sessions import with_context
from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.team import Inbox, InboxKind, InboxLine
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain.eligibility.checks import Reason
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import WITH_HOLDER, ShiftState
from passerelle.domain.time import answer_request_by
from passerelle.domain.words import Language, Variety
from passerelle.interpreters.models import Interpreter

_COMING = [SessionState.SCHEDULED, SessionState.CONFIRMED]


def inbox(actor: Actor, now: datetime) -> Inbox:
    """Requests and changes waiting, places nobody holds, first refusals running out, hard rules nobody decided on."""
    require_team(actor)
    lines = [*_of_partners(now), *_of_places(now)]
    return Inbox(sorted(lines, key=lambda line: (line.by, line.starts_at, line.id)))


@dataclass(frozen=True)
class _What:
    """What waits, and all that is said of it beside its session; ``shift`` where it is about one place."""

    kind: InboxKind
    by: datetime
    shift: Shift | None = None
    unanswered: int = 0
    who: Interpreter | None = None
    reasons: Sequence[str] = ()


def _of_partners(now: datetime) -> Iterator[InboxLine]:
    requested = Q(state=SessionState.REQUESTED)
    changed = Q(state__in=[*_COMING, SessionState.REQUESTED], proposed_change__isnull=False)
    for session in with_context(Session.objects.filter(requested | changed)):
        if session.proposed_change is not None:
            asked_at = parse_datetime(session.proposed_change["at"]) or now
            yield _line(session, _What(InboxKind.CHANGE, _answer_by(session, asked_at)), now)
        if session.state == SessionState.REQUESTED:
            yield _line(session, _What(InboxKind.REQUEST, _answer_by(session, session.requested_at or now)), now)


def _answer_by(session: Session, asked_at: datetime) -> datetime:
    return answer_request_by(asked_at, session.starts_at, session.group.site.time_zone)


def _of_places(now: datetime) -> Iterator[InboxLine]:
    rows = Shift.objects.filter(session__state__in=_COMING, session__starts_at__gt=now)
    rows = rows.filter(state__in=[ShiftState.OPEN, *WITH_HOLDER])
    shifts = list(rows.select_related("session__group__site", "session__agency", "session__visit", "holder", "promised_to"))
    undecided = facts.undecided_hard_rules(shifts, [shift.session for shift in shifts])
    unanswered = _unanswered(shift.id for shift in shifts if shift.state == ShiftState.OPEN)
    for shift in shifts:
        what = _of_place(shift, undecided.get(shift.id, []), unanswered[shift.id], now)
        if what is not None:
            yield _line(shift.session, what, now)


def _unanswered(shift_ids: Iterable[UUID]) -> Counter[UUID]:
    asked = Offer.objects.filter(shift__in=list(shift_ids), state=OfferState.ASKED)
    return Counter(asked.values_list("shift_id", flat=True))


def _of_place(shift: Shift, rules: Sequence[Reason], unanswered: int, now: datetime) -> _What | None:
    begins_at = shift.block.lower
    if shift.state != ShiftState.OPEN:
        reasons = [say(rule.message, rule.params) for rule in rules]
        return _What(InboxKind.HARD_RULE, begins_at, shift, who=shift.holder, reasons=reasons) if rules else None
    if shift.promised_to is not None and shift.promised_until is not None and shift.promised_until > now:
        return _What(InboxKind.FIRST_REFUSAL, shift.promised_until, shift, unanswered, shift.promised_to)
    return _What(InboxKind.EMPTY_PLACE, begins_at, shift, unanswered)


def _line(session: Session, what: _What, now: datetime) -> InboxLine:
    shift, visit = what.shift, session.visit
    return InboxLine(
        kind=what.kind,
        id=shift.id if shift else session.id,
        by=what.by,
        overdue=what.by <= now,
        session=session.id,
        visit=DayRef(visit.id, visit.day) if visit else None,
        agency_name=session.agency.name,
        group_name=session.group.name,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        time_zone=session.group.site.time_zone,
        language=Language(shift.language) if shift else None,
        variety=Variety(shift.variety) if shift and shift.variety else None,
        who=Named(what.who.id, what.who.name) if what.who else None,
        unanswered=what.unanswered,
        reasons=list(what.reasons),
    )
