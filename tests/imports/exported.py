"""Files as they are taken out, and a Friday with all that one can have."""

import csv
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from uuid import UUID

from passerelle.bookings.services.answers import decline_offer
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.moving import Place
from passerelle.domain.roles import Actor
from passerelle.domain.words import (
    ImportKind,
    Language,
    Material,
    Pay,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    Variety,
)
from passerelle.imports.exporting import ExportFormat, export
from passerelle.imports.vocabulary.for_reading import exported
from passerelle.interpreters.models import Interpreter
from tests.factories.partners import FRIDAY, a_day, a_request, confirm, local, put_on, take
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    acting,
    an_agency,
    an_interpreter,
)


def file_of(kind: ImportKind, team: Actor, language: str = "en") -> str:
    return export(kind, ExportFormat.CSV, language, now=NOW, actor=team).decode("utf-8-sig")


def rows(kind: ImportKind, team: Actor, language: str = "en") -> list[dict[str, str]]:
    """What is said in each row, by field."""
    lines = csv.reader(StringIO(file_of(kind, team, language)), delimiter=";" if language == "fr" else ",")
    names = [field.name for field in exported(kind)]
    return [{name: text for name, text in zip(names, line, strict=True) if text} for line in lines][1:]


@dataclass
class World:
    shirin: Interpreter
    omid: Interpreter
    group: str
    agency: str
    session: UUID


def a_friday(team: Actor, week: int = 0) -> World:
    """Confirmed, with a brief, therapists, a ticket, one who comes and one who said no."""
    group = a_group_of(an_agency())
    shirin = an_interpreter(a_profile("Shirin", Language.ARABIC))
    omid = an_interpreter(a_profile("Omid", Language.ARABIC))
    visit = a_day(team, FRIDAY + timedelta(weeks=week))
    session = a_request(
        group,
        a_partner_of(group.agency),
        starts_at=local(visit.day, 14),
        ends_at=local(visit.day, 15),
        needs=[PeopleNeed(Language.ARABIC, 6, Variety.SUDANESE)],
        requirements={Quality.TRAINING: Strength.WISHED},
        theme=Theme.TREE_OF_LIFE,
        situations=[Situation.SOMEONE_NEW],
        materials=[Material.LEGO, Material.PAPER],
        room=[Room.CIRCLE],
        notes="Two rooms, a kettle.",
        contact_name="Ines",
        contact_phone="+33 6 99 00 12 34",
        staff_present=["Marc"],
    )
    place = Place(Language.ARABIC, Pay.VOLUNTEER, Variety.SUDANESE, ticket_paid=True)
    shift = put_on(session, visit, team, place).shifts.get()
    (offer,) = ask_interpreters(shift_id=shift.id, interpreter_ids=[omid.id], now=NOW, actor=team)
    decline_offer(offer_id=offer.id, now=NOW, actor=acting(omid))
    take(shift, shirin, team)
    confirm(visit, team)
    return World(shirin, omid, group.name, group.agency.name, session.id)
