"""Morning 8: a phone number in the notes is refused beside them, in words, and everything else stays as it was typed."""

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from passerelle.domain.refusals import MESSAGES, Code
from tests.e2e.mornings.friday import Friday, a_friday, a_session
from tests.e2e.mornings.seats import Seats
from tests.e2e.windows import Window
from tests.factories.people import a_group_of

NUMBER = "06 12 34 56 78"
NOTES = "Anything the team should know"
CONTACT = {"Name on the day": "Ines", "Phone on the day": "+33 3 53 01 00 11"}


def said_at(window: Window, field: Locator) -> str:
    """What is written beside the field as being wrong with it: what it names as its description."""
    expect(field).to_have_attribute("aria-invalid", "true")
    ids: str = field.get_attribute("aria-describedby") or ""
    told = [window.page.locator(f"[id='{one}']") for one in ids.split()]
    return " ".join(one.inner_text() for one in told if one.is_visible())


def write(partner: Window, friday: Friday, group: str, notes: str) -> None:
    partner.choose("Group", group)
    partner.field("Day").select_option(friday.day.isoformat())
    partner.field("Starts at").fill("11:30")
    partner.field("How many people do you expect?").fill("7")
    partner.choose("Language", partner.words("Dari"))
    partner.field("People").fill("5")
    partner.field(NOTES).fill(notes)


def kept(partner: Window) -> dict[str, str]:
    """Every field of the form as it stands, by its name."""
    fields: dict[str, str] = partner.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('main input, main select, main textarea')]
             .map((field, at) => [field.id && !field.id.startsWith('mantine-') ? field.id : `field ${at}`,
                                  field.type === 'checkbox' || field.type === 'radio' ? `${field.checked}` : field.value]))"""
    )
    return fields


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_it_is_refused_at_the_field_and_the_rest_is_kept_over_a_reload(seat: Seats, locale: str) -> None:
    friday = a_friday()
    group = a_group_of(friday.agency)
    partner = seat(friday.partner, "partner", "/partner/ask", locale=locale)
    write(partner, friday, group.name, f"Call {NUMBER} at the gate")
    typed = kept(partner)
    partner.button("Send the request").click()
    words = said_at(partner, partner.field(NOTES))
    with translation.override(locale):
        assert words.startswith(gettext(MESSAGES[Code.PHONE_IN_TEXT]))
    expect(partner.page.get_by_role("alert").first).to_be_focused()
    assert kept(partner) == typed
    partner.look(f"morning-number-{locale}")
    partner.page.wait_for_url("**/partner/ask/*")
    partner.page.reload()
    expect(partner.field(NOTES)).to_have_value(f"Call {NUMBER} at the gate")
    assert kept(partner) == typed
    assert [session.notes for session in Session.objects.filter(state="requested")] == []
    assert not Session.objects.filter(notes__contains="06 12").exists()

    partner.field(NOTES).fill("The gate is on the left")
    partner.button("Send the request").click()
    partner.page.wait_for_url("**/partner/sessions/*")
    (sent,) = Session.objects.filter(group=group)
    assert (sent.state, sent.notes, sent.people_expected) == ("requested", "The gate is on the left", 7)


def test_a_proposed_change_is_refused_at_its_note(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}")
    partner.button("Propose a change").click()
    partner.field("Starts at").fill("14:30")
    partner.field("People").fill("9")
    why = partner.field("Why (if you like)")
    why.fill(f"Ask {NUMBER}")
    partner.button("Send the proposal").click()
    assert said_at(partner, why) == MESSAGES[Code.PHONE_IN_TEXT]
    values = [partner.field(name).input_value() for name in ("Starts at", "People", "Why (if you like)")]
    assert values == ["14:30", "9", f"Ask {NUMBER}"]
    session.refresh_from_db()
    assert session.proposed_change is None


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_what_looks_like_a_name_is_asked_about_and_may_stay(seat: Seats, locale: str) -> None:
    friday = a_friday()
    group = a_group_of(friday.agency)
    partner = seat(friday.partner, "partner", "/partner/ask", locale=locale)
    write(partner, friday, group.name, "The gate is beside Pierre")
    expect(partner.page.get_by_role("status").filter(has_text="Pierre")).to_be_visible()
    partner.look(f"morning-name-{locale}")
    partner.button("Send the request").click()
    partner.page.wait_for_url("**/partner/sessions/*")
    (sent,) = Session.objects.filter(group=group)
    assert sent.notes == "The gate is beside Pierre"
