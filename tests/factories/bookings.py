"""A Friday in the situations tests need, brought about by the services. It is the one after ``NOW``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from passerelle.agencies.models import Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, moving, requests, visits
from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import Ask, PeopleNeed
from passerelle.domain.refusals import Code, Refusal
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, Language, Pay, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = date(2026, 11, 27)
NEXT_FRIDAY = date(2026, 12, 4)
MINUTE = timedelta(minutes=1)
DEADLINE = datetime(2026, 11, 25, 8, tzinfo=UTC)
"""A Wednesday morning to answer by."""
DARI = Place(Language.DARI, Pay.PAID)


def at(hour: int, minute: int = 0, *, day: date = FRIDAY) -> datetime:
    """A wall time in Calais."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS)


def after(minutes: float) -> datetime:
    """So many minutes after ``NOW``."""
    return NOW + minutes * MINUTE


@dataclass(frozen=True)
class Friday:
    """The day, who plans it and who asked; rows are read anew whenever they are looked at."""

    coordinator: Actor
    partner: Actor
    group: Group
    visit_id: UUID
    session_id: UUID

    @property
    def visit(self) -> Visit:
        return Visit.objects.get(pk=self.visit_id)

    @property
    def session(self) -> Session:
        return Session.objects.get(pk=self.session_id)

    @property
    def shift(self) -> Shift:
        """The one place of the session."""
        return Shift.objects.get(session=self.session_id)


def of(friday: Friday, session: Session) -> Friday:
    """The same day, seen from another of its sessions."""
    return Friday(friday.coordinator, friday.partner, friday.group, friday.visit_id, session.id)


def a_visit(coordinator: Actor, day: date = FRIDAY, *, therapists: int = 2, deputy_id: UUID | None = None) -> Visit:
    """Planned; ``therapists`` were asked and said yes."""
    going = [someone_of_the_team(TeamRole.THERAPIST).team_member_id for _ in range(therapists)]
    ids = [member_id for member_id in going if member_id is not None]
    visit = visits.plan_visit(
        day=day, time_zone="Europe/Paris", therapist_ids=ids, deputy_id=deputy_id, now=NOW, actor=coordinator
    )
    for member_id in ids:
        visits.record_therapist_answer(
            visit_id=visit.id, member_id=member_id, answer=TherapistAnswer.YES, now=NOW, actor=coordinator
        )
    return visit


def an_ask(**otherwise: Any) -> Ask:
    """On the Friday from eleven to a quarter past twelve in Calais, seven people who speak Dari."""
    usual: dict[str, Any] = {
        "starts_at": at(11),
        "ends_at": at(12, 15),
        "people_expected": 7,
        "needs": [PeopleNeed(Language.DARI, 7)],
        "notes": "Paper and paints are there.",
        "contact_name": "Ines",
        "contact_phone": "+33 3 53 01 00 11",
    }
    return Ask(**{**usual, **otherwise})


def a_request(group: Group, partner: Actor, ask: Ask | None = None, *, submit: bool = True) -> Session:
    return requests.request_session(group_id=group.id, ask=ask or an_ask(), submit=submit, now=NOW, actor=partner)


def a_requested_session(ask: Ask | None = None, *, submit: bool = True) -> Friday:
    """The day is planned; the session is asked for, or with ``submit`` false still the partner's draft."""
    agency, coordinator = an_agency(), someone_of_the_team()
    group, partner = a_group_of(agency), a_partner_of(agency)
    session = a_request(group, partner, ask, submit=submit)
    return Friday(coordinator, partner, group, a_visit(coordinator).id, session.id)


def a_scheduled_session(
    *places: Place, kind: GroupKind = GroupKind.MIXED_ADULTS, women_only: bool = False, ask: Ask | None = None
) -> Friday:
    """On the day, with one paid place in Dari, or with ``places``."""
    agency, coordinator = an_agency(), someone_of_the_team()
    group, partner = a_group_of(agency, kind, women_only=women_only), a_partner_of(agency)
    session, visit = a_request(group, partner, ask), a_visit(coordinator)
    schedule(session, visit, coordinator, *(places or (DARI,)))
    return Friday(coordinator, partner, group, visit.id, session.id)


def schedule(session: Session, visit: Visit, coordinator: Actor, *places: Place) -> None:
    moving.schedule_session(session_id=session.id, visit_id=visit.id, shifts=places, now=NOW, actor=coordinator)


def another_session(friday: Friday, ask: Ask | None = None, *places: Place) -> Session:
    """A second session of the same group on the day, scheduled; its place is open."""
    session = a_request(friday.group, friday.partner, ask or an_ask())
    schedule(session, friday.visit, friday.coordinator, *(places or (DARI,)))
    return Session.objects.get(pk=session.id)


def place_of(session: Session) -> Shift:
    return Shift.objects.get(session=session)


def asked(shift: Shift, *people: Interpreter, by: Actor, now: datetime = NOW, answer_by: datetime | None = None) -> list[Offer]:
    """Can you come? In the order of ``people``."""
    ids = [person.id for person in people]
    asking.ask_interpreters(shift_id=shift.id, interpreter_ids=ids, answer_by=answer_by, now=now, actor=by)
    return [offer_of(shift, person) for person in people]


def offer_of(shift: Shift, interpreter: Interpreter) -> Offer:
    return Offer.objects.get(shift=shift, interpreter=interpreter)


def says(answer: Callable[..., Offer], shift: Shift, interpreter: Interpreter, *, now: datetime = NOW) -> Offer:
    """The interpreter answers by themselves: ``says(answers.decline_offer, shift, shirin)``."""
    return answer(offer_id=offer_of(shift, interpreter).id, now=now, actor=acting(interpreter))


def asked_for_one_place(*names: str) -> tuple[Friday, list[Interpreter]]:
    """Everyone of ``names`` was asked and has until Wednesday morning."""
    friday, everyone = a_scheduled_session(), list(people(*names))
    asked(friday.shift, *everyone, by=friday.coordinator, answer_by=DEADLINE)
    return friday, everyone


def taken(friday: Friday, *reserves: Interpreter, holder: Interpreter | None = None) -> Interpreter:
    """The place of the day has a holder, and behind them ``reserves`` in order, a minute each."""
    holder = holder or an_interpreter(a_profile("Shirin"))
    shift = friday.shift
    asked(shift, holder, *reserves, by=friday.coordinator)
    says(answers.accept_offer, shift, holder)
    for place, reserve in enumerate(reserves, start=1):
        says(answers.stand_by_offer, shift, reserve, now=after(place))
    return holder


def confirmation(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``confirm_day`` takes to confirm the day as it is now."""
    usual = {"visit_id": friday.visit_id, "version": friday.visit.version, "now": NOW, "actor": friday.coordinator}
    return usual | otherwise


def confirm(friday: Friday, **otherwise: Any) -> Visit:
    return visits.confirm_day(**confirmation(friday, **otherwise))


def a_confirmed_session(*reserves: Interpreter, holder: Interpreter | None = None) -> tuple[Friday, Interpreter]:
    """The day is confirmed and so is the holder of the session's one place; ``reserves`` stand by."""
    friday = a_scheduled_session()
    holder = taken(friday, *reserves, holder=holder)
    confirm(friday)
    return friday, holder


def people(*names: str) -> Sequence[Interpreter]:
    """Women who speak Dari, cleared, with accounts."""
    return [an_interpreter(a_profile(name)) for name in names]


def refusal(service: Callable[..., object], **arguments: Any) -> list[tuple[Code, str | None]]:
    """Why ``service`` refused: every code, with the field it is about. Nothing it did stands."""
    with pytest.raises(Refusal) as refused, transaction.atomic():
        service(**arguments)
    return [(found.code, found.field) for found in refused.value.problems]
