"""Partners, their people, their places, and what was seen of an interpreter, as the team writes them; two at once among it."""

from typing import Any

from playwright.sync_api import Locator, expect

from passerelle.agencies.models import Agency, Site
from passerelle.agencies.services.editing import edit_agency, edit_site
from passerelle.interpreters.models import ClaimLink
from tests.e2e.api import said
from tests.e2e.mornings.friday import in_days, now, of_the_team
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window
from tests.factories.people import a_group_of, a_profile, an_agency, an_interpreter


def _choice(team: Window) -> Locator:
    return team.page.get_by_role("alert").filter(has_text="Somebody changed this while you were writing.")


def _partner(team: Window, agency: Agency) -> dict[str, Any]:
    found: dict[str, Any] = said(team, f"agencies/{agency.pk}")
    return found


def test_a_partner_is_added_renamed_and_has_people_who_ask_for_it(seat: Seats) -> None:
    hannah = of_the_team("Hannah")
    team = seat(hannah, "team", "/team/partners")
    team.field("Name of the partner").fill("Utopia 56")
    team.button("Add a partner").click()
    team.page.get_by_role("link", name="Utopia 56").click()
    expect(team.page.get_by_role("heading", name="Utopia 56", exact=True)).to_be_visible()
    agency = Agency.objects.get(name="Utopia 56")
    team.button("Edit").click()
    team.field("Name of the partner").fill("Utopia 56 Calais")
    edit_agency(agency_id=agency.pk, version=agency.version, name="Utopia Calais", now=now(), actor=hannah)
    team.button("Save").click()
    expect(_choice(team)).to_contain_text("yours: Utopia 56 Calais")
    expect(_choice(team)).to_contain_text("now: Utopia Calais")
    team.look("partner-side-by-side")
    team.button("Keep what I wrote").click()
    expect(team.page.get_by_role("heading", name="Utopia 56 Calais")).to_be_visible()
    team.field("Name").fill("Ines Roche")
    team.field("E-mail").fill("ines@example.invalid")
    team.button("Invite them").click()
    ines = team.page.get_by_role("listitem").filter(has_text="ines@example.invalid")
    expect(ines).to_be_visible()
    found = _partner(team, agency)
    assert (found["name"], [one["name"] for one in found["members"]]) == ("Utopia 56 Calais", ["Ines Roche"])
    ines.get_by_role("button").click()
    expect(ines).to_have_count(0)
    assert _partner(team, agency)["members"] == []


def test_a_place_is_added_and_of_two_who_change_it_nobody_is_overwritten_unseen(seat: Seats) -> None:
    hannah = of_the_team("Hannah")
    a_group_of(an_agency())
    team = seat(hannah, "team", "/team/partners")
    form = team.page.locator("form").filter(has=team.button("Add a place"))
    form.get_by_label("Name").fill("The warehouse")
    form.get_by_label("Area", exact=False).fill("Calais north")
    form.get_by_label("Address").fill("3 quai de la Loire")
    team.button("Add a place").click()
    row = team.page.get_by_role("listitem").filter(has_text="The warehouse")
    row.get_by_role("button", name="Edit").click()
    site = Site.objects.get(name="The warehouse")
    edited = team.page.locator("li form")
    edited.get_by_label("Address").fill("5 quai de la Loire")
    edit_site(
        site_id=site.pk,
        version=site.version,
        name=site.name,
        area=site.area,
        address="7 quai de la Loire",
        now=now(),
        actor=hannah,
    )
    team.button("Save").click()
    expect(_choice(team)).to_contain_text("yours: 5 quai de la Loire")
    expect(_choice(team)).to_contain_text("now: 7 quai de la Loire")
    team.button("Take what is there now").click()
    expect(row).to_contain_text("7 quai de la Loire")
    found = {one["name"]: one["address"] for one in said(team, "sites")["results"]}
    assert found["The warehouse"] == "7 quai de la Loire"


def test_what_was_seen_is_recorded_and_a_link_is_made_and_withdrawn(seat: Seats) -> None:
    shirin = an_interpreter(a_profile("Shirin"), signs_in=False, cleared=False)
    team = seat(of_the_team("Hannah"), "team")
    go_to(team, f"/team/people/{shirin.pk}")
    seen, until = in_days(-30).isoformat(), in_days(300).isoformat()
    team.field("What was seen").select_option("safeguarding_training")
    team.field("Seen on").fill(seen)
    team.field("Counts until").fill(until)
    team.button("Record what was seen").click()
    expect(team.field("Seen on")).to_have_value("")
    (line,) = said(team, f"interpreters/{shirin.pk}")["interpreter"]["credentials"]
    assert (line["kind"], line["seen_on"], line["expires_on"]) == ("safeguarding_training", seen, until)
    team.button("Make a link").click()
    expect(team.field("Link, shown this once")).to_be_visible()
    team.button("Withdraw the link").click()
    expect(team.button("Make a link")).to_be_visible()
    expect(team.field("Link, shown this once")).to_have_count(0)
    assert said(team, f"interpreters/{shirin.pk}")["claim_until"] is None
    assert ClaimLink.objects.filter(interpreter=shirin, withdrawn_at__isnull=True).count() == 0
