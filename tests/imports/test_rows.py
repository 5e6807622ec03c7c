"""What each kind makes of a row: whom it speaks of, what it would change, and what is wrong at which cell."""

from datetime import timedelta
from typing import Any

import pytest

from passerelle.accounts.models import User
from passerelle.agencies.models import Group, Site
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.roles import Actor
from passerelle.domain.words import CredentialKind, ImportKind, Language, PayStatus
from passerelle.imports.services import apply_import
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import record_credential
from tests.factories.partners import FRIDAY as A_FRIDAY
from tests.factories.partners import a_request
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
from tests.imports.worlds import checked

FRIDAY = A_FRIDAY.isoformat()
PEOPLE, PARTNERS, FRIDAYS = ImportKind.INTERPRETERS, ImportKind.PARTNERS, ImportKind.FRIDAYS
NAMES = ("Name", "Phone", "Languages")
DAYS = ("Date", "Partner", "Group", "Start", "End", "Language", "Interpreter", "Paid", "Came")
PLACES = ("Partner", "Group", "Type", "Site", "Town", "Address", "Country", "Start", "End", "Contact", "E-mail")


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def said(team: Actor, kind: ImportKind, *rows: Any) -> list[Any]:
    """For each row its state, or the (code, field) of what is wrong with it."""
    found = checked(team, kind, *rows).rows.order_by("number")
    return [[(one["code"], one["field"]) for one in row.problems] or row.state for row in found]


def test_a_person_is_recognised_by_phone_or_name_and_told_what_would_change(team: Actor) -> None:
    for name, phone in (("Shirin Azizi", "+33 6 99 00 12 34"), ("Amal", "")):
        first, _, family = name.partition(" ")
        made = an_interpreter(a_profile(first), signs_in=False)
        Interpreter.objects.filter(pk=made.pk).update(family_name=family, phone=phone)
    rows = [("Chirine Azizi", "06 99 00 12 34", ""), ("AMAL", "", "Dari"), ("Nadia", "06 99 00 12 34", "Farsi")]
    found = checked(team, PEOPLE, NAMES, *rows).rows.order_by("number")
    assert [(row.state, row.changes) for row in found] == [
        ("changed", ["first_name", "phone"]),
        ("changed", ["first_name"]),
        ("new", []),
    ]


def test_an_empty_cell_changes_nothing_that_is_held(team: Actor) -> None:
    known = an_interpreter(a_profile("Amal", Language.ARABIC, pay_status=PayStatus.FEES), signs_in=False)
    made = checked(team, PEOPLE, (*NAMES, "Paid", "Gender"), ("Amal", "06 99 00 12 34", "", "", ""))
    apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)
    now = Interpreter.objects.get(pk=known.pk)
    assert (now.phone, now.pay_status, now.gender) == ("06 99 00 12 34", "fees", "woman")
    assert list(now.languages.values_list("language", flat=True)) == ["ar"]


def test_what_is_wrong_with_a_person_is_said_at_its_cell(team: Actor) -> None:
    for _ in range(2):
        an_interpreter(a_profile("Shirin"), signs_in=False)
    assert said(
        team,
        PEOPLE,
        (*NAMES, "Town", "Gender"),
        ("Shirin", "", "Dari", "", ""),
        ("", "", "Dari", "", ""),
        ("Amal", "", "", "", ""),
        ("Nour +33 6 99 00 12 34", "", "Dari", "", ""),
        ("Leyla", "12", "Dari", "", "robot"),
        ("Mina", "", "Dari", "", ""),
        ("mina", "", "Dari", "", ""),
    ) == [
        [("several_such", "name")],
        [("empty", "name")],
        [("empty", "languages")],
        [("phone_in_text", "name")],
        [("phone_wrong", "phone"), ("word_unknown", "gender")],
        "new",
        [("twice_in_sheet", None)],
    ]


def test_a_column_of_towns_is_left_out_until_one_of_them_is_known_here(team: Actor) -> None:
    rows = ((*NAMES, "Ville"), ("Amal", "", "Dari", "calais CENTRE"), ("Nour", "", "Dari", "Atlantis"))
    assert [column["field"] for column in checked(team, PEOPLE, *rows).columns] == ["name", "phone", "languages", None]
    a_group_of(an_agency())
    assert said(team, PEOPLE, *rows) == ["new", [("area_unknown", "base_area")]]


def test_what_is_wrong_with_a_partner_is_said_at_its_cell(team: Actor) -> None:
    group = a_group_of(an_agency("Art Refuge"))
    assert said(
        team,
        PARTNERS,
        PLACES,
        ("Art Refuge", "Circle", "Adults", "The harbour", "Calais", "1 quai", "FR", "14:00", "13:00", "", ""),
        ("Art Refuge", "Two", "Robots", "The harbour", "Calais", "1 quai", "FR", "", "", "", ""),
        ("Art Refuge", "Three", "Adults", "Far away", "", "", "Atlantis", "", "", "", ""),
        ("Art Refuge", group.name, "", "Elsewhere", "", "", "", "", "", "", ""),
        ("Art Refuge", "", "Adults", "", "", "", "", "", "", "", ""),
        ("Art Refuge", "Four", "Adults", "The dock", "Calais", "1 quai", "US", "", "", "", ""),
        ("Art Refuge", "", "", "", "", "", "", "", "", "Ines", ""),
        ("", "Circle", "", "", "", "", "", "", "", "", ""),
        ("Art Refuge", "Five", "Adults", "The pier", "Calais", "1 quai", "FR", "", "", "", ""),
        ("Art Refuge", "Five", "Families", "The pier", "Calais", "1 quai", "FR", "", "", "", ""),
    ) == [
        [("ends_before_it_starts", "usual_end")],
        [("word_unknown", "kind")],
        [("country_unknown", "country"), ("empty", "area"), ("empty", "address")],
        [("group_elsewhere", "site")],
        [("empty", "group")],
        [("empty", "time_zone")],
        [("empty", "contact_email")],
        [("empty", "partner"), ("empty", "kind"), ("empty", "site")],
        "new",
        [("row_contradicts", None)],
    ]


def test_a_place_in_a_sheet_may_be_named_after_any_day(team: Actor) -> None:
    an_agency("Art Refuge")
    where = ("Salle du 14/07/1989", "Quartier du 19 mars 1962", "Rue du 8 mai 1945, 62100 Calais", "FR")
    assert said(team, PARTNERS, PLACES, ("Art Refuge", "Circle", "Adults", *where, "", "", "", "")) == ["new"]


def test_what_a_wrong_row_would_have_made_is_made_by_the_next(team: Actor) -> None:
    an_agency("Art Refuge")
    where = ("Adults", "The harbour", "Calais", "1 quai", "FR", "", "")
    rows = [("Art Refuge", "Circle", *where, "Ines", "no address"), ("Art Refuge", "Circle", *where, "", "")]
    made = checked(team, PARTNERS, PLACES, *rows)
    assert made.counts == {"new": 1, "changed": 0, "same": 0, "wrong": 1}
    apply_import(import_id=made.id, version=made.version, skip_wrong=True, now=NOW, actor=team)
    assert Group.objects.values_list("name", "site__name").get() == ("Circle", "The harbour")


def a_circle() -> Group:
    group = a_group_of(an_agency("Art Refuge"))
    Group.objects.filter(pk=group.pk).update(name="Circle")
    return group


def test_what_is_wrong_with_a_past_friday_is_said_at_its_cell(team: Actor) -> None:
    a_circle()
    an_interpreter(a_profile("Shirin"))
    an_interpreter(a_profile("Amal", pay_status=PayStatus.EXPENSES_ONLY))
    open_day = NOW.date() - timedelta(days=3)
    plan_visit(day=open_day, time_zone="Europe/Paris", now=NOW - timedelta(days=9), actor=team)
    art = ("Art Refuge", "Circle")
    assert said(
        team,
        FRIDAYS,
        DAYS,
        ("13/11/2026", *art, "14:00", "15:00", "", "Shirin", "", ""),
        ("13/11/2026", *art, "14:30", "15:30", "", "Shirin", "", ""),
        ("13/11/2026", *art, "15:00", "16:00", "", "Shirin", "", ""),
        ("13/11/2026", *art, "14:00", "15:00", "", "Shirin", "", ""),
        ("13/11/2026", *art, "14:00", "15:10", "", "", "", ""),
        ("6/11/2026", *art, "14:00", "15:00", "", "Amal", "paid", ""),
        ("6/11/2026", *art, "14:00", "15:00", "", "Amal", "", "missed"),
        ("6/11/2026", *art, "14:00", "15:00", "", "Nobody", "", ""),
        ("6/11/2026", "Nobody", "Circle", "14:00", "15:00", "", "", "", ""),
        ("6/11/2026", "Art Refuge", "Square", "14:00", "15:00", "", "", "", ""),
        ("4/12/2026", *art, "14:00", "15:00", "", "", "", ""),
        ("31/11/2026", *art, "14:00", "15:00", "", "", "", ""),
        (open_day.isoformat(), *art, "14:00", "15:00", "", "", "", ""),
        ("29/3/2026", *art, "02:30", "04:00", "", "", "", ""),
        ("6/11/2026", *art, "14:00", "", "", "", "", ""),
    ) == [
        "new",
        [("clash_in_sheet", "interpreter")],
        "new",
        [("twice_in_sheet", "interpreter")],
        [("row_contradicts", "ends"), ("twice_in_sheet", None)],
        [("never_a_fee", "pay")],
        [("volunteer_missed", "outcome")],
        [("interpreter_unknown", "interpreter")],
        [("partner_unknown", "partner")],
        [("group_unknown", "group")],
        [("day_to_come", "day")],
        [("day_unread", "day")],
        [("day_still_open", "day")],
        [("clocks_skipped_it", "starts")],
        [("empty", "ends")],
    ]


def test_a_site_needs_no_zone_where_its_country_has_one(team: Actor) -> None:
    made = checked(team, PARTNERS, PLACES, ("MSF", "Ados", "MNA", "Foyer", "Calais", "1 quai", "France", "", "", "", ""))
    apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)
    assert Site.objects.values_list("country", "time_zone").get() == ("FR", "Europe/Paris")


@pytest.mark.parametrize("zone", ["CET", "Etc/GMT+1", "Europe/Atlantis"])
def test_a_zone_that_no_site_may_have_is_said_at_its_cell(team: Actor, zone: str) -> None:
    row = ("MSF", "Ados", "MNA", "Foyer", "Calais", "1 quai", "France", "", "", "", "")
    assert said(team, PARTNERS, (*PLACES, "Time zone"), (*row, zone)) == [[("zone_unknown", "time_zone")]]


def test_a_contact_whose_account_was_closed_is_said_at_the_address(team: Actor) -> None:
    user = a_user("Ines", "ines@example.invalid")
    User.objects.filter(pk=user.pk).update(is_active=False)
    row = ("Art Refuge", "", "", "", "", "", "", "", "", "Ines", "ines@example.invalid")
    assert said(team, PARTNERS, PLACES, row) == [[("account_closed", "contact_email")]]


def test_of_a_session_that_was_not_held_a_row_says_only_what_is_here(team: Actor) -> None:
    group = a_group_of(an_agency("Art Refuge"))
    here = a_request(group, a_partner_of(group.agency))
    row = (FRIDAY, "Art Refuge", group.name, "14:00", "15:00", "", "", "", "")
    assert said(
        team,
        FRIDAYS,
        (*DAYS, "State"),
        (*row, "Requested"),
        (*row, "Cancelled"),
        ("2026-11-13", *row[1:], "Called off"),
        ("2026-11-13", *row[1:], "Held"),
        ("2026-11-13", *row[1:], "Elsewhere"),
        (FRIDAY, *row[1:3], "16:00", "17:00", *row[5:], "Held"),
    ) == [
        "same",
        [("session_here", None)],
        [("not_held", "state")],
        "new",
        [("word_unknown", "state")],
        [("day_to_come", "day")],
    ]
    assert here.state == "requested"


def test_papers_that_were_seen_are_added_and_those_here_stay(team: Actor) -> None:
    known, head = an_interpreter(a_profile("Amal"), cleared=False), ("Name", "Languages", "Checks")
    record_credential(
        interpreter_id=known.id, kind=CredentialKind.CHECK, seen_on=NOW.date(), expires_on=NOW.date(), now=NOW, actor=team
    )
    made = checked(
        team,
        PEOPLE,
        ("Name", "Languages", "Checks"),
        ("Amal", "", "Check ٢٠٢٦-٠١-٣١ – 31/1/2029; DBS: 31 1 2026 to 2029-01-31"),
    )
    assert [row["code"] for row in made.rows.get().problems] == ["seen_unread"]
    made = checked(
        team,
        PEOPLE,
        ("Name", "Languages", "Checks"),
        ("Amal", "", "Check ٢٠٢٦-٠١-٣١ – 31/1/2029; DBS: 31/01/2026 to 2029-01-31"),
    )
    assert made.rows.get().changes == ["credentials"]
    apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)
    assert [str(row) for row in known.credentials.order_by("seen_on")] == [
        "check until 2029-01-31",
        f"check until {NOW.date()}",
    ]
    again = checked(team, PEOPLE, head, ("Amal", "", "Check 2026-01-31 – 2029-01-31"))
    assert again.rows.get().state == "same"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2029-01-31", "seen_unread"),
        ("Check 2029-01-31", "seen_unread"),
        ("Passport 2026-01-31 – 2029-01-31", "seen_unread"),
        ("Check 2026-02-31 – 2029-01-31", "seen_unread"),
        ("Check 2029-01-31 – 2026-01-31", "in_the_future"),
        ("Check 2026-01-31 – 2025-01-31", "expires_before_seen"),
    ],
)
def test_papers_that_cannot_be_read_are_a_problem_of_their_cell(team: Actor, text: str, code: str) -> None:
    an_interpreter(a_profile("Amal"))
    ((problem, *_more),) = said(team, PEOPLE, ("Name", "Checks"), ("Amal", text))
    assert problem == (code, "credentials")
