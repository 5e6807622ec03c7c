"""A request asked for again: however long ago it was, and as it says where it cannot be."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from uuid import uuid4

from playwright.sync_api import Page, Route, expect

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session
from tests.e2e.windows import Opener

LATELY = re.compile(r"/api/v1/sessions\?order=latest")


def _only_the_last_is_lately(page: Page) -> None:
    """As if more had been asked for since than the form reads."""

    def ask(route: Route) -> None:
        address = urlsplit(route.request.url)
        query = dict(parse_qsl(address.query)) | {"limit": "1"}
        route.continue_(url=urlunsplit(address._replace(query=urlencode(query))))

    page.route(LATELY, ask)


def _longest_ago() -> Session:
    return Session.objects.filter(agency__name="Art Refuge", state="held").select_related("group").order_by("starts_at")[0]


def test_a_request_of_long_ago_is_repeated_from_its_page(look_around: Opener) -> None:
    partner, session = look_around("partner"), _longest_ago()
    _only_the_last_is_lately(partner.page)
    origin = "/".join(partner.page.url.split("/")[:3])
    partner.page.goto(f"{origin}/partner/sessions/{session.id}")
    partner.page.get_by_text(partner.words("What you asked for"), exact=True).click()
    partner.page.get_by_role("link", name=partner.words("Repeat this request")).click()
    expect(partner.page.locator("main form")).to_contain_text(session.group.name)
    expect(partner.button("Change something")).to_be_visible()


def test_a_request_that_is_not_there_any_more_is_said(look_around: Opener) -> None:
    partner = look_around("partner", "ar")
    origin = "/".join(partner.page.url.split("/")[:3])
    partner.page.goto(f"{origin}/partner/ask?repeat={uuid4()}")
    expect(partner.heading("The request you wanted to repeat is not here any more")).to_be_visible()
    partner.look("partner-repeat-gone-ar")
    partner.go("Ask for a session without it")
    expect(partner.button("Send the request")).to_be_visible()


TAKES_NO_MORE = "This group takes no requests any more. Choose another one."


def test_a_group_that_takes_no_requests_any_more_is_not_offered_and_what_was_typed_for_it_is_kept(open_window: Opener) -> None:
    partner = open_window("partner")
    offered = partner.page.locator(".repeat")
    last = Session.objects.get(pk=(offered.first.get_attribute("href") or "").split("repeat=")[1])
    others = offered.count() - 1
    offered.first.click()
    partner.button("Change something").click()
    partner.field("Anything the team should know").fill("Bring the long rope")
    expect(partner.page.locator(".save-note[data-safe=account]")).to_be_visible()
    Group.objects.filter(pk=last.group_id).update(active=False)
    partner.page.reload()
    group = partner.page.locator("#group")
    expect(group).to_have_attribute("aria-invalid", "true")
    expect(partner.page.locator("main form")).to_contain_text(TAKES_NO_MORE)
    expect(partner.field("Anything the team should know")).to_have_value("Bring the long rope")
    partner.look("partner-group-closed")
    partner.go("My sessions")
    expect(offered).to_have_count(others)
    assert [row for row in offered.all() if str(last.id) in str(row.get_attribute("href"))] == []
