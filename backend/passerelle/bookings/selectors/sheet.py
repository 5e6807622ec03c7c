"""The sheet a Friday is run from: sessions, people, numbers, checks, decisions. For the team alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.models import Override, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.sessions import brief_of, with_context
from passerelle.bookings.selectors.visits import visible_visit, visit_views
from passerelle.bookings.shapes.day import Proof, Sheet, SheetPerson, SheetSession
from passerelle.bookings.shapes.session import Contact, SiteRef
from passerelle.bookings.shapes.shift import OverrideView
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain.eligibility.checks import Reason
from passerelle.domain.eligibility.facts import Person
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import ON_A_VISIT, SessionState
from passerelle.domain.states.shift import LIVE, WITH_HOLDER, ShiftState
from passerelle.domain.words import CredentialKind, GroupKind, Language, Mode, Pay, Variety
from passerelle.interpreters.models import Interpreter

type Decisions = Mapping[tuple[UUID, UUID], Override]


def sheet(visit_id: UUID, actor: Actor, now: datetime) -> Sheet:
    """Everything on the day, soonest first. A fixed number of queries."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = list(with_context(Session.objects.filter(visit=visit, state__in=ON_A_VISIT)).order_by("starts_at", "id"))
    shifts = list(
        Shift.objects.filter(session__in=[row.id for row in rows], state__in=LIVE | WITH_HOLDER | {ShiftState.UNFILLED})
        .select_related("holder")
        .order_by("language", "id")
    )
    people = _People(visit.day, shifts, rows)
    own: dict[UUID, list[Shift]] = defaultdict(list)
    for shift in shifts:
        own[shift.session_id].append(shift)
    return Sheet(visit_views([visit], actor)[0], [_session(row, own[row.id], people) for row in rows], now)


class _People:
    """What the sheet says of those who hold a place."""

    def __init__(self, day: date, shifts: Sequence[Shift], sessions: Sequence[Session]) -> None:
        self._day = day
        held = [shift for shift in shifts if shift.holder_id is not None]
        around = (min(s.block.lower for s in held), max(s.block.upper for s in held)) if held else None
        ids = {shift.holder_id for shift in held if shift.holder_id is not None}
        self._persons: Mapping[UUID, Person] = (
            facts.people(Interpreter.objects.filter(id__in=ids), day=day, around=around) if around else {}
        )
        self._undecided: Mapping[UUID, list[Reason]] = facts.undecided_hard_rules(held, sessions)
        made = Override.objects.filter(shift__in=[shift.id for shift in held]).select_related("by")
        self._decisions: Decisions = {(row.shift_id, row.interpreter_id): row for row in made}

    def line(self, shift: Shift) -> SheetPerson | None:
        """The holder of ``shift``."""
        holder = shift.holder
        if holder is None:
            return None
        person = self._persons[holder.id]
        decision = self._decisions.get((shift.id, holder.id))
        return SheetPerson(
            id=holder.id,
            name=holder.name,
            phone=holder.phone,
            language=Language(shift.language),
            variety=Variety(shift.variety) if shift.variety else None,
            pay=Pay(shift.pay),
            state=ShiftState(shift.state),
            check=self._proof(person, CredentialKind.CHECK),
            training=self._proof(person, CredentialKind.SAFEGUARDING_TRAINING),
            hard_rules=[say(rule.message, rule.params) for rule in self._undecided.get(shift.id, [])],
            override=OverrideView(decision.reason, decision.by.name, decision.at) if decision else None,
        )

    def _proof(self, person: Person, kind: CredentialKind) -> Proof:
        return Proof(person.holds(kind, self._day), person.credentials.get(kind))


def _session(row: Session, shifts: Sequence[Shift], people: _People) -> SheetSession:
    group, site = row.group, row.group.site
    lines = [people.line(shift) for shift in shifts]
    return SheetSession(
        id=row.id,
        state=SessionState(row.state),
        mode=Mode(row.mode),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        site=SiteRef(site.id, site.name, site.area, site.address, site.time_zone),
        group_name=group.name,
        group_kind=GroupKind(group.kind),
        women_only=group.women_only,
        under_18s=group.under_18s,
        agency_name=row.agency.name,
        contact=Contact(row.contact_name, row.contact_phone) if row.contact_name or row.contact_phone else None,
        people_expected=row.people_expected,
        brief=brief_of(row),
        staff_present=row.staff_present,
        gap_reason=row.gap_reason,
        empty_places=sum(line is None for line in lines),
        people=[line for line in lines if line is not None],
    )
