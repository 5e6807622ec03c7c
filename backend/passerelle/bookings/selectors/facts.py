"""From rows to the values the rules are judged on."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import prefetch_related_objects

from passerelle.bookings.models import Override, Session, Shift
from passerelle.bookings.selectors.people import People, Seen, stop_of, valid_on
from passerelle.domain.eligibility.checks import HARD_CHECKS, Reason, reasons_against
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.readiness import SessionFacts, ShiftFacts
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import WITH_HOLDER, ShiftState
from passerelle.domain.time import Span, local_day
from passerelle.domain.words import (
    PLACE_OF_COUNTRY,
    Gender,
    GroupKind,
    Language,
    Mode,
    Pay,
    PayStatus,
    Place,
    Quality,
    Strength,
    Theme,
    Variety,
)
from passerelle.interpreters.models import Interpreter


def span_of(shift: Shift) -> Span:
    """The booked block; bounded by a database check."""
    return Span(shift.block.lower, shift.block.upper)


def need_of(shift: Shift, session: Session, *, mode: Mode | None = None) -> Need:
    """``session`` comes with its group and site; ``mode`` asks as if it were held that way."""
    group, site = session.group, session.group.site
    return Need(
        shift_id=shift.id,
        language=Language(shift.language),
        variety=Variety(shift.variety) if shift.variety else None,
        pay=Pay(shift.pay),
        block=span_of(shift),
        day=local_day(session.starts_at, site.time_zone),
        mode=mode or Mode(session.mode),
        place=PLACE_OF_COUNTRY.get(site.country, Place.FRANCE),
        group_kind=GroupKind(group.kind),
        women_only=group.women_only,
        under_18s=group.under_18s,
        qualities={Quality(line["what"]): Strength(line["strength"]) for line in shift.qualities},
        named=shift.named_id,
        stop=stop_of(session, mode=mode),
        theme=Theme(session.theme) if session.theme else None,
        with_whom=frozenset({session.group_id, session.agency_id}),
    )


def people(interpreters: Iterable[Interpreter], *, day: date, around: tuple[datetime, datetime]) -> dict[UUID, Person]:
    """Interpreters as the rules see them on ``day``, with their bookings around it. A fixed number of queries."""
    found = People(interpreters, days=[day], around=around)
    return {row.id: found.on(row, day) for row in found.rows}


def person(interpreter: Interpreter, need: Need) -> Person:
    return people([interpreter], day=need.day, around=(need.block.start, need.block.end))[interpreter.id]


type Undecided = Mapping[UUID, list[Reason]]
"""Hard rules without a recorded decision, by shift."""


def undecided_hard_rules(shifts: Iterable[Shift], sessions: Iterable[Session]) -> dict[UUID, list[Reason]]:
    """Hard rules that holders break on the day, by shift, with no recorded decision for that person.

    At most three queries for any number of shifts and days; one less where ``shifts`` come with their holders, one less
    where no group is under 18, and one less where nobody breaks a rule.
    """
    by_id = {session.id: session for session in sessions}
    held = [shift for shift in shifts if shift.state in WITH_HOLDER]
    prefetch_related_objects(held, "holder")
    # What was seen of somebody, no other hard rule asks for.
    prefetch_related_objects([shift for shift in held if by_id[shift.session_id].group.under_18s], "holder__credentials")
    broken = {shift.id: _broken_rules(shift, by_id[shift.session_id]) for shift in held}
    decided = decided_rules([shift for shift in held if broken[shift.id]])
    undecided = {
        shift.id: [rule for rule in broken[shift.id] if rule.code not in decided.get((shift.id, shift.holder_id), ())]
        for shift in held
    }
    return {shift_id: rules for shift_id, rules in undecided.items() if rules}


def _broken_rules(shift: Shift, session: Session) -> list[Reason]:
    """``shift`` comes with its holder's credentials. Hard rules ask for no more of a person than is given here."""
    row = shift.holder
    if row is None:
        return []
    need = need_of(shift, session)
    credentials = row.credentials.all() if need.under_18s else ()
    until = valid_on(need.day, [Seen(c.kind, c.seen_on, c.expires_on) for c in credentials])
    holder = Person(row.id, row.name, Gender(row.gender), PayStatus(row.pay_status), {}, frozenset(), until)
    return reasons_against(need, holder, checks=HARD_CHECKS)


def decided_rules(shifts: Iterable[Shift]) -> dict[tuple[UUID, UUID | None], frozenset[str]]:
    """The hard rules set aside by a recorded decision, by shift and interpreter. One query."""
    rows = Override.objects.filter(shift__in=[shift.id for shift in shifts])
    return {(row.shift_id, row.interpreter_id): frozenset(row.rules) for row in rows}


def session_facts(
    session: Session, shifts: Iterable[Shift], overrides_needed: Container[UUID], *, cannot_travel: bool = False
) -> SessionFacts:
    """A session as readiness sees it; ``cannot_travel`` is what its day says of the team."""
    return SessionFacts(
        state=SessionState(session.state),
        mode=Mode(session.mode),
        length=Span(session.starts_at, session.ends_at).length,
        people_by_language=tuple((Language(need["language"]), int(need["people"])) for need in session.needs),
        shifts=tuple(ShiftFacts(s.id, ShiftState(s.state), Language(s.language), s.id in overrides_needed) for s in shifts),
        has_brief=bool(session.theme or session.notes),
        has_contact=bool(session.contact_name or session.contact_phone),
        change_waiting=session.proposed_change is not None,
        team_cannot_travel=cannot_travel,
    )
