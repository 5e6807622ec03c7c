"""What is exported reads the same when imported; what is imported and taken back leaves nothing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.agencies.services.agencies import add_member
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.closing import cancel_session, cancel_visit
from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import decline_session, withdraw_session
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.words import (
    CancelReason,
    CredentialKind,
    DeclineReason,
    Gender,
    GroupKind,
    ImportKind,
    Language,
    Pay,
    PayStatus,
)
from passerelle.imports.exporting import ExportFormat, export
from passerelle.imports.kinds import papers
from passerelle.imports.models import Import
from passerelle.imports.services import apply_import, start_import, undo_import
from passerelle.imports.vocabulary.for_reading import is_for_reading
from passerelle.interpreters.models import Credential, Interpreter
from passerelle.interpreters.services import record_credential
from tests.factories.partners import FRIDAY, a_day, a_request, confirm, local, put_on, take, worked_together
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    a_user,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)
from tests.imports.sheets import comma, workbook
from tests.imports.worlds import everything

KINDS, FORMATS, LANGUAGES = list(ImportKind), list(ExportFormat), ["en", "fr", "ar"]
_AT = ("The harbour", "Calais", "14 rue des Voiliers")
PARTNERS = [
    ("Partner", "Group", "Type", "Site", "Town", "Address", "Country", "Start", "End", "Contact", "E-mail"),
    ("Art Refuge", "Tuesday circle", "Women", *_AT, "France", "14:00", "15h30", "Ines", "ines@example.invalid"),
    ("Art Refuge", "Young people", "Mineurs", *_AT, "FR", "", "", "Marc", "marc@example.invalid"),
    ("Médecins du Monde", "", "", "", "", "", "", "", "", "", ""),
]
FRIDAYS = [
    ("Date", "Partner", "Group", "Start", "Duration", "People", "Language", "Interpreter", "Came"),
    ("6/11/2026", "Art Refuge", "Circle", "14:00", "60", "8", "Dari", "Shirin", "yes"),
    ("6/11/2026", "Art Refuge", "Circle", "14:00", "60", "8", "Dari", "Omid", "missed"),
    ("6/11/2026", "Art Refuge", "Circle", "16:00", "90", "5", "", "", ""),
    ("13/11/2026", "Art Refuge", "Circle", "14:00", "60", "8", "Pashto", "", ""),
]


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def taken_in(kind: ImportKind, data: bytes, team: Actor, now: datetime = NOW) -> Import:
    return start_import(kind=kind, file_name="sheet.csv", data=data, now=now, actor=team)


def applied(kind: ImportKind, data: bytes, team: Actor, now: datetime = NOW) -> Import:
    made = taken_in(kind, data, team, now)
    assert made.counts["wrong"] == 0, list(made.rows.values_list("number", "problems"))
    return apply_import(import_id=made.id, version=made.version, now=now, actor=team)


def a_circle() -> Group:
    group = a_group_of(an_agency("Art Refuge"))
    Group.objects.filter(pk=group.pk).update(name="Circle")
    return group


def in_every_state(group: Group, by: Actor, team: Actor, omid: Interpreter) -> None:
    """Beside the one that was held: sessions of a Friday to come, and what never came to one."""
    visit = a_day(team)
    pashto, unpaid = [PeopleNeed(Language.PASHTO, 6)], Place(Language.PASHTO, Pay.VOLUNTEER)
    cancelled, confirmed, planned, withdrawn, declined, asked = (
        a_request(group, by, starts_at=local(visit.day, hour), ends_at=local(visit.day, hour + 1), needs=pashto)
        for hour in (10, 12, 14, 16, 18, 20)
    )
    a_request(group, by, draft=True, starts_at=local(visit.day, 8), ends_at=local(visit.day, 9))
    for session in (cancelled, confirmed):
        take(put_on(session, visit, team, unpaid).shifts.get(), omid, team)
    confirm(visit, team)
    cancel_session(session_id=cancelled.id, reason=CancelReason.OTHER, now=NOW, actor=team)
    take(put_on(planned, visit, team, unpaid).shifts.get(), omid, team)
    withdraw_session(session_id=withdrawn.id, now=NOW, actor=by)
    decline_session(session_id=declined.id, reason=DeclineReason.NO_PLACE, now=NOW, actor=team)
    assert {*Session.objects.values_list("state", flat=True)} == {*SessionState}
    assert asked.state == SessionState.REQUESTED


def days_alone(team: Actor) -> None:
    """A day to come with a deputy and no session, and one that was called off."""
    deputy = TeamMember.objects.get(user=someone_of_the_team(user=a_user("Noor")).user_id)
    day = FRIDAY + timedelta(weeks=5)
    plan_visit(day=day, time_zone="Europe/London", deputy_id=deputy.id, now=NOW, actor=team)
    cancel_visit(visit_id=a_day(team, day).id, reason=CancelReason.NO_CROSSING, note="Storm", now=NOW, actor=team)


def grown(team: Actor) -> None:
    """Somebody of every kind, with texts that a spreadsheet would run."""
    group = a_circle()
    by = a_partner_of(group.agency)
    an_interpreter(a_profile("Omid", Language.PASHTO, Language.ARABIC, gender=Gender.MAN, pay_status=PayStatus.EXPENSES_ONLY))
    for name, phone in (("Shirin", "+33 6 99 00 12 34"), ("Shirin", ""), ("=SUM(A1)", ""), ("'tis", ""), ("-Lê", "")):
        person = an_interpreter(a_profile(name), signs_in=name == "Shirin")
        Interpreter.objects.filter(pk=person.pk).update(phone=phone)
    shirin, omid = Interpreter.objects.get(first_name="Shirin", phone=""), Interpreter.objects.get(first_name="Omid")
    worked_together(group, shirin, by, team)
    record_credential(
        interpreter_id=shirin.id,
        kind=CredentialKind.AGREEMENT,
        seen_on=NOW.date(),
        expires_on=NOW.date() + timedelta(days=700),
        now=NOW,
        actor=team,
    )
    in_every_state(group, by, team, omid)
    days_alone(team)
    an_agency("=cmd")
    Group.objects.filter(pk=a_group_of(Agency.objects.get(name="Art Refuge"), GroupKind.FAMILIES).pk).update(active=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_an_export_reads_the_same_on_every_row(team: Actor, kind: ImportKind, format_: ExportFormat, language: str) -> None:
    grown(team)
    file = export(kind, format_, language, now=NOW, actor=team)
    made = taken_in(kind, file, team, NOW + timedelta(weeks=3))
    assert made.counts == {"new": 0, "changed": 0, "same": made.rows.count(), "wrong": 0}, list(made.rows.values())
    assert made.rows.count() == {"interpreters": 6, "partners": 3, "fridays": 9}[kind]
    assert all(column["field"] or is_for_reading(kind, column["header"]) for column in made.columns)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_into_an_empty_place_brings_the_same(team: Actor, kind: ImportKind) -> None:
    """But for the ids, which are those of another place."""
    rows: dict[ImportKind, Any] = {
        ImportKind.INTERPRETERS: [
            ("Name", "Phone", "Languages", "Active", "Checks"),
            (
                "Amal",
                "+33 6 99 00 12 34",
                "Sudanese Arabic",
                "no",
                "DBS 3/2/2026 - 3/2/2029; Training: 2026-02-03 – 2028-02-03",
            ),
        ],
        ImportKind.PARTNERS: PARTNERS,
        ImportKind.FRIDAYS: FRIDAYS,
    }
    if kind is ImportKind.FRIDAYS:
        an_interpreter(a_profile("Shirin"))
        an_interpreter(a_profile("Omid"))
        a_circle()
    made = applied(kind, comma(rows[kind]), team)
    first = export(kind, ExportFormat.CSV, "en", now=NOW, actor=team)
    undo_import(import_id=made.id, now=NOW, actor=team)
    without_ids = first.decode("utf-8-sig").replace("Passerelle id", "Old id")
    applied(kind, without_ids.encode(), team)
    second = export(kind, ExportFormat.CSV, "en", now=NOW, actor=team)

    def said(file: bytes) -> list[str]:
        return [line.partition(",")[2] if kind is ImportKind.INTERPRETERS else line for line in file.decode().splitlines()]

    assert sorted(said(second)) == sorted(said(first))


def test_undo_of_interpreters_leaves_nothing(team: Actor) -> None:
    known = an_interpreter(a_profile("Shirin", Language.DARI))
    held = papers.write([papers.seen_of(row) for row in known.credentials.all()], "en")
    before = everything(but=["version"])
    rows = [
        ("Name", "Phone", "Languages", "Gender", "Active", "Checks"),
        ("Shirin", "06 99 00 12 34", "Dari, Farsi", "F", "no", f"{held}; Agreement 2026-01-31 – 2027-01-31"),
        ("Amal", "", "Arabic", "", "no", "Check 2026-01-31 – 2029-01-31"),
    ]
    made = applied(ImportKind.INTERPRETERS, workbook(rows), team)
    assert made.counts == {"new": 1, "changed": 1, "same": 0, "wrong": 0}
    known.refresh_from_db()
    assert (known.phone, known.active) == ("06 99 00 12 34", False)
    new = Credential.objects.exclude(expires_on__gt=date(2027, 1, 31), interpreter=known).order_by("kind")
    assert [row.kind for row in new] == ["agreement", "check"]
    assert len(held.split(";")) == known.credentials.count() - 1
    undo_import(import_id=made.id, now=NOW, actor=team)
    assert everything(but=["version"]) == before


def test_undo_of_partners_leaves_nothing(team: Actor) -> None:
    agency = an_agency("Art Refuge")
    add_member(agency_id=agency.id, user_id=a_user("Ines", "ines@example.invalid").id, now=NOW, actor=team)
    group = a_group_of(agency)
    before = everything(but=["version"])
    rows = [
        *PARTNERS,
        ("Art Refuge", group.name, "Families", "The lighthouse", "", "1 rue Neuve", "", "10:00", "11:00", "", ""),
    ]
    made = applied(ImportKind.PARTNERS, comma(rows), team)
    assert (Agency.objects.count(), Group.objects.count(), Site.objects.count(), Member.objects.count()) == (2, 3, 2, 2)
    group.refresh_from_db()
    assert (group.kind, group.under_18s, group.site.address) == ("families", True, "1 rue Neuve")
    undo_import(import_id=made.id, now=NOW, actor=team)
    assert everything(but=["version"]) == before


def test_undo_of_fridays_leaves_nothing(team: Actor) -> None:
    an_interpreter(a_profile("Shirin"))
    an_interpreter(a_profile("Omid"))
    a_circle()
    before = everything()
    made = applied(ImportKind.FRIDAYS, comma(FRIDAYS), team)
    assert sorted(Visit.objects.values_list("day", "state")) == [
        (datetime(2026, 11, 6, tzinfo=UTC).date(), "done"),
        (datetime(2026, 11, 13, tzinfo=UTC).date(), "done"),
    ]
    assert sorted(Shift.objects.values_list("holder__first_name", "language", "state", "pay", "pay_outcome"), key=str) == [
        ("Omid", "prs", "missed", "paid", "none"),
        ("Shirin", "prs", "worked", "paid", "none"),
        (None, "ps", "unfilled", "volunteer", "none"),
    ]
    assert list(Session.objects.order_by("starts_at").values_list("state", "people_expected")) == [
        ("held", 8),
        ("held", 5),
        ("held", 8),
    ]
    assert {(offer.state, offer.recorded_by_id) for offer in Offer.objects.all()} == {("accepted", team.user_id)}
    undo_import(import_id=made.id, now=NOW, actor=team)
    assert everything() == before
