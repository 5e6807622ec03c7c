"""What the team begins on a partner's behalf and leaves is found again, in the account or on the device."""

from playwright.sync_api import expect

from passerelle.bookings.models import Session
from tests.e2e.desk import WIDE
from tests.e2e.windows import Opener

GROUP = "Friday studio"


def test_a_request_begun_on_a_partners_behalf_is_found_among_the_requests(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    team.go("Requests")
    team.go("Ask on a partner’s behalf")
    team.choose("Group", GROUP)
    team.field("Anything the team should know").fill("Begun on the telephone")
    expect(team.page.locator(".save-note[data-safe=account]")).to_be_visible()
    team.go("Requests")
    kept = team.page.get_by_role("region", name="Not sent yet")
    expect(kept.get_by_role("link", name=GROUP)).to_be_visible()
    team.look("own-drafts")
    kept.get_by_role("link", name=GROUP).click()
    expect(team.field("Anything the team should know")).to_have_value("Begun on the telephone")
    draft = Session.objects.get(state="draft", notes="Begun on the telephone")
    assert team.page.url.endswith(f"/team/ask/{draft.pk}")


def test_what_did_not_reach_the_account_is_found_there_as_well(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    team.go("Requests")
    team.go("Ask on a partner’s behalf")
    expect(team.field("Group")).to_be_visible()
    team.page.context.set_offline(True)
    team.choose("Group", GROUP)
    expect(team.page.locator(".save-note[data-safe=offline]")).to_be_visible()
    team.go("Requests")
    expect(team.page.get_by_text("On this device only, not sent yet:")).to_be_visible()
    expect(team.page.locator("main").get_by_role("link", name=GROUP)).to_be_visible()
