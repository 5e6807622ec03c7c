"""Who looked: read in words by who answers for it, narrowed by what, by kind and by person; nobody else has a way there."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.domain.roles import TeamRole
from tests.e2e.mornings.friday import a_friday, of_the_team, someone
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window

READ = "Read what is held about an interpreter"


def lines(window: Window) -> Locator:
    return window.page.locator(".deed")


@pytest.mark.parametrize(("width", "locale"), [(360, "en"), (1440, "en"), (360, "ar"), (1440, "fr")])
def test_who_looked_at_whom_is_read_in_words(seat: Seats, width: int, locale: str) -> None:
    friday, her = a_friday(), someone("Shirin")
    team = seat(friday.coordinator, "team", f"/team/people/{her.pk}", locale=locale, width=width)
    expect(team.page.locator("h1")).to_contain_text("Shirin")
    go_to(team, "/team/journal")
    team.go("Who came and who looked")
    line = lines(team).filter(has_text=team.words(READ))
    expect(line).to_have_count(1)
    expect(line).to_contain_text("Hannah")
    expect(line).to_contain_text("Shirin")
    expect(lines(team).filter(has_text=team.words("Day planned"))).not_to_have_count(0)
    team.look(f"looked-{locale}-{width}")


def test_it_is_narrowed_and_the_address_keeps_how(seat: Seats) -> None:
    friday, her = a_friday(), someone("Shirin")
    team = seat(friday.coordinator, "team", f"/team/people/{her.pk}")
    expect(team.page.locator("h1")).to_contain_text("Shirin")
    go_to(team, "/team/journal/looked")
    team.field("What").select_option("accesses")
    team.page.wait_for_url("**show=accesses*")
    expect(lines(team).filter(has_text="Day planned")).to_have_count(0)
    team.field("What happened").select_option("person")
    team.page.wait_for_url("**kind=person*")
    expect(lines(team)).to_have_count(1)
    team.field("Who").select_option(label="Ruth")
    expect(team.page.get_by_text("Nothing like that is written down")).to_be_visible()
    team.look("looked-nothing")
    team.field("Who").select_option(label="Hannah")
    expect(lines(team)).to_have_count(1)
    team.page.reload()
    assert (team.field("What").input_value(), team.field("What happened").input_value()) == ("accesses", "person")
    expect(lines(team)).to_have_count(1)
    lines(team).get_by_role("button", name="only this").click()
    team.page.wait_for_url(f"**thing={her.pk}*")
    team.page.get_by_role("button", name="Only one thing is shown. Show all").click()
    expect(lines(team).filter(has_text="Day planned")).not_to_have_count(0)


def test_who_was_refused_is_told_with_what_they_wanted(seat: Seats) -> None:
    friday = a_friday()
    partner = seat(friday.partner, "partner")
    assert partner.page.evaluate("async () => (await fetch('/api/v1/team')).status") == 403
    team = seat(friday.coordinator, "team", "/team/journal/looked?kind=refused", width=360)
    expect(lines(team)).to_contain_text("Was refused · to read team")
    team.look("looked-refused")


def test_who_has_no_need_to_know_has_no_way_there(seat: Seats) -> None:
    therapist = seat(of_the_team("Ruth", TeamRole.THERAPIST), "team", "/team/journal")
    expect(therapist.field("What happened")).to_be_visible()
    expect(therapist.page.get_by_role("link", name="Who came and who looked")).to_have_count(0)
    go_to(therapist, "/team/journal/looked")
    expect(therapist.page.get_by_text("This part is for others")).to_be_visible()


def test_where_it_cannot_be_read_it_is_tried_again(seat: Seats) -> None:
    team = seat(a_friday().coordinator, "team", "/team/journal")
    team.page.route("**/api/v1/audit?*", lambda route: route.abort())
    team.go("Who came and who looked")
    expect(team.button("Try again")).to_be_visible()
    team.page.unroute("**/api/v1/audit?*")
    team.button("Try again").click()
    expect(lines(team).first).to_be_visible()
