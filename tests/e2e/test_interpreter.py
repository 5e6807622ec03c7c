"""An interpreter's desk on the cheapest phone, in a language from each side: what is tapped, and what it does."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, expect

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer
from passerelle.bookings.services.moving import Place, open_shift
from passerelle.demo.world.cast import mail
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.states.visit import LIVE, VisitState
from passerelle.domain.words import Language, Pay
from passerelle.interpreters.models import Interpreter
from tests.e2e.windows import Opener, Window
from tests.e2e.words import LOCALES

YES = "Yes, I can come (we confirm the day)"
TWO_SIDES = pytest.mark.parametrize("locale", LOCALES)


def someone(key: str) -> Actor:
    return actor_for(User.objects.get(email=mail(key)))


def days_to_come() -> list[Visit]:
    """Every day somebody can be free on."""
    return list(Visit.objects.filter(day__gte=datetime.now(UTC).date(), state__in=LIVE).order_by("day"))


def coming() -> list[Visit]:
    """The Fridays in preparation: nearly ready, being asked, just requested, and what comes later."""
    return [visit for visit in days_to_come() if visit.state == VisitState.PLANNING]


def offer_of(key: str, visit: Visit, language: Language) -> Offer:
    """What somebody was asked for on that Friday."""
    who = someone(key).interpreter_id
    return Offer.objects.get(interpreter=who, shift__session__visit=visit, shift__language=language)


def card(window: Window, language: str) -> Locator:
    """The card of the place in that language, asked or just answered."""
    return window.page.locator("article.card").filter(has_text=window.words(language))


@TWO_SIDES
def test_yes_in_one_tap_and_undone_in_another(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    offer = offer_of("shirin", coming()[1], Language.FARSI)
    question = card(interpreter, "Farsi")
    expect(question.locator(".offer-deadline")).to_have_text(interpreter.words.like("Please answer by {by}."))
    first = question.locator(".offer-first li")
    expect(first).to_have_count(4)  # how far, pay, ticket, theme
    expect(first.nth(2)).to_have_text(interpreter.words("Ticket paid by us"))
    expect(first.last).to_have_text(interpreter.words("Tree of life"))
    interpreter.look(f"interpreter-{locale}-asked")
    question.get_by_role("button", name=interpreter.words(YES)).click()
    receipt = interpreter.page.locator(".offer-receipt")
    expect(receipt).to_be_focused()
    expect(receipt.locator(".status")).to_have_text(interpreter.words("You said yes"))
    assert Offer.objects.get(pk=offer.pk).state == OfferState.ACCEPTED
    interpreter.look(f"interpreter-{locale}-said-yes")
    receipt.get_by_role("button", name=interpreter.words("Undo")).click()
    expect(card(interpreter, "Farsi").get_by_role("button", name=interpreter.words(YES))).to_be_visible()
    expect(receipt).to_have_count(0)
    assert Offer.objects.get(pk=offer.pk).state == OfferState.ASKED


@TWO_SIDES
def test_who_loses_a_race_reads_kindly_what_happened_and_can_stand_by(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    question = card(interpreter, "Farsi")
    expect(question.get_by_role("button", name=interpreter.words(YES))).to_be_visible()
    interpreter.hear_nothing_more()
    faster = offer_of("nasrin", coming()[1], Language.FARSI)
    accept_offer(offer_id=faster.id, now=datetime.now(UTC), actor=someone("nasrin"))
    question.get_by_role("button", name=interpreter.words(YES)).click()
    thanks = (
        "Thank you! Somebody else said yes a moment before you. You can be on standby: if they can’t come, we ask you first."
    )
    expect(question.get_by_text(interpreter.words(thanks))).to_be_visible()
    expect(question.get_by_role("button", name=interpreter.words(YES))).to_have_count(0)
    interpreter.look(f"interpreter-{locale}-lost-the-race")
    question.get_by_role("button", name=interpreter.words("Be on standby")).click()
    expect(interpreter.page.locator(".offer-receipt .status")).to_have_text(interpreter.words("Standby"))
    interpreter.go("My Fridays")
    standby = interpreter.page.locator("section").filter(has=interpreter.heading("Standby"))
    expect(standby.get_by_role("button", name=interpreter.words("Undo"))).to_be_visible()
    assert offer_of("shirin", coming()[1], Language.FARSI).state == OfferState.RESERVE


@TWO_SIDES
def test_coming_no_more_takes_two_taps_on_the_card_and_says_what_follows(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    held = Shift.objects.filter(holder=someone("shirin").interpreter_id, block__startswith__gt=datetime.now(UTC))
    shift = held.earliest("block")
    # After this one she holds another, which she only said yes to.
    ticket = interpreter.page.locator(".pass").filter(has=interpreter.status("Confirmed"))
    ticket.get_by_role("button", name=interpreter.words("I can’t come after all")).click()
    expect(ticket.get_by_text(interpreter.words("We look for somebody else at once. No reason needed."))).to_be_visible()
    interpreter.look(f"interpreter-{locale}-second-tap")
    ticket.get_by_role("button", name=interpreter.words("Keep my place")).click()
    ticket.get_by_role("button", name=interpreter.words("I can’t come after all")).click()
    ticket.get_by_role("button", name=interpreter.words("Yes, tell the team")).click()
    said = interpreter.page.locator(".offer-receipt")
    expect(said.locator(".status")).to_have_text(interpreter.words("You can’t come after all"))
    expect(ticket).to_have_count(0)
    interpreter.look(f"interpreter-{locale}-after-all")
    shift.refresh_from_db()
    assert (shift.state, shift.promised_to_id) == (ShiftState.OPEN, someone("nasrin").interpreter_id)


def day(window: Window, visit: Visit) -> Locator:
    return window.page.locator("li.card").nth(days_to_come().index(visit))


@TWO_SIDES
def test_free_days_are_said_in_one_tap_each_and_a_break_stops_the_questions(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    interpreter.go("Free days")
    third = day(interpreter, coming()[2])
    expect(third.get_by_text(interpreter.words("Usually you are free."))).to_be_visible()
    interpreter.button("Same as last time").click()
    free = third.get_by_role("button", name=interpreter.words("Free"), exact=True)
    expect(free).to_have_attribute("aria-pressed", "true")
    third.get_by_role("button", name=interpreter.words("Not free"), exact=True).click()
    expect(third.get_by_role("button", name=interpreter.words("Not free"), exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    interpreter.field("Do not ask me up to and including").fill(coming()[1].day.isoformat())
    interpreter.button("Take a break").click()
    on_break = interpreter.words("You are on a break: we do not ask you.")
    on_it = [visit for visit in days_to_come() if visit.day <= coming()[1].day]
    expect(interpreter.page.get_by_text(on_break)).to_have_count(len(on_it))
    interpreter.look(f"interpreter-{locale}-free-days")
    interpreter.button("End the break").click()
    expect(interpreter.page.get_by_text(on_break)).to_have_count(0)


@TWO_SIDES
def test_why_one_is_not_asked_is_said_in_words(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    french = Session.objects.get(visit=coming()[0], shifts__language=Language.FRENCH)
    open_shift(session_id=french.id, place=Place(Language.DARI, Pay.PAID), now=datetime.now(UTC), actor=someone("hannah"))
    interpreter.go("Free days")
    first = day(interpreter, coming()[0])
    first.get_by_role("button", name=interpreter.words("Not free"), exact=True).click()
    expect(first.get_by_role("button", name=interpreter.words("Not free"), exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    interpreter.go("Can you come?")
    interpreter.go("Why am I not asked for other places?")
    soonest = interpreter.page.locator("article.card").first  # another stands in the demo world, on a later day
    reasons = soonest.locator(".offer-reasons li")
    expect(reasons).to_have_count(1)
    if locale == "en":
        expect(reasons).to_have_text("You said that you are not free that day.")
    interpreter.look(f"interpreter-{locale}-why-not")


@TWO_SIDES
def test_what_one_says_of_oneself_is_kept_and_a_pairing_is_nobody_elses(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    interpreter.go("About me")
    interpreter.choose("I set out from", "Lille")
    interpreter.field("Sessions a day").select_option("1")
    interpreter.page.get_by_label(interpreter.words("Grief and loss")).check()
    interpreter.button("Save").click()
    expect(interpreter.field("I set out from")).to_have_value("Lille")
    interpreter.choose("Not with", "Women’s art table")
    interpreter.button("Do not ask me for it").click()
    expect(interpreter.button("Allow again")).to_be_visible()
    interpreter.look(f"interpreter-{locale}-about-me")
    own = Interpreter.objects.get(user__email=mail("shirin"))
    assert (own.base_area, own.sessions_a_day, own.not_themes, own.not_paired.count()) == ("Lille", 1, ["grief"], 1)
    interpreter.go("Can you come?")
    # What is asked for that group is absent now; the other question tells another way.
    expect(card(interpreter, "Farsi")).to_have_count(0)
    expect(interpreter.page.locator(".offer-first").first).to_contain_text("80")
    assert Shift.objects.filter(state=ShiftState.TAKEN, holder=own).count() == 1
