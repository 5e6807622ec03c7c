"""Morning 4: one act makes two sessions remote and one partner-led; everyone confirmed reads it, and hears of it once."""

from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Change
from tests.e2e.mornings.friday import Friday, a_friday, a_session, confirm, place_of, says_yes, someone
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window, loaded_once

MODES = {11: "Remote", 15: "Remote", 18: "Led by the partner"}
"""What becomes of the session at that hour."""
NAMES = {11: "Shirin", 15: "Nasrin", 18: "Zarmina"}


def a_full_day() -> tuple[Friday, dict[int, Session], dict[int, Interpreter]]:
    """Three sessions, each confirmed with an interpreter of its own."""
    friday = a_friday(1)
    sessions = {hour: a_session(friday, hour) for hour in MODES}
    people = {hour: someone(name) for hour, name in NAMES.items()}
    for hour, session in sessions.items():
        says_yes(place_of(session), people[hour], by=friday.coordinator)
    confirm(friday)
    return friday, sessions, people


def on_the_page(team: Window, hour: int) -> Locator:
    return team.page.locator("li.card").filter(has_text=f"{hour}:00")


def hold_it_another_way(team: Window) -> None:
    """One act, and before it what it means for whom."""
    team.go("Hold it another way")
    team.page.get_by_label(team.words("The team cannot travel")).check()
    for hour, mode in MODES.items():
        line = on_the_page(team, hour)
        line.get_by_role("combobox").select_option(label=mode)
        expect(line.get_by_role("listitem").filter(has_text=f"{NAMES[hour]}: told, and stays")).to_be_visible()
    team.look("morning-ferry-modes")
    team.page.get_by_role("button", name=team.words.counted("Change # session", "Change # sessions")).click()
    team.page.wait_for_url("**/team/visits/*")


def test_one_act_changes_the_day_for_everyone(seat: Seats) -> None:
    friday, sessions, people = a_full_day()
    partner, team = seat(friday.partner, "partner", locale="fr"), seat.board(friday.coordinator, friday)
    locales = dict(zip(people, ("ar", "fa", "prs"), strict=True))
    theirs = {hour: seat.interpreter(who, locale=locales[hour]) for hour, who in people.items()}
    for window in theirs.values():
        expect(window.page.locator(".pass .pass-facts dd").first).to_contain_text("14 rue des Voiliers")
    before = Change.objects.count()
    with loaded_once(partner, team, *theirs.values()):
        hold_it_another_way(team)
        for hour, window in theirs.items():
            where = window.page.locator(".pass .pass-facts dd").first
            expect(where).to_contain_text(window.words(MODES[hour]))
            expect(window.page.locator(".pass .status")).to_have_text(window.words("Confirmed"))
        for hour, mode in MODES.items():
            card = partner.page.get_by_role("article").filter(has_text=sessions[hour].group.name)
            expect(card).to_contain_text(partner.words(mode))
            expect(card).to_contain_text(NAMES[hour])
            row = team.page.get_by_role("article", name=sessions[hour].group.name)
            expect(row.locator(".tag")).to_have_text(team.words(mode))
        expect(team.page.get_by_text(team.words("The team cannot travel on this day."))).to_be_visible()
    theirs[11].look("morning-ferry-interpreter-ar")
    # The place, which nobody goes to, is not on the cards of those who work from home.
    expect(theirs[15].page.locator(".pass")).not_to_contain_text("14 rue des Voiliers")
    told = Change.objects.filter(number__gt=before)
    once = {hour: told.filter(audiences=[f"interpreter:{who.id}"]).count() for hour, who in people.items()}
    assert once == dict.fromkeys(MODES, 1)
    states = Session.objects.filter(visit=friday.visit_id).order_by("starts_at").values_list("state", "mode")
    assert list(states) == [("confirmed", "remote"), ("confirmed", "remote"), ("confirmed", "partner_led")]


def test_who_cannot_work_remotely_is_told_before_and_let_go(seat: Seats) -> None:
    """The preview names her; then she reads that she is not needed, and the partner that cover is sought."""
    friday = a_friday(1)
    session = a_session(friday, 11)
    her = someone("Shirin")
    her.places = ["france"]
    her.save(update_fields=["places"])
    says_yes(place_of(session), her, by=friday.coordinator)
    confirm(friday)
    hers, partner = seat.interpreter(her, "/interpreter/fridays"), seat(friday.partner, "partner")
    team = seat(friday.coordinator, "team", f"{friday.board}/modes")
    with loaded_once(hers, partner):
        on_the_page(team, 11).get_by_role("combobox").select_option(label="Remote")
        preview = on_the_page(team, 11).locator(".hard")
        expect(preview).to_contain_text("Shirin: told that they are not needed this time")
        team.page.get_by_label("Why it may go ahead with an empty place").fill("We look for somebody until tonight.")
        team.page.get_by_role("button", name="Change 1 session", exact=True).click()
        expect(partner.page.get_by_role("article").locator(".status")).to_have_text("Confirmed, finding cover")
        expect(hers.page.get_by_role("heading", name="No Friday is booked")).to_be_visible()
    go_to(hers, "/interpreter")
    expect(hers.page.locator(".pass")).to_have_count(0)
