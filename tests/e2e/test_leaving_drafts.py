"""Who signs out leaves nothing that they wrote on the device, and is told before anything that is there alone is lost."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from tests.e2e.test_partners_minute import GROUP, kept_here, saved
from tests.e2e.windows import Opener, Window

NOTES = "Anything the team should know"


def begins(window: Window) -> None:
    window.go("Ask")
    window.choose("Group", GROUP)
    window.field(NOTES).fill("Two people join late")


def warning(window: Window) -> Locator:
    return window.page.get_by_role("alert").filter(has=window.button("Sign out all the same"))


def test_what_is_in_the_account_goes_from_the_device_with_whoever_signs_out(open_window: Opener) -> None:
    partner = open_window("partner")
    begins(partner)
    saved(partner)
    assert len(kept_here(partner)) == 1
    partner.button("Sign out").click()
    expect(partner.heading("Sign in")).to_be_visible()
    assert kept_here(partner) == []
    assert Session.objects.get(notes="Two people join late").state == "draft"


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_on_the_device_alone_is_warned_of_and_then_goes_too(open_window: Opener, locale: str, width: int) -> None:
    partner = open_window("partner", locale, width=width)
    partner.page.route("**/api/v1/sessions", lambda route: route.abort())
    begins(partner)
    expect(partner.page.locator(".save-note[data-safe=offline]")).to_be_visible()
    partner.button("Sign out").click()
    expect(warning(partner)).to_be_visible()
    partner.look(f"leaving-drafts-{locale}-{width}")
    partner.button("Stay signed in").click()
    expect(warning(partner)).to_have_count(0)
    assert [draft["notes"] for draft in kept_here(partner)] == ["Two people join late"]
    partner.button("Sign out").click()
    partner.button("Sign out all the same").click()
    expect(partner.heading("Sign in")).to_be_visible()
    assert kept_here(partner) == []
