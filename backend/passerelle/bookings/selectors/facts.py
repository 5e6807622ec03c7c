"""From rows to the values the rules are judged on."""

from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.models import Override, Session, Shift
from passerelle.bookings.selectors.people import People, stop_of, valid_on
from passerelle.domain.eligibility.checks import Reason, hard_rules, reasons_against
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
from passerelle.interpreters.models import Credential, Interpreter


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


def undecided_hard_rules(shifts: Iterable[Shift], sessions: Iterable[Session]) -> dict[UUID, list[Reason]]:
    """Hard rules that holders break on the day, by shift, with no recorded decision for that person.

    Three queries for any number of shifts and days.
    """
    by_id = {session.id: session for session in sessions}
    held = [shift for shift in shifts if shift.state in WITH_HOLDER]
    if not held:
        return {}
    decided = decided_rules(held)
    holders = _Holders({shift.holder_id for shift in held if shift.holder_id is not None})
    found = {}
    for shift in held:
        if shift.holder_id is not None:
            need = need_of(shift, by_id[shift.session_id])
            broken = hard_rules(reasons_against(need, holders.on(need.day, shift.holder_id)))
            settled = decided.get((shift.id, shift.holder_id), frozenset())
            found[shift.id] = [reason for reason in broken if reason.code not in settled]
    return {shift_id: rules for shift_id, rules in found.items() if rules}


def decided_rules(shifts: Iterable[Shift]) -> dict[tuple[UUID, UUID], frozenset[str]]:
    """The hard rules set aside by a recorded decision, by shift and interpreter. One query."""
    rows = Override.objects.filter(shift__in=[shift.id for shift in shifts])
    return {(row.shift_id, row.interpreter_id): frozenset(row.rules) for row in rows}


class _Holders:
    """Interpreters as far as hard rules go: gender, and what was seen and counts on a day."""

    def __init__(self, ids: set[UUID]) -> None:
        self._rows = {row.id: row for row in Interpreter.objects.filter(id__in=ids)}
        self._credentials: dict[UUID, list[Credential]] = defaultdict(list)
        for credential in Credential.objects.filter(interpreter__in=ids):
            self._credentials[credential.interpreter_id].append(credential)

    def on(self, day: date, interpreter_id: UUID) -> Person:
        row = self._rows[interpreter_id]
        until = valid_on(day, self._credentials[interpreter_id])
        return Person(row.id, row.name, Gender(row.gender), PayStatus(row.pay_status), {}, frozenset(), until)


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
