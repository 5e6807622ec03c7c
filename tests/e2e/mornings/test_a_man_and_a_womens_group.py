"""Morning 5: a man's yes on a women-only session is not confirmed, whatever way it came, without the recorded override."""

from playwright.sync_api import expect

from passerelle.bookings.models import Override, Shift
from passerelle.domain.roles import Actor, TeamRole
from tests.e2e.mornings.friday import Friday, a_friday, a_session, of_the_team, place_of, state_of
from tests.e2e.mornings.seats import Seats, candidate, go_to, place, sheet
from tests.e2e.windows import Window, loaded_once
from tests.factories.people import a_man

RULE = "The group is for women only and needs a woman interpreter."
REASON = "The women know him and asked for him."


def a_place_among_women(friday: Friday) -> Shift:
    a_man("Omid")
    return place_of(a_session(friday, women_only=True))


def give_directly(team: Window, shift: Shift) -> None:
    """Nobody fits, so he stands among the others, with the rule; his yes by phone can be noted all the same."""
    sheet(team, shift).get_by_text("1 other, and why").click()
    his = candidate(team, shift, "Omid")
    expect(his.get_by_role("listitem").filter(has_text=RULE)).to_be_visible()
    expect(his.get_by_role("checkbox")).to_have_count(0)
    his.get_by_role("button", name=team.words("Said yes by phone")).click()
    expect(place(team, shift).get_by_text("Omid")).to_be_visible()


def stays_planned(team: Window, friday: Friday, shift: Shift) -> None:
    """The page that confirms the day says so, and has nothing to confirm."""
    go_to(team, f"{friday.board}/confirm")
    expect(team.status("Stays planned")).to_be_visible()
    expect(team.page.locator(".note[data-kind=problem]")).to_have_text("Needs the safeguarding lead’s decision.")
    nothing = team.page.get_by_role("button", name="Nothing can be confirmed yet", exact=True)
    expect(nothing).to_have_attribute("aria-disabled", "true")
    nothing.click(force=True)
    assert (state_of(shift), state_of(friday.visit)) == ("taken", "planning")


def decide(window: Window, shift: Shift) -> None:
    record = sheet(window, shift).get_by_role("button", name=window.words("Record this decision"))
    expect(record).to_have_attribute("aria-disabled", "true")  # not without a reason
    sheet(window, shift).get_by_label(window.words("Why this person may take the place all the same")).fill(REASON)
    record.click()
    expect(sheet(window, shift).get_by_text(f": {REASON}")).to_be_visible()


def decided_by(shift: Shift) -> list[tuple[object, str, list[str]]]:
    return [(row.by_id, row.reason, row.rules) for row in Override.objects.filter(shift=shift)]


def confirmed_after(decider: Window, team: Window, friday: Friday, shift: Shift, by: Actor) -> None:
    """``decider`` records the decision; the coordinator's page then confirms the day, by itself."""
    with loaded_once(team):
        decide(decider, shift)
        expect(team.status("Will be confirmed")).to_be_visible()
        team.page.get_by_role("button", name=team.words.counted("Confirm # session", "Confirm # sessions")).click()
        expect(place(team, shift)).to_have_attribute("data-state", "confirmed")
    assert decided_by(shift) == [(by.user_id, REASON, ["women_only"])]


def test_it_waits_for_the_safeguarding_lead(seat: Seats) -> None:
    friday = a_friday()
    shift = a_place_among_women(friday)
    lead = of_the_team("Miriam", TeamRole.SAFEGUARDING_LEAD)
    team, leads = seat.board(friday.coordinator, friday), seat.board(lead, friday)
    give_directly(team, shift)
    expect(place(team, shift).get_by_text(RULE)).to_be_visible()
    expect(sheet(team, shift).get_by_text("Hard rule:")).to_be_visible()
    # The coordinator reads the rule, and has no button that would set it aside.
    expect(team.button("Record this decision")).to_have_count(0)
    stays_planned(team, friday, shift)
    confirmed_after(leads, team, friday, shift, lead)


def test_the_deputy_of_the_day_decides_as_well(seat: Seats) -> None:
    deputy = of_the_team("Claire", TeamRole.THERAPIST)
    friday = a_friday(deputy_id=deputy.team_member_id)
    shift = a_place_among_women(friday)
    team, deputys = seat.board(friday.coordinator, friday), seat.board(deputy, friday)
    give_directly(team, shift)
    stays_planned(team, friday, shift)
    confirmed_after(deputys, team, friday, shift, deputy)
