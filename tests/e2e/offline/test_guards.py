"""The count of what a phone sent tells when the phone is broken: an act lost, and one sent under two names."""

from playwright.sync_api import expect

from passerelle.accounts.models import User
from tests.e2e.mornings.friday import a_friday, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import ON_THE_SHELF, find_signal, lose_signal, phone_of, reload, written_down
from tests.e2e.offline.sent import Sent, not_one
from tests.e2e.offline.test_answers import LOSE_REPLY, unsent, user_of
from tests.e2e.windows import Window


def a_free_day_whose_reply_is_lost(seat: Seats) -> tuple[Window, Sent, User]:
    friday, shirin = a_friday(), someone("Shirin")
    window = phone_of(seat, shirin, "/interpreter/free")
    sent = Sent().listen(window)
    written_down(window, friday.day.isoformat())
    window.page.evaluate(LOSE_REPLY, [f"/free-days/{friday.day}", True])
    window.page.locator("li.card").get_by_role("button", name="Free", exact=True).click()
    expect(unsent(window)).to_be_visible()
    lose_signal(window)
    return window, sent, user_of(shirin)


def test_nothing_is_found_where_nothing_is_broken(seat: Seats) -> None:
    window, sent, shirin = a_free_day_whose_reply_is_lost(seat)
    reload(window)
    expect(unsent(window)).to_be_visible()
    find_signal(window)
    expect(unsent(window)).to_have_count(0)
    assert not_one(sent, shirin, acts=1) == []


def test_a_second_key_is_found(seat: Seats) -> None:
    window, sent, shirin = a_free_day_whose_reply_is_lost(seat)
    window.page.evaluate(ON_THE_SHELF, "another key")
    reload(window)
    expect(unsent(window)).to_be_visible()
    find_signal(window)
    expect(unsent(window)).to_have_count(0)
    assert not_one(sent, shirin, acts=1) == ["2 happened of 1"]


def test_a_lost_answer_is_found(seat: Seats) -> None:
    friday, shirin = a_friday(), someone("Shirin")
    window = phone_of(seat, shirin, "/interpreter/free")
    sent = Sent().listen(window)
    written_down(window, friday.day.isoformat())
    lose_signal(window)
    window.page.locator("li.card").get_by_role("button", name="Free", exact=True).click()
    expect(unsent(window)).to_be_visible()
    window.page.evaluate(ON_THE_SHELF, "lost")
    reload(window)
    find_signal(window)
    expect(unsent(window)).to_have_count(0)
    assert not_one(sent, user_of(shirin), acts=1) == ["0 happened of 1"]
