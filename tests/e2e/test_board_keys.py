"""The board by its keys, in a real browser: walking, opening, giving a place; and that an act happens once."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import asking
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Change
from tests.e2e.desk import (
    a_place_to_give,
    at_the_board,
    board_of,
    coordinator,
    day_of,
    fitting,
    next_friday,
    order,
    place,
    posts,
    state_of,
)
from tests.e2e.windows import Opener, Window
from tests.support.waiting import until


def focused(team: Window) -> str:
    """The place that has the focus."""
    found: str = team.page.evaluate("document.activeElement?.dataset.id ?? ''")
    return found


def opened(team: Window) -> str:
    found: str = team.page.evaluate("new URLSearchParams(location.search).get('place') ?? ''")
    return found


def places(team: Window) -> list[str]:
    """The ids of the places on the board, from above."""
    found: list[str] = team.page.evaluate("[...document.querySelectorAll('button.place')].map((p) => p.dataset.id)")
    return found


def press(team: Window, *keys: str) -> None:
    for key in keys:
        team.page.keyboard.press(key)


def test_arrows_walk_enter_opens_and_escape_gives_the_place_back(open_window: Opener) -> None:
    team = at_the_board(open_window, next_friday())
    all_of_them = places(team)
    sheet = team.page.locator(".sheet")
    press(team, "ArrowDown", "ArrowDown", "ArrowUp", "j", "j", "k")
    assert focused(team) == all_of_them[1]
    press(team, "Enter")
    expect(sheet).to_be_visible()
    assert opened(team) == all_of_them[1]
    press(team, "ArrowDown")
    expect(place(team, Shift.objects.get(pk=all_of_them[2]))).to_have_attribute("data-open", "true")
    press(team, "k", "k")
    assert opened(team) == all_of_them[0]
    press(team, "Escape")
    expect(sheet).to_have_count(0)
    assert (opened(team), focused(team)) == ("", all_of_them[0])


def test_in_the_open_sheet_arrows_walk_on_and_escape_closes_it(open_window: Opener) -> None:
    """With the focus inside the sheet; where somebody chooses from a list, the arrows are the list's."""
    shift = a_place_to_give()
    team = at_the_board(open_window, day_of(shift))
    all_of_them = places(team)
    at = all_of_them.index(str(shift.pk))
    place(team, shift).click()
    sheet = team.page.locator(".sheet")
    sheet.get_by_role("checkbox").first.focus()
    press(team, "ArrowUp" if at else "ArrowDown")
    expect(sheet).to_be_visible()
    assert opened(team) == all_of_them[at - 1 if at else 1]
    press(team, "ArrowDown" if at else "ArrowUp")
    assert opened(team) == str(shift.pk)
    team.button("Change the place").click()
    sheet.get_by_role("combobox").first.focus()
    press(team, "ArrowDown", "j")
    assert opened(team) == str(shift.pk)
    sheet.get_by_role("button").last.focus()
    press(team, "Escape")
    expect(sheet).to_have_count(0)
    assert (opened(team), focused(team)) == ("", str(shift.pk))


@pytest.mark.parametrize("with_the_sheet_open", [False, True])
def test_keys_faster_than_the_screen_lose_no_step(open_window: Opener, with_the_sheet_open: bool) -> None:
    team = at_the_board(open_window, next_friday())
    all_of_them = places(team)
    press(team, "ArrowDown", *(["Enter"] if with_the_sheet_open else []))
    # All of them before the page draws once.
    team.page.evaluate(
        """(times) => { for (let at = 0; at < times; at += 1)
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })); }""",
        len(all_of_them) - 2,
    )
    at = opened(team) if with_the_sheet_open else focused(team)
    assert at == all_of_them[-2]
    press(team, "ArrowDown", "ArrowDown", "ArrowDown")
    assert (opened(team) if with_the_sheet_open else focused(team)) == all_of_them[-1]


def test_a_gives_the_place_to_the_first_who_fits_once(open_window: Opener) -> None:
    """The question has the focus on its answer; however often Enter is hit, one act is sent."""
    shift = a_place_to_give()
    first = fitting(shift)[0]
    team = at_the_board(open_window, day_of(shift))
    sent = posts(team, "/assign")
    place(team, shift).focus()
    press(team, "a")
    give = team.button("Give the place")
    expect(give).to_be_focused()
    press(team, "Escape")
    expect(give).to_have_count(0)
    expect(team.page.locator(".sheet")).to_be_visible()
    press(team, "a")
    expect(give).to_be_focused()
    team.page.evaluate("for (let at = 0; at < 3; at += 1) document.activeElement.click()")
    expect(place(team, shift).get_by_text(first.name)).to_be_visible()
    expect(give).to_have_count(0)
    assert len(sent) == 1
    assert Offer.objects.filter(shift=shift, state="accepted").count() == 1


def test_a_on_a_held_place_opens_it_and_gives_it_to_nobody(open_window: Opener) -> None:
    shift = a_place_to_give()
    holder = fitting(shift)[0]
    asking.assign_interpreter(shift_id=shift.id, interpreter_id=holder.id, now=timezone.now(), actor=coordinator())
    team = at_the_board(open_window, day_of(shift))
    sent = posts(team, "/assign")
    place(team, shift).focus()
    press(team, "a")
    sheet = team.page.locator(".sheet")
    expect(sheet).to_contain_text(f"{holder.name} has this place")
    expect(team.button("Free this place")).to_be_visible()
    expect(team.button("Give the place")).to_have_count(0)
    press(team, "Enter")
    assert sent == []


def test_a_where_nobody_fits_says_so_and_gives_it_to_nobody(open_window: Opener) -> None:
    shift = a_place_to_give()
    Interpreter.objects.update(active=False)
    team = at_the_board(open_window, day_of(shift))
    sent = posts(team, "/assign")
    place(team, shift).focus()
    press(team, "a")
    told = team.words("Nobody fits this place without a doubt. Choose below.")
    expect(team.page.locator(".sheet [role=alert]")).to_have_text(told)
    expect(team.button("Give the place")).to_have_count(0)
    team.look("board-nobody-fits", whole=False)
    assert (sent, state_of(shift)) == ([], "open")


def test_n_shows_who_needs_people_first_and_the_order_of_the_clock_again(open_window: Opener) -> None:
    team = at_the_board(open_window, next_friday())
    by_time, needy = order(team), team.page.get_by_label(team.words("Needs people first"))
    press(team, "n")
    expect(needy).to_be_checked()
    assert "first=gaps" in team.page.url
    expect(team.page.locator("article.session-row").first.locator("button.place[data-state=open]").first).to_be_visible()
    press(team, "n")
    expect(needy).not_to_be_checked()
    assert (order(team), "first=" in team.page.url) == (by_time, False)


@pytest.mark.parametrize(("key", "code"), [("ظ", "Slash"), ("/", "Slash")])
def test_the_board_is_searched_from_the_same_key_on_a_keyboard_that_writes_another_letter_there(
    look_around: Opener, key: str, code: str
) -> None:
    team = at_the_board(look_around, next_friday(), locale="ar")
    event = {"key": key, "code": code, "bubbles": True, "cancelable": True}
    team.page.locator("body").dispatch_event("keydown", event)
    expect(team.page.get_by_role("searchbox")).to_be_focused()


def test_two_tabs_give_one_place_once(open_window: Opener) -> None:
    shift = a_place_to_give()
    visit = day_of(shift)
    one, other = (at_the_board(open_window, visit) for _tab in range(2))
    for tab in (one, other):
        place(tab, shift).focus()
        press(tab, "a")
        expect(tab.button("Give the place")).to_be_focused()
    keys = [posts(tab, "/assign") for tab in (one, other)]
    other.hear_nothing_more()  # it does not see the first one's act before its own
    one.page.keyboard.press("Enter")
    other.page.keyboard.press("Enter")
    until(lambda: state_of(shift) != "open", what="the place to be given")
    for tab in (one, other):
        expect(place(tab, shift)).to_have_attribute("data-state", "taken")
    assert Offer.objects.filter(shift=shift, state="accepted").count() == 1
    assert len({seen[0].headers["idempotency-key"] for seen in keys if seen}) == sum(map(len, keys))
    assert Change.objects.filter(entity="shift", entity_id=shift.id, kind="accepted").count() == 1


def test_a_double_click_asks_once(open_window: Opener) -> None:
    shift = a_place_to_give()
    visit = day_of(shift)
    team = at_the_board(open_window, visit)
    sent = posts(team, "/ask")
    asked = Change.objects.filter(entity="shift", entity_id=shift.id, kind="asked")
    before = asked.count()
    place(team, shift).click()
    with team.page.expect_response("**/ask") as answer:
        team.button("Ask all who fit").dblclick()
    assert answer.value.ok
    expect(team.page.locator(".sheet .asked").filter(has=team.status("Asked")).first).to_be_visible()
    team.page.wait_for_load_state("networkidle")
    assert len(sent) == 1
    assert asked.count() == before + 1


def test_what_did_not_reach_the_server_is_tried_again_under_the_same_key(open_window: Opener) -> None:
    shift = a_place_to_give()
    visit = day_of(shift)
    team = at_the_board(open_window, visit)
    sent = posts(team, "/ask")
    place(team, shift).click()
    ask = team.button("Ask all who fit")
    expect(ask).to_be_visible()
    team.page.route("**/ask", lambda route: route.abort())
    ask.click()
    expect(team.page.locator(".sheet [role=alert]")).to_be_visible()
    team.page.unroute("**/ask")
    ask.click()
    expect(team.page.locator(".sheet .asked").filter(has=team.status("Asked")).first).to_be_visible()
    first, again = (request.headers["idempotency-key"] for request in sent)
    assert first == again


def test_search_help_and_confirm_have_their_keys(open_window: Opener) -> None:
    visit = next_friday()
    team = at_the_board(open_window, visit)
    press(team, "/")
    search = team.page.get_by_role("searchbox")
    expect(search).to_be_focused()
    team.page.keyboard.type("jack")  # letters are letters where somebody writes
    expect(search).to_have_value("jack")
    expect(team.page.locator("article.session-row")).to_have_count(0)
    team.button("Show all").first.click()
    expect(team.page.locator("article.session-row").first).to_be_visible()
    press(team, "?")
    keys = team.page.get_by_role("dialog")
    expect(keys.get_by_text(team.words("Give the place to the first who fits; it asks before"))).to_be_visible()
    keys.get_by_label(team.words("Single letters are keys of the board")).uncheck()
    press(team, "Escape")
    expect(keys).to_have_count(0)
    press(team, "c", "n")
    assert "/confirm" not in team.page.url
    assert "first=" not in team.page.url
    team.page.evaluate("localStorage.removeItem('passerelle.keys')")
    press(team, "c")
    team.page.wait_for_url(f"**/team/visits/{visit.pk}/confirm")


def test_the_order_is_kept_under_the_pointer(open_window: Opener) -> None:
    """*Needs people first* stands in the address; a place that fills does not send its row away until asked."""
    shift = a_place_to_give()
    visit = day_of(shift)
    team = at_the_board(open_window, visit)
    by_time = order(team)
    team.page.get_by_label(team.words("Needs people first")).check()
    assert "first=gaps" in team.page.url
    expect(team.page.locator("article.session-row").first.locator("button.place[data-state=open]").first).to_be_visible()
    needy = order(team)
    board_of(team, visit, "?first=gaps")
    assert order(team) == needy
    Shift.objects.filter(session=shift.session, state="open").exclude(pk=shift.pk).update(state="cancelled")
    place(team, shift).focus()
    press(team, "a")
    expect(team.button("Give the place")).to_be_focused()
    press(team, "Enter")
    expect(place(team, shift)).to_have_attribute("data-state", "taken")
    assert order(team) == needy
    again = team.button("Sort anew")
    if again.count():
        again.click()
        expect(again).to_have_count(0)
    assert sorted(order(team)) == sorted(by_time)
