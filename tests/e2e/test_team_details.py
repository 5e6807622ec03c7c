"""What the team sets beside the sessions themselves: the phone of the day, tickets, ways, pairings; and two at once."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from passerelle.accounts.models import TeamMember, User
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import Interpreter, NotPaired
from tests.e2e.desk import WIDE, at_the_board, board_of, next_friday, place, sign_in
from tests.e2e.windows import Opener, Window, loaded_once

NUMBER = "+33 6 39 98 12 34"


def _page(window: Window, path: str) -> None:
    origin = "/".join(window.page.url.split("/")[:3])
    window.page.goto(f"{origin}{path}")


def test_the_phone_of_the_day_reaches_a_confirmed_partner_by_itself(open_window: Opener) -> None:
    visit = next_friday()
    team, partner = at_the_board(open_window, visit), open_window("partner", width=WIDE)
    team.go("Confirm the day")
    team.page.get_by_role("button", name=re.compile("^Confirm ")).click()
    team.page.wait_for_url(f"**/team/visits/{visit.pk}")
    own = Session.objects.get(visit=visit, agency__name="Art Refuge")
    partner.page.locator(f"a[href$='/sessions/{own.pk}']").first.click()
    expect(partner.page.locator(".history li").first).to_be_visible()
    with loaded_once(partner):
        team.page.get_by_role("button", name="Give a number").or_(team.button("Change the number")).click()
        team.field("Number").fill("call me")
        team.button("Write it").click()
        expect(team.page.locator("main")).to_contain_text("phone number")
        expect(team.field("Number")).to_have_value("call me")
        team.field("Number").fill(NUMBER)
        team.button("Write it").click()
        expect(team.page.get_by_role("link", name=NUMBER)).to_be_visible()
        expect(partner.page.locator("main").get_by_role("link", name=NUMBER).first).to_be_visible()


def test_a_ticket_bought_beforehand_is_read_before_answering(open_window: Opener) -> None:
    interpreter = open_window("interpreter")
    expect(interpreter.page.locator("h1")).to_be_visible()
    name = interpreter.page.locator(".shell-who").text_content()
    asked = Offer.objects.filter(state=OfferState.ASKED, interpreter__user__name=name, shift__ticket_paid=False)
    shift = Shift.objects.get(pk=asked.values("shift")[:1])
    assert shift.session.visit is not None
    team = at_the_board(open_window, shift.session.visit)
    place(team, shift).click()
    with loaded_once(interpreter):
        expect(interpreter.page.locator("main .skeleton")).to_have_count(0)
        bought = interpreter.page.get_by_text("Ticket paid by us")
        before = bought.count()
        team.button("We buy the ticket").click()
        expect(team.page.locator(".sheet")).to_contain_text("The ticket is bought beforehand, by us.")
        expect(bought).to_have_count(before + 1)
        team.button("We do not buy it").click()
        expect(bought).to_have_count(before)


def test_ways_between_areas_are_measured_where_the_places_are(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    team.go("Partners")
    way = team.page.locator(".ways li").filter(has_text="not said yet").first
    named = way.locator("span").first.inner_text().split("·")[0].strip()
    way.get_by_role("button").click()
    team.field("Minutes, each way").fill("700")
    team.page.locator(".ways").get_by_role("button", name="Save").click()
    expect(team.page.locator(".ways [role=alert], .ways .mantine-InputWrapper-error")).to_be_visible()
    team.field("Minutes, each way").fill("75")
    team.page.locator(".ways").get_by_role("button", name="Save").click()
    expect(team.page.locator(".ways li").filter(has_text=named)).to_contain_text("75 minutes")


def test_a_pairing_is_seen_by_whoever_set_it_and_by_nobody_else(open_window: Opener) -> None:
    person = Interpreter.objects.filter(shifts__state=ShiftState.WORKED).order_by("first_name").first()
    assert person is not None
    setter, other = open_window("team", width=WIDE), open_window("team", width=WIDE)
    colleague = TeamMember.objects.filter(active=True).exclude(user__name=setter.page.locator(".shell-who").inner_text())
    sign_in(other, User.objects.get(pk=colleague.order_by("id").values("user")[:1]))
    for window in (setter, other):
        _page(window, f"/team/people/{person.pk}")
        expect(window.heading("Not this pairing")).to_be_visible()
    setter.field("Not with").select_option(label="All groups of Art Refuge")
    setter.button("Do not bring them together").click()
    again = setter.page.get_by_role("button", name="Allow again")
    expect(again).to_have_count(1)
    assert NotPaired.objects.filter(interpreter=person, agency__name="Art Refuge").count() == 1
    _page(other, f"/team/people/{person.pk}")
    expect(other.heading("Not this pairing")).to_be_visible()
    expect(other.page.locator("main .skeleton")).to_have_count(0)
    expect(other.page.locator("main").get_by_role("button", name="Allow again")).to_have_count(0)
    setter.go("Partners")
    setter.page.get_by_role("link", name="Art Refuge").click()
    expect(setter.page.get_by_role("link", name=person.name)).to_be_visible()
    setter.page.get_by_role("button", name="Allow again").click()
    expect(setter.page.get_by_role("link", name=person.name)).to_have_count(0)


def test_a_day_that_changed_while_it_was_read_is_compared_before_it_is_confirmed(open_window: Opener) -> None:
    visit = next_friday()
    first, second = at_the_board(open_window, visit), at_the_board(open_window, visit)
    first.go("Confirm the day")
    confirm = first.page.get_by_role("button", name="Confirm ", exact=False)
    expect(confirm).to_be_enabled()
    first.hear_nothing_more()
    second.page.locator(".therapists select").first.select_option(label="Comes")
    expect(second.page.get_by_role("region", name="Therapists")).to_contain_text("3 therapists said yes.")
    confirm.click()
    choice = first.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice.locator("tr").filter(has_text="Therapists")).to_contain_text("3 therapists said yes.2 therapists said yes.")
    assert Visit.objects.get(pk=visit.pk).state == "planning"
    choice.get_by_role("button", name="Write what I chose").click()
    first.page.wait_for_url(f"**/team/visits/{visit.pk}")
    assert Visit.objects.get(pk=visit.pk).state == "confirmed"


def test_lists_say_how_old_they_are_while_there_is_no_connection(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    for link in ("Inbox", "Who hasn’t answered", "Interpreters", "Partners", "Requests"):
        team.go(link)
        expect(team.heading(link)).to_be_visible()
        expect(team.page.locator("main .skeleton")).to_have_count(0)
        team.page.context.set_offline(True)
        expect(team.page.locator("main .note").filter(has_text="No connection. This is how it was on").first).to_be_visible()
        team.page.context.set_offline(False)
        expect(team.page.locator("main .note").filter(has_text="No connection. This is how it was on")).to_have_count(0)


def test_a_session_moved_meanwhile_is_compared_before_it_is_moved(open_window: Opener) -> None:
    session = Session.objects.filter(state="scheduled", visit=next_friday()).order_by("starts_at")[0]
    assert session.visit is not None
    first, second = at_the_board(open_window, session.visit), at_the_board(open_window, session.visit)
    for window, time in ((first, "13:00"), (second, "12:00")):
        row = window.page.locator("article.session-row").filter(has_text=session.group.name)
        row.locator("summary").click()
        row.get_by_role("button", name="Move", exact=True).click()
        window.field("Starts at").fill(time)
    second.button("Move the session").click()
    expect(second.button("Move the session")).to_have_count(0)
    first.button("Move the session").click()
    choice = first.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice).to_contain_text("12:00")
    expect(choice).to_contain_text("13:00")
    choice.get_by_role("button", name="Leave it as it is now").click()
    board_of(first, session.visit)
    expect(first.page.locator("article.session-row").filter(has_text=session.group.name)).to_contain_text("12:00")


def _says_the_team_cannot_travel(team: Window) -> None:
    team.button("Change the day").click()
    team.page.get_by_label("The team cannot travel", exact=False).first.check()
    team.button("Write it").click()
    expect(team.button("Write it")).to_have_count(0)


def test_a_day_changed_meanwhile_is_compared_before_it_is_moved_also_by_whoever_saw_it_change(open_window: Opener) -> None:
    visit = next_friday()
    first, second = at_the_board(open_window, visit), at_the_board(open_window, visit)
    first.button("Move the day").click()
    first.field("Move it to").fill((Visit.objects.latest("day").day + timedelta(weeks=1)).isoformat())
    _says_the_team_cannot_travel(second)
    expect(first.page.get_by_text("The team cannot travel").first).to_be_visible()
    first.page.locator("form").get_by_role("button", name="Move the day").click()
    choice = first.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice).to_be_visible()
    before = visit.state
    assert Visit.objects.get(pk=visit.pk).state == before
    choice.get_by_role("button", name="Leave it as it is now").click()
    expect(choice).to_have_count(0)
    assert Visit.objects.get(pk=visit.pk).state == before


def test_a_day_changed_meanwhile_is_compared_before_it_is_held_another_way(open_window: Opener) -> None:
    visit = next_friday()
    first, second = at_the_board(open_window, visit), at_the_board(open_window, visit)
    first.go("Hold it another way")
    how = first.page.get_by_label("How it is held").first
    how.select_option(label="Remote")
    _says_the_team_cannot_travel(second)
    expect(first.page.get_by_label("The team cannot travel")).to_be_checked()
    first.page.get_by_role("button", name=re.compile("^Change 1 session")).click()
    choice = first.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice.locator("tr").filter(has_text="The team cannot travel")).to_contain_text("yesyes")
    assert not Session.objects.filter(visit=visit, mode="remote").exists()
    choice.get_by_role("button", name="Write what I chose").click()
    first.page.wait_for_url(f"**/team/visits/{visit.pk}")
    assert Session.objects.filter(visit=visit, mode="remote").count() == 1
    assert Visit.objects.get(pk=visit.pk).team_cannot_travel


def test_a_day_called_off_stands_among_those_to_come(open_window: Opener) -> None:
    off = Visit.objects.filter(state="cancelled", day__gt=timezone.now().date()).earliest("day")
    team = open_window("team", width=WIDE)
    rows = team.page.locator(".visit-row").filter(has=team.status("Cancelled"))
    expect(rows.locator(f"a[href$='/visits/{off.pk}']")).to_have_count(1)
    expect(team.page.locator(f".past-visit a[href$='/visits/{off.pk}']")).to_have_count(0)
