"""Morning 6: a check that does not count on the day flags the place, with words and a date, and nothing is kept silently."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from passerelle.bookings.models import Shift
from passerelle.bookings.services.timers import tend_notes
from passerelle.domain.words import CredentialKind, GroupKind
from passerelle.interpreters.models import Credential, Interpreter
from tests.e2e.mornings.friday import Friday, a_friday, a_session, confirm, in_days, now, place_of, says_yes, someone, state_of
from tests.e2e.mornings.seats import Seats, go_to, place
from tests.e2e.windows import Window, loaded_once

LAPSED = "Under-18s: no valid check on the day."


def with_young_people(friday: Friday) -> tuple[Shift, Interpreter]:
    """A group of under-18s, and somebody who said yes to it with everything that is needed."""
    shift = place_of(a_session(friday, kind=GroupKind.UNACCOMPANIED_YOUNG_PEOPLE))
    her = someone("Selam")
    says_yes(shift, her, by=friday.coordinator)
    return shift, her


def lapses_the_day_before(her: Interpreter, friday: Friday) -> None:
    """As the calendar does it, without anybody's act; the worker dates what began meanwhile."""
    check = Credential.objects.filter(interpreter=her, kind=CredentialKind.CHECK)
    check.update(expires_on=friday.day - timedelta(days=1))
    tend_notes(now=now())


def is_flagged(team: Window, shift: Shift) -> None:
    expect(place(team, shift).get_by_text(LAPSED)).to_be_visible()
    # Her device is in London, where a day begins an hour later than at the place.
    today = f"{in_days(0):%-d %b}"
    flag = team.page.locator(".warnings .hard")
    expect(flag).to_have_text(re.compile(rf"Hard rule: Needs the safeguarding lead’s decision\. since .*{today}"))


def test_a_place_that_is_taken_is_flagged_and_not_confirmed(seat: Seats) -> None:
    friday = a_friday()
    shift, her = with_young_people(friday)
    team = seat.board(friday.coordinator, friday)
    expect(team.page.locator(".warnings .hard")).to_have_count(0)
    with loaded_once(team):
        lapses_the_day_before(her, friday)
        is_flagged(team, shift)
    team.look("morning-check-lapsed")
    go_to(team, f"{friday.board}/confirm")
    expect(team.status("Stays planned")).to_be_visible()
    assert state_of(shift) == "taken"


def test_a_place_that_was_confirmed_is_flagged_where_everyone_looks(seat: Seats) -> None:
    """She keeps her place until somebody decides; the board and the inbox say what is to be decided."""
    friday = a_friday()
    shift, her = with_young_people(friday)
    confirm(friday)
    team = seat.board(friday.coordinator, friday)
    with loaded_once(team):
        lapses_the_day_before(her, friday)
        is_flagged(team, shift)
        team.go("Inbox")
        line = team.page.locator("li").filter(has=team.status("Needs a decision"))
        expect(line).to_contain_text("Selam")
    assert state_of(shift) == "confirmed"
