"""The partner's minute, on the cheapest phone: repeat, write without losing a word, share who is coming."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from playwright.sync_api import expect

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency
from passerelle.bookings.models import Session
from passerelle.demo.world.cast import mail
from tests.e2e.windows import Opener, Window, loaded_once

LOCALES = ("en", "fr", "ar")
GROUP = "Friday studio"
PHONE_NUMBER = "06 12 34 56 78"


def saved(window: Window) -> None:
    """Everything typed is in the account."""
    expect(window.page.locator(".save-note[data-safe=account]")).to_be_visible()


def sent() -> QuerySet[Session]:
    return Session.objects.filter(requested_at__isnull=False)


def newest() -> Session:
    return sent().filter(agency__name="Art Refuge").latest("requested_at")


def kept_here(window: Window) -> list[dict[str, Any]]:
    """The drafts this device keeps."""
    texts: list[str] = window.page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('passerelle.draft.')).map(([, text]) => text)"
    )
    return [json.loads(text)["draft"] for text in texts]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_last_request_is_repeated_in_two_taps(open_window: Opener, locale: str) -> None:
    partner = open_window("partner", locale)
    before = set(Session.objects.values_list("id", flat=True))
    partner.look(f"minute-{locale}-home")
    taps = 0
    for tap in (partner.page.locator(".repeat").first, partner.button("Send the request")):
        tap.click()
        taps += 1
    partner.page.wait_for_url("**/partner/sessions/*")
    assert taps == 2
    expect(partner.status("Requested")).to_be_visible()
    expect(partner.page.locator(".message")).to_contain_text(GROUP)
    partner.look(f"minute-{locale}-sent")
    (made,) = Session.objects.exclude(id__in=before)
    like = sent().filter(id__in=before, group=made.group).latest("requested_at")
    assert (made.needs, made.people_expected, made.theme, made.contact_phone) == (
        like.needs, like.people_expected, like.theme, like.contact_phone,
    )  # fmt: skip
    assert made.starts_at > timezone.now()
    assert kept_here(partner) == []


@pytest.mark.parametrize("locale", ["fr"])
def test_a_request_is_written_refused_once_and_sent_with_every_word_kept(open_window: Opener, locale: str) -> None:
    """The eighth morning, and a reload in the middle of it."""
    partner = open_window("partner", locale)
    partner.go("Ask")
    partner.choose("Group", GROUP)
    partner.field("How many people do you expect?").fill("7")
    partner.choose("Language", partner.words("Dari"))
    partner.field("People").fill("5")
    partner.page.get_by_text(partner.words("What the interpreter should be"), exact=True).click()
    woman = partner.page.get_by_role("group", name=partner.words("A woman"), exact=True)
    woman.get_by_role("radio", name=partner.words("Required"), exact=True).check()
    partner.choose("Theme", partner.words("Sleep and nightmares"))
    partner.page.get_by_role("checkbox", name=partner.words("Children present"), exact=True).check()
    partner.button("Add a name").click()
    partner.field("Name").fill("Ben Hartley")
    notes = partner.field("Anything the team should know")
    notes.fill(f"Ring {PHONE_NUMBER}")
    partner.button("Send the request").click()
    summary = partner.page.get_by_role("alert").first
    expect(summary).to_be_focused()
    expect(notes).to_have_attribute("aria-invalid", "true")
    expect(notes).to_have_value(f"Ring {PHONE_NUMBER}")
    partner.look(f"minute-{locale}-refused")
    partner.page.wait_for_url(re.compile(r"/partner/ask/[0-9a-f-]{36}$"))
    partner.page.reload()
    expect(notes).to_have_value(f"Ring {PHONE_NUMBER}")
    expect(partner.field("Name")).to_have_value("Ben Hartley")
    notes.fill("Ring the bell")
    saved(partner)
    partner.button("Send the request").click()
    partner.page.wait_for_url("**/partner/sessions/*")
    made = newest()
    assert (made.state, made.people_expected, made.needs, made.requirements, made.theme) == (
        "requested",
        7,
        [{"language": "prs", "variety": None, "people": 5}],
        [{"what": "woman", "strength": "required"}],
        "sleep",
    )
    assert (made.situations, made.staff_present, made.notes) == (["children_present"], ["Ben Hartley"], "Ring the bell")
    assert Session.objects.filter(notes__contains="06").count() == 0


def test_without_a_connection_every_word_is_kept_and_saved_when_it_is_back(open_window: Opener) -> None:
    partner = open_window("partner")
    partner.go("Ask")
    partner.choose("Group", GROUP)
    saved(partner)
    partner.page.context.set_offline(True)
    partner.field("Anything the team should know").fill("Typed in the tunnel")
    expect(partner.page.locator(".save-note[data-safe=offline]")).to_be_visible()
    partner.button("Send the request").click()
    partner.look("minute-en-offline")
    assert [draft["notes"] for draft in kept_here(partner)] == ["Typed in the tunnel"]
    partner.page.context.set_offline(False)
    saved(partner)
    assert Session.objects.get(state="draft", notes="Typed in the tunnel").group.name == GROUP


def test_two_devices_show_both_versions_to_choose_from(open_window: Opener) -> None:
    phone, laptop = open_window("partner"), open_window("partner", width=1440)
    phone.go("Ask")
    phone.choose("Group", GROUP)
    phone.field("Anything the team should know").fill("From the phone")
    saved(phone)
    laptop.page.goto(phone.page.url)
    there = laptop.field("Anything the team should know")
    expect(there).to_have_value("From the phone")
    phone.page.context.set_offline(True)
    phone.field("Anything the team should know").fill("From the phone, in the tunnel")
    expect(phone.page.locator(".save-note[data-safe=offline]")).to_be_visible()
    there.fill("From the laptop")
    saved(laptop)
    phone.page.context.set_offline(False)
    both = phone.page.get_by_role("alertdialog")
    expect(both).to_contain_text("From the phone, in the tunnel")
    expect(both).to_contain_text("From the laptop")
    phone.look("minute-en-two-versions")
    phone.button("Go on with this device’s").click()
    saved(phone)
    with loaded_once(laptop):
        expect(there).to_have_value("From the phone, in the tunnel")


@pytest.mark.parametrize("locale", ["ar"])
def test_who_is_coming_is_copied_with_one_tap(open_window: Opener, locale: str) -> None:
    partner = open_window("partner", locale)
    partner.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    partner.page.locator("article").filter(has=partner.status("Planned")).get_by_role("link").first.click()
    message = partner.page.locator(".message")
    expect(message).not_to_be_empty()
    partner.field("Language of the message").select_option("fr")
    expect(message).to_contain_text("Pas encore confirmé")
    partner.button("Copy the message").click()
    expect(partner.button("Copied")).to_be_visible()
    assert partner.page.evaluate("navigator.clipboard.readText()") == message.inner_text()
    partner.look(f"minute-{locale}-message")


def test_a_change_is_proposed_with_what_it_changes_in_sight(open_window: Opener) -> None:
    partner = open_window("partner")
    partner.page.locator("article").filter(has=partner.status("Planned")).get_by_role("link").first.click()
    partner.button("Propose a change").click()
    partner.button("Send the proposal").click()
    expect(partner.page.get_by_role("alert")).to_contain_text("Nothing is changed yet.")
    partner.field("Starts at").fill("14:30")
    compared = partner.page.locator(".compare")
    expect(compared).to_contain_text("14:30")
    partner.look("minute-en-propose")
    partner.button("Send the proposal").click()
    expect(partner.button("Send the proposal")).to_have_count(0)
    expect(partner.page.get_by_text("You proposed a change. The team has not answered yet.")).to_be_visible()
    expect(compared.get_by_role("row").filter(has_text="Time")).to_contain_text("14:30")
    expect(partner.page.locator(".history li").first).to_contain_text("Change proposed")


def test_what_is_another_partners_is_not_there(open_window: Opener) -> None:
    partner = open_window("partner")
    foreign = Session.objects.exclude(agency__name="Art Refuge").exclude(state="draft").first()
    assert foreign is not None
    address = partner.page.url
    partner.page.goto(f"{address}/sessions/{foreign.id}")
    expect(partner.heading("This session is not here")).to_be_visible()
    partner.look("minute-en-gone")


def test_a_colleague_is_left_out_of_one_session(open_window: Opener) -> None:
    from passerelle.agencies.services.agencies import add_member  # noqa: PLC0415  (Django is set up by now)
    from passerelle.domain.roles import SYSTEM  # noqa: PLC0415

    colleague = User.objects.get(email=mail("ben"))
    agency = Agency.objects.get(name="Art Refuge")
    add_member(agency_id=agency.id, user_id=colleague.id, now=timezone.now() - timedelta(days=1), actor=SYSTEM)
    partner = open_window("partner")
    partner.go("Our people")
    never = partner.page.get_by_role("checkbox", name="Ben Hartley hears of every session")
    expect(never).to_be_checked()
    never.click()
    expect(never).not_to_be_checked()
    partner.look("minute-en-people")
    partner.go("My sessions")
    partner.page.locator(".repeat").first.click()
    partner.button("Send the request").click()
    partner.page.wait_for_url("**/partner/sessions/*")
    expect(partner.page.get_by_text("Hears of it:")).to_contain_text("Juliette Carpentier")
    assert [member.user.name for member in newest().told.all()] == ["Juliette Carpentier"]
    partner.button("Choose who hears of it").click()
    partner.page.get_by_role("checkbox", name="Ben Hartley").check()
    partner.button("Save").click()
    expect(partner.page.get_by_text("Hears of it:")).to_contain_text("Ben Hartley")
