"""Answers given without a signal: kept on the phone, seen to be unsent, and sent once, whatever happens on the way."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.accounts.models import User
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import answers
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import (
    Friday,
    a_friday,
    a_session,
    asked,
    confirm,
    now,
    offer_of,
    place_of,
    says_yes,
    someone,
    state_of,
)
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import find_signal, lose_signal, phone_of, read_by, reload, written_down
from tests.e2e.offline.sent import Sent, of_the_journal, stored_keys
from tests.e2e.windows import Window
from tests.factories.people import acting
from tests.support.waiting import until

YES = "Yes, I can come (we confirm the day)"
UNSENT = "Saved on this phone, not sent yet"
WAITS = "It is saved on this phone and not sent yet. We send it as soon as there is a signal."
LOSE_REPLY = """([ending, ever]) => {
  const fetch = window.fetch.bind(window);
  let sent = false;
  window.fetch = async (...asked) => {
    if (sent && ever) throw new TypeError("There is no signal.");
    const first = !sent && String(asked[0]).endsWith(ending);
    sent ||= first;
    const answer = await fetch(...asked);
    if (!first) return answer;
    throw new TypeError("The reply was lost.");
  };
}"""
"""
The server does it, and its reply does not arrive; for "ever", nothing does that is asked once it is on its way, until the page
is loaded anew: what the live line tells of it before would else be read, or not.
"""


def a_question() -> tuple[Friday, Shift, Interpreter]:
    """Shirin is asked about one place."""
    friday, shirin = a_friday(), someone("Shirin")
    shift = place_of(a_session(friday, 11))
    asked(shift, shirin, by=friday.coordinator)
    return friday, shift, shirin


def user_of(who: Interpreter) -> User:
    assert who.user is not None
    return who.user


def accept_path(offer: Offer) -> str:
    return f"/offers/{offer.pk}/accept"


def says_yes_unsent(window: Window) -> None:
    window.button(YES).click()
    expect(unsent(window)).to_be_visible()


def unsent(window: Window) -> Locator:
    return window.page.locator(".status[data-kind=unsent]").first


def said_yes(window: Window) -> Locator:
    return window.page.locator(".offer-receipt .status", has_text=window.words("You said yes"))


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_an_answer_outlives_a_reload_without_a_signal_and_is_sent_once(seat: Seats, locale: str, width: int) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin, locale=locale, width=width)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    expect(window.page.get_by_text(window.words(WAITS))).to_be_visible()
    window.look(f"offline-unsent-{locale}-{width}")
    reload(window)
    expect(unsent(window)).to_have_text(window.words(UNSENT))
    expect(window.page.locator(".status[data-kind=yes], .status[data-kind=confirmed]")).to_have_count(0)
    assert sent.posts == {}
    find_signal(window)
    expect(said_yes(window)).to_be_visible()
    expect(unsent(window)).to_have_count(0)
    offer = offer_of(shift, shirin)
    assert (offer.state, sent.posts) == ("accepted", {accept_path(offer): 1})
    assert sent.keys[accept_path(offer)] == stored_keys(user_of(shirin))


def test_an_answer_whose_reply_was_lost_is_sent_again_under_its_key_and_happens_once(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    offer = offer_of(shift, shirin)

    window.page.evaluate(LOSE_REPLY, [accept_path(offer), False])
    window.button(YES).click()
    expect(said_yes(window)).to_be_visible()
    assert [len(set(keys)) for keys in sent.keys.values()] == [1]
    assert sent.posts == {accept_path(offer): 2}
    assert sent.keys[accept_path(offer)][:1] == stored_keys(user_of(shirin))
    assert of_the_journal(user_of(shirin), "offer") == ["accepted"]


def test_two_windows_of_one_phone_send_it_once(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    other = window.page.context.new_page()
    other.goto(window.page.url)
    expect(other.locator("article.card")).to_be_visible()
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    expect(other.locator(".status[data-kind=unsent]")).to_be_visible()
    reload(window)
    find_signal(window)
    expect(other.locator(".status[data-kind=unsent]")).to_have_count(0)
    expect(unsent(window)).to_have_count(0)
    offer = offer_of(shift, shirin)
    assert (offer.state, sent.posts) == ("accepted", {accept_path(offer): 1})


def test_an_answer_undone_without_a_signal_is_never_sent(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    window.button("Undo").click()
    expect(window.button(YES)).to_be_visible()
    reload(window)
    expect(window.button(YES)).to_be_visible()
    find_signal(window)
    expect(window.page.get_by_text(window.words.like("No connection. This is how it was on {when}."))).to_have_count(0)
    assert (offer_of(shift, shirin).state, sent.posts) == ("asked", {})


def test_an_undo_follows_an_answer_that_may_have_arrived(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    read_by(window, shirin)
    offer = offer_of(shift, shirin)

    window.page.evaluate(LOSE_REPLY, [accept_path(offer), True])
    says_yes_unsent(window)
    lose_signal(window)
    window.button("Undo").click()
    expect(window.page.get_by_text(window.words.like("You chose: {words}"))).to_contain_text(window.words("Undo"))
    reload(window)
    find_signal(window)
    expect(window.button(YES)).to_be_visible()
    expect(unsent(window)).to_have_count(0)
    until(lambda: offer_of(shift, shirin).state == "asked", what="the answer undone")
    assert sent.posts == {accept_path(offer): 2, f"/offers/{offer.pk}/undo": 1}
    assert of_the_journal(user_of(shirin), "offer") == ["accepted", "asked"]


def test_cannot_come_after_all_waits_and_is_told_once(seat: Seats) -> None:
    friday, shift, shirin = a_question()
    answers.accept_offer(offer_id=offer_of(shift, shirin).id, now=now(), actor=acting(shirin))
    confirm(friday)
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    ticket = window.page.locator(".pass")
    ticket.get_by_role("button", name="I can’t come after all").click()
    ticket.get_by_role("button", name="Yes, tell the team").click()
    expect(ticket.locator(".status")).to_have_text(UNSENT)
    window.look("offline-cannot-come")
    reload(window)
    expect(ticket.locator(".status")).to_have_text(UNSENT)
    assert state_of(offer_of(shift, shirin)) == "accepted"
    find_signal(window)
    expect(window.page.locator(".offer-receipt .status")).to_have_text("You can’t come after all")
    assert state_of(offer_of(shift, shirin)) == "withdrawn"
    assert sent.posts == {f"/offers/{offer_of(shift, shirin).pk}/withdraw": 1}


def test_free_days_wait_and_the_last_word_on_each_is_sent_once(seat: Seats) -> None:
    first, second, shirin = a_friday(6), a_friday(13), someone("Shirin")
    window = phone_of(seat, shirin, "/interpreter/free")
    sent = Sent().listen(window)
    written_down(window, first.day.isoformat())
    lose_signal(window)
    days = window.page.locator("li.card")
    days.nth(0).get_by_role("button", name="Free", exact=True).click()
    days.nth(0).get_by_role("button", name="Not free", exact=True).click()
    days.nth(1).get_by_role("button", name="Free", exact=True).click()
    expect(window.page.locator(".status[data-kind=unsent]")).to_have_count(2)
    window.look("offline-free-days")
    reload(window)
    expect(window.page.locator(".status[data-kind=unsent]")).to_have_count(2)
    expect(days.nth(0).get_by_role("button", name="Not free", exact=True)).to_have_attribute("aria-pressed", "true")
    find_signal(window)
    expect(window.page.locator(".status[data-kind=unsent]")).to_have_count(0)
    expect(days.nth(0).get_by_role("button", name="Not free", exact=True)).to_have_attribute("aria-pressed", "true")
    assert list(sent.posts.items()) == [(f"/free-days/{first.day}", 1), (f"/free-days/{second.day}", 1)]
    assert [keys[0] for keys in sent.keys.values()] == stored_keys(user_of(shirin))


def test_a_network_that_leads_nowhere_keeps_the_answer_and_needs_no_word_of_the_browser(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    read_by(window, shirin)
    window.line.cut_off()
    window.page.route("**/api/**", lambda route: route.abort())
    says_yes_unsent(window)
    assert window.page.evaluate("navigator.onLine") is True
    reload(window)
    expect(unsent(window)).to_be_visible()
    sent = Sent().listen(window)
    window.line.cut = False
    window.page.unroute("**/api/**")
    expect(said_yes(window)).to_be_visible()
    assert sent.posts == {accept_path(offer_of(shift, shirin)): 1}


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_an_answer_that_was_overtaken_says_so_kindly_and_stays_until_it_is_read(seat: Seats, locale: str, width: int) -> None:
    friday, shift, shirin = a_question()
    nasrin = someone("Nasrin")
    window = phone_of(seat, shirin, locale=locale, width=width)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    says_yes(shift, nasrin, by=friday.coordinator)
    find_signal(window)
    note = window.page.get_by_role("status").filter(
        has_text=window.words("Thank you for answering. Something changed before we could send it.")
    )
    expect(note).to_contain_text(window.words("Yes, I can come"))
    expect(window.button("Be on standby")).to_be_visible()
    window.look(f"offline-overtaken-{locale}-{width}")
    reload(window)
    expect(note).to_contain_text(window.words("Yes, I can come"))
    note.get_by_role("button", name=window.words("I have read it")).click()
    expect(note).to_have_count(0)
    reload(window)
    expect(window.button("Be on standby")).to_be_visible()
    expect(note).to_have_count(0)
    assert sent.posts == {accept_path(offer_of(shift, shirin)): 1}
    assert stored_keys(user_of(shirin)) == []
