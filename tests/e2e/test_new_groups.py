"""A partner's groups are added one after the other: nothing of the one before is said of the next."""

import pytest
from playwright.sync_api import expect

from passerelle.agencies.models import Group
from tests.e2e.mornings.friday import a_friday, a_session
from tests.e2e.mornings.seats import Seats
from tests.e2e.words import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_the_next_new_group_repeats_nothing_of_the_one_before(seat: Seats, locale: str) -> None:
    friday = a_friday()
    agency = a_session(friday).agency
    team = seat(friday.coordinator, "team", f"/team/partners/{agency.pk}", locale=locale)
    said = {name: team.field(name) for name in ("Women only", "With under-18s")}
    kind = team.field("Kind")
    before = kind.input_value()
    team.field("Name of the group").fill("Sewing circle")
    kind.select_option("families")
    for box in said.values():
        box.check()
    team.button("Add a group").click()
    expect(team.field("Name of the group")).to_have_value("")
    for box in said.values():
        expect(box).not_to_be_checked()
    expect(kind).to_have_value(before)
    team.field("Name of the group").fill("Open table")
    team.button("Add a group").click()
    expect(team.field("Name of the group")).to_have_value("")
    found = Group.objects.filter(name__in=["Sewing circle", "Open table"])
    rules = {group.name: (group.kind, group.women_only, group.under_18s) for group in found}
    assert rules == {"Sewing circle": ("families", True, True), "Open table": (before, False, False)}
