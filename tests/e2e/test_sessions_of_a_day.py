"""What the team does with one session or request of a day: held another way, declined, confirmed later, looked up."""

from playwright.sync_api import expect

from passerelle.bookings.models import Session
from passerelle.bookings.services import moving, requests
from passerelle.domain.words import Mode
from tests.e2e.api import said
from tests.e2e.mornings.friday import a_friday, a_session, an_ask, confirm, now, place_of, says_yes, someone
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window
from tests.factories.people import a_group_of


def _hold_it(team: Window, mode: str) -> None:
    row = team.page.locator("article.session-row")
    row.get_by_role("button", name=team.words("Hold it another way")).click()
    row.get_by_label(team.words("How it is held")).select_option(mode)


def test_one_session_is_led_by_the_partner_and_of_two_at_once_both_are_seen(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    team = seat.board(friday.coordinator, friday)
    team.page.get_by_text(team.words("Details and changes")).click()
    _hold_it(team, "partner_led")
    expect(team.page.locator("article.session-row .note").first).to_be_visible()
    team.look("one-session-partner-led")
    team.button("Change it").click()
    expect(team.button("Change it")).to_have_count(0)
    assert said(team, f"sessions/{session.pk}")["mode"] == "partner_led"
    _hold_it(team, "in_person")
    team.hear_nothing_more()
    version = Session.objects.get(pk=session.pk).version
    moving.change_mode(session_id=session.pk, version=version, mode=Mode.REMOTE, now=now(), actor=friday.coordinator)
    team.button("Change it").click()
    choice = team.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice.locator("tr").filter(has_text="How it is held")).to_contain_text("RemoteIn person")
    with team.page.expect_response("**/change-mode"):
        choice.get_by_role("button", name="Write what I chose").click()
    assert said(team, f"sessions/{session.pk}")["mode"] == "in_person"


def test_a_request_is_declined_with_a_reason_and_a_word(seat: Seats) -> None:
    friday = a_friday()
    group = a_group_of(friday.agency)
    made = requests.request_session(group_id=group.pk, ask=an_ask(friday, 11), submit=True, now=now(), actor=friday.partner)
    team = seat(friday.coordinator, "team", "/team/requests")
    team.button("We cannot come").click()
    team.field("Reason").select_option("no_interpreter")
    team.field("A word to the partner").fill("Nobody for Dari that day.")
    team.button("Tell them we cannot come").click()
    expect(team.page.get_by_role("article", name=group.name)).to_have_count(0)
    found = said(team, f"sessions/{made.pk}")
    assert found["state"] == "declined"
    assert found["reason"]["note"] == "Nobody for Dari that day."


def test_what_came_after_the_day_was_confirmed_is_confirmed_as_the_rest(seat: Seats) -> None:
    friday = a_friday()
    first = a_session(friday, 11)
    says_yes(place_of(first), someone("Shirin"), by=friday.coordinator)
    confirm(friday)
    second = a_session(friday, 15)
    team = seat.board(friday.coordinator, friday)
    team.go("Confirm the rest")
    for reason in team.page.locator("main").get_by_role("textbox").all():
        reason.fill("Asked for this morning")
    team.page.locator("main").get_by_role("button", name="Confirm").last.click()
    team.page.wait_for_url(f"**{friday.board}")
    states = {said(team, f"sessions/{session.pk}")["state"] for session in (first, second)}
    assert states == {"confirmed"}


def test_the_journal_is_narrowed_by_thing_by_what_happened_by_person_and_by_day(seat: Seats) -> None:
    friday = a_friday()
    a_session(friday)
    team = seat(friday.coordinator, "team", "/team/journal")
    deeds = team.page.locator(".deed")
    expect(deeds.first).to_be_visible()
    everything = deeds.count()
    team.field("What").select_option("visit")
    team.page.wait_for_url("**type=visit*")
    expect(deeds.first).to_be_visible()
    expect(deeds).not_to_have_count(everything)
    expect(deeds.first).to_be_visible()
    team.field("Who").select_option(label="Hannah")
    team.page.wait_for_url("**who=*")
    expect(deeds.first).to_contain_text("Hannah")
    team.field("From").fill("2031-01-01")
    expect(deeds).to_have_count(0)
    team.page.get_by_role("button", name=team.words("Show all")).first.click()
    expect(deeds).to_have_count(everything)
    go_to(team, "/team/journal?type=visit")
    assert team.field("What").input_value() == "visit"
