"""Of a Friday too: days without a session, the deputy of a day, who heard of a session, and what was due for a place."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Group, Member
from passerelle.agencies.services.agencies import add_member
from passerelle.bookings.models import SessionTold, Shift, Visit
from passerelle.bookings.services.forgetting import forget_records
from passerelle.bookings.services.past_days import PastDay, record_past_days
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.personal import Kept
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind, PayStatus
from passerelle.imports.exporting import ExportFormat, export
from passerelle.imports.models import Import
from passerelle.imports.selectors import row_views
from passerelle.imports.services import apply_import, start_import, undo_import
from tests.factories.bookings import refusal
from tests.factories.partners import FRIDAY
from tests.factories.people import NOW, a_group_of, a_profile, a_user, an_agency, an_interpreter, someone_of_the_team
from tests.imports.exported import rows
from tests.imports.worlds import checked, everything

HEADER = ("Date", "Partner", "Group", "Time", "Interpreter", "Came", "Due", "Told", "State of the day", "Deputy", "Time zone")
DAY = "13/11/2026"
AT = (DAY, "Art Refuge", "Circle", "10:00-11:00")
FRIDAYS = [
    HEADER,
    (*AT, "Shirin", "", "A fee", "Inès; فاطمة", "Done", "Noor", ""),
    (*AT, "Omid", "", "Expenses", "", "", "", ""),
    (DAY, "Art Refuge", "Circle", "12:00-13:00", "Shirin", "missed", "", "ines.two@example.invalid", "", "", "Europe/Paris"),
    ("6/11/2026", "", "", "", "", "", "", "", "Done", "noor@example.invalid", "Europe/London"),
    ("30/10/2026", "", "", "", "", "", "", "", "", "", "Europe/Paris"),
]


@pytest.fixture
def team(db: None) -> Actor:
    """With a deputy beside the coordinator; two called Sam are in it, and two called Marc ask for the partner."""
    coordinator = someone_of_the_team()
    for name, email in (("Noor", "noor@example.invalid"), ("Sam", "sam@example.invalid"), ("Sam", "sam.two@example.invalid")):
        someone_of_the_team(user=a_user(name, email))
    circle = a_group_of(an_agency("Art Refuge"))
    Group.objects.filter(pk=circle.pk).update(name="Circle")
    people = [("Inès", "ines@example.invalid"), ("فاطمة", "fatima@example.invalid"), ("Inès Roy", "ines.two@example.invalid")]
    for name, email in [*people, ("Marc", "marc@example.invalid"), ("Marc", "marc.two@example.invalid")]:
        add_member(agency_id=circle.agency_id, user_id=a_user(name, email).id, now=NOW, actor=coordinator)
    elsewhere = an_agency("Médecins du Monde")
    add_member(agency_id=elsewhere.id, user_id=a_user("Luc", "luc@example.invalid").id, now=NOW, actor=coordinator)
    an_interpreter(a_profile("Shirin"), signs_in=False)
    an_interpreter(a_profile("Omid", pay_status=PayStatus.EXPENSES_ONLY), signs_in=False)
    return coordinator


def applied(team: Actor, made: Import) -> Import:
    assert made.counts["wrong"] == 0, list(made.rows.values_list("number", "problems"))
    return apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)


def said(team: Actor, *lines: Sequence[Any]) -> list[Any]:
    """For each row its state, or the (code, field) of what is wrong with it."""
    found = checked(team, ImportKind.FRIDAYS, HEADER, *lines).rows.order_by("number")
    return [[(one["code"], one["field"]) for one in row.problems] or row.state for row in found]


def test_all_of_it_is_written_down_and_taken_back_without_a_trace(team: Actor) -> None:
    before = everything()
    made = applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS))
    assert list(Visit.objects.order_by("day").values_list("day", "time_zone", "state", "deputy__user__name")) == [
        (date(2026, 10, 30), "Europe/Paris", "done", None),
        (date(2026, 11, 6), "Europe/London", "done", "Noor"),
        (date(2026, 11, 13), "Europe/Paris", "done", "Noor"),
    ]
    assert sorted(SessionTold.objects.values_list("session__starts_at__hour", "member__user__email")) == [
        (9, "fatima@example.invalid"),
        (9, "ines@example.invalid"),
        (11, "ines.two@example.invalid"),
    ]
    assert sorted(Shift.objects.values_list("holder__first_name", "state", "pay_outcome")) == [
        ("Omid", "worked", "expenses"),
        ("Shirin", "missed", "none"),
        ("Shirin", "worked", "fee"),
    ]
    undo_import(import_id=made.id, now=NOW, actor=team)
    assert everything() == before


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("format_", list(ExportFormat))
def test_what_is_taken_out_and_brought_into_an_empty_place_is_the_same(
    team: Actor, format_: ExportFormat, language: str
) -> None:
    made = applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS))
    shown = rows(ImportKind.FRIDAYS, team, language)
    file = export(ImportKind.FRIDAYS, format_, language, now=NOW, actor=team)
    again = start_import(kind=ImportKind.FRIDAYS, file_name="days", data=file, now=NOW, actor=team)
    assert again.counts == {"new": 0, "changed": 0, "same": 5, "wrong": 0}
    undo_import(import_id=made.id, now=NOW, actor=team)
    applied(team, start_import(kind=ImportKind.FRIDAYS, file_name="days", data=file, now=NOW, actor=team))
    assert sorted(map(repr, rows(ImportKind.FRIDAYS, team, language))) == sorted(map(repr, shown))


def test_a_day_without_a_session_has_only_the_days_columns(team: Actor) -> None:
    applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS))
    assert rows(ImportKind.FRIDAYS, team)[:2] == [
        {"day": "2026-10-30", "day_state": "Done", "time_zone": "Europe/Paris"},
        {"day": "2026-11-06", "day_state": "Done", "time_zone": "Europe/London", "deputy": "Noor"},
    ]


def test_who_shares_a_name_is_written_by_their_address(team: Actor) -> None:
    told = "Inès; Inès Roy; marc@example.invalid; marc.two@example.invalid"
    row = (*AT, "Shirin", "", "", told, "", "sam.two@example.invalid", "")
    applied(team, checked(team, ImportKind.FRIDAYS, HEADER, row))
    (found,) = rows(ImportKind.FRIDAYS, team)
    assert found["told"] == "Inès; Inès Roy; marc.two@example.invalid; marc@example.invalid"
    assert found["deputy"] == "sam.two@example.invalid"


def test_names_are_cut_as_people_write_lists(team: Actor) -> None:
    row = (*AT, "Shirin", "", "", "فاطمة، Inès and Inès Roy", "", "", "")
    applied(team, checked(team, ImportKind.FRIDAYS, HEADER, row))
    assert sorted(SessionTold.objects.values_list("member__user__name", flat=True)) == ["Inès", "Inès Roy", "فاطمة"]


def test_what_is_wrong_is_said_at_its_cell(team: Actor) -> None:
    plan_visit(day=FRIDAY, time_zone="Europe/Paris", now=NOW, actor=team)
    group = a_group_of(an_agency("Elsewhere"))
    type(group.site).objects.filter(pk=group.site_id).update(time_zone="Europe/London")
    nobody = ("", "", "", "", "", "", "")
    assert said(
        team,
        (*AT, "Shirin", "", "", "Luc", "", "", ""),
        (*AT, "Shirin", "", "", "Marc", "", "", ""),
        (*AT, "Shirin", "", "", "", "", "Nobody", ""),
        (*AT, "Shirin", "", "", "", "", "Sam", ""),
        (*AT, "Omid", "", "A fee", "", "", "", ""),
        (*AT, "Shirin", "missed", "Expenses", "", "", "", ""),
        (*AT, "Shirin", "", "A lot", "", "", "", ""),
        (*AT, "Shirin", "", "", "", "Cancelled", "", ""),
        (*AT, "Shirin", "", "", "", "Klingon", "", ""),
        (*AT, "Shirin", "", "", "", "", "", "Europe/London"),
        (DAY, *nobody, "Done", "", ""),
        (DAY, *nobody, "Done", "", "Europe/Calais"),
        (DAY, *nobody, "Cancelled", "", "Europe/Paris"),
        (str(FRIDAY), *nobody, "Done", "", "Europe/Paris"),
        (str(FRIDAY), *nobody, "Being planned", "Noor", "Europe/Paris"),
        (str(FRIDAY), *nobody, "Being planned", "", "Europe/Paris"),
        (DAY, *nobody, "", "", ""),
    ) == [
        [("member_unknown", "told")],
        [("several_named", "told")],
        [("deputy_unknown", "deputy")],
        [("several_named", "deputy")],
        [("nothing_due", "pay_outcome")],
        [("nothing_due", "pay_outcome")],
        [("word_unknown", "pay_outcome")],
        [("day_not_done", "day_state")],
        [("word_unknown", "day_state")],
        [("zone_of_another", "time_zone")],
        [("zone_unsaid", "time_zone")],
        [("zone_unknown", "time_zone")],
        [("day_not_done", "day_state")],
        [("day_to_come", "day"), ("day_still_open", "day")],
        [("day_here", "deputy")],
        "same",
        [("empty", "partner"), ("empty", "group"), ("empty", "starts")],
    ]


def test_rows_that_contradict_each_other_say_which_row(team: Actor) -> None:
    assert said(
        team,
        (*AT, "Shirin", "", "", "Inès", "", "Noor", ""),
        (*AT, "Omid", "", "", "فاطمة", "", "", ""),
        (*AT, "Omid", "", "", "Inès", "", "sam@example.invalid", ""),
        ("6/11/2026", "", "", "", "", "", "", "", "Done", "", ""),
        ("6/11/2026", "", "", "", "", "", "", "", "Done", "Noor", ""),
    ) == [
        "new",
        [("row_contradicts", "told")],
        [("row_contradicts", "deputy")],
        "new",
        [("twice_in_sheet", None)],
    ]


def test_a_day_that_is_here_is_changed_there(team: Actor) -> None:
    applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS))
    assert said(
        team,
        (*AT, "Shirin", "", "A fee", "Inès; فاطمة", "Done", "sam@example.invalid", ""),
        (*AT, "Shirin", "", "Nothing", "", "", "", ""),
        (*AT, "Shirin", "", "", "Inès", "", "", ""),
        (*AT, "Shirin", "", "", "", "Confirmed", "", ""),
        (DAY, "Art Refuge", "Circle", "16:00-17:00", "Shirin", "", "", "", "", "sam@example.invalid", ""),
        ("6/11/2026", "", "", "", "", "", "", "", "", "sam@example.invalid", "Europe/London"),
    ) == [
        [("day_here", "deputy")],
        [("session_here", None)],
        [("session_here", None)],
        [("day_here", "day_state")],
        [("day_here", "deputy")],
        [("day_here", "deputy")],
    ]


def test_who_is_not_known_is_told_what_to_do(team: Actor) -> None:
    made = checked(team, ImportKind.FRIDAYS, HEADER, (*AT, "Shirin", "", "", "Luc", "", "Nobody", ""))
    (row,) = row_views(made.rows.all(), len(HEADER))
    member = (
        "Art Refuge has nobody called “Luc” here. Import partners first, or write the name or the e-mail address "
        "as it is here, several of them with a semicolon between."
    )
    deputy = (
        "Nobody of the team is called “Nobody” here. Write the name or the e-mail address as it is here, or leave this empty."
    )
    assert [(one.column, one.message) for one in row.problems] == [(7, member), (9, deputy)]


def test_a_day_with_something_on_it_since_stays(team: Actor) -> None:
    made = applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS[:2], ("6/11/2026", *[""] * 7, "Done", "", "")))
    later = ("6/11/2026", "Art Refuge", "Circle", "10:00-11:00", "Shirin", *[""] * 6)
    applied(team, checked(team, ImportKind.FRIDAYS, HEADER, later))
    assert refusal(undo_import, import_id=made.id, now=NOW, actor=team) == [("import_used", None)]
    assert Visit.objects.count() == 2


def test_who_has_left_is_still_who_it_was(team: Actor) -> None:
    Member.objects.filter(user__name="Inès").update(active=False)
    TeamMember.objects.filter(user__name="Noor").update(active=False)
    applied(team, checked(team, ImportKind.FRIDAYS, *FRIDAYS))
    assert rows(ImportKind.FRIDAYS, team)[2]["told"] == "Inès; فاطمة"


def test_the_service_writes_no_day_that_cannot_have_been(team: Actor) -> None:
    noor, sam = TeamMember.objects.get(user__name="Noor").id, TeamMember.objects.get(user__email="sam@example.invalid").id
    planned = plan_visit(day=FRIDAY, time_zone="Europe/Paris", now=NOW, actor=team)
    done = PastDay(date(2026, 11, 6), "Europe/Paris", noor)
    record_past_days(days=[done], now=NOW, actor=team)
    assert record_past_days(days=[done], now=NOW, actor=team) == []
    for day, deputy, zone, code in (
        (FRIDAY, noor, "Europe/Paris", "day_to_come"),
        (date(2026, 11, 6), sam, "Europe/Paris", "day_here"),
        (date(2026, 11, 6), planned.id, "Europe/Paris", "not_found"),
        (date(2026, 11, 6), noor, "CET", "zone_unknown"),
    ):
        found = refusal(record_past_days, days=[PastDay(day, zone, deputy)], now=NOW, actor=team)
        assert [one[0] for one in found] == [code]


def test_it_takes_as_many_statements_however_much_is_said(team: Actor) -> None:
    counts = []
    for number in (1, 3):
        hours = range(10, 10 + number)
        held = [(*AT[:3], f"{hour}:00-{hour}:30", "Shirin", "", "A fee", "Inès; فاطمة", "", "Noor", "") for hour in hours]
        alone = [(f"{day}/10/{2020 + number}", *[""] * 7, "Done", "Noor", "") for day in range(1, number + 1)]
        with CaptureQueriesContext(connection) as checking:
            made = checked(team, ImportKind.FRIDAYS, HEADER, *held, *alone)
        with CaptureQueriesContext(connection) as applying:
            applied(team, made)
        with CaptureQueriesContext(connection) as exporting:
            export(ImportKind.FRIDAYS, ExportFormat.CSV, "en", now=NOW, actor=team)
        with CaptureQueriesContext(connection) as undoing:
            undo_import(import_id=made.id, now=NOW, actor=team)
        counts.append([len(one) for one in (checking, applying, exporting, undoing)])
    assert counts[0] == counts[1]


def test_what_would_be_deleted_before_it_can_be_taken_back_is_not_taken_in(team: Actor) -> None:
    """With a session, or a day alone."""
    oldest = (NOW - Kept.RECORD.time + Kept.SHEETS.time).date()
    too_old = oldest - timedelta(days=1)
    for day, found in ((too_old, [("day_too_old", "day")]), (oldest, "new")):
        text = f"{day:%d/%m/%Y}"
        assert said(team, (text, *AT[1:], "Shirin", *[""] * 6), (text, *[""] * 9, "Europe/London")) == [found, found]


def test_what_was_taken_in_stays_for_as_long_as_it_can_be_taken_back(team: Actor) -> None:
    oldest = (NOW - Kept.RECORD.time + Kept.SHEETS.time).date()
    made = applied(team, checked(team, ImportKind.FRIDAYS, HEADER, (f"{oldest:%d/%m/%Y}", *AT[1:], "Shirin", *[""] * 6)))
    last = NOW + Kept.SHEETS.time - timedelta(seconds=1)
    assert forget_records(now=last) == 0
    undo_import(import_id=made.id, now=last, actor=team)
    assert not Visit.objects.exists()
