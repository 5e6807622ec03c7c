"""Why something does not take place reaches those who counted on it: the partner, the interpreter."""

from django.utils import timezone
from playwright.sync_api import expect

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services.closing import cancel_session
from passerelle.bookings.services.requests import decline_session
from passerelle.demo.world.cast import mail
from passerelle.domain.words import CancelReason, DeclineReason
from tests.e2e.desk import coordinator
from tests.e2e.windows import Opener, loaded_once


def test_a_partner_reads_what_was_picked_as_the_reason_also_without_a_word(open_window: Opener) -> None:
    asked = Session.objects.filter(state="requested", agency__name="Art Refuge").order_by("starts_at")[0]
    partner = open_window("partner")
    partner.page.locator(f"a[href$='/sessions/{asked.pk}']").first.click()
    expect(partner.page.locator(".message")).to_contain_text(asked.group.name)
    with loaded_once(partner):
        decline_session(session_id=asked.pk, reason=DeclineReason.NO_PLACE, note="", now=timezone.now(), actor=coordinator())
        expect(partner.status("Declined")).to_be_visible()
        expect(partner.page.locator(".card-lead")).to_contain_text("No room that day")
    partner.look("reason-partner")


def test_an_interpreter_reads_that_her_friday_does_not_take_place_and_why(open_window: Opener) -> None:
    hers = Shift.objects.filter(state="confirmed", holder__user__email=mail("shirin")).order_by("session__starts_at")[0]
    interpreter = open_window("interpreter")
    interpreter.go("My Fridays")
    expect(interpreter.page.locator("article.card").filter(has=interpreter.status("Confirmed"))).to_have_count(1)
    with loaded_once(interpreter):
        cancel_session(
            session_id=hers.session_id,
            reason=CancelReason.NO_CROSSING,
            note="The ferries are not running.",
            now=timezone.now(),
            actor=coordinator(),
        )
        off = interpreter.page.locator("section").filter(has=interpreter.heading("Cancelled")).locator("article")
        expect(off).to_have_count(1)
        expect(off.locator(".status")).to_have_text("This session does not take place")
        expect(off).to_contain_text("No crossing · The ferries are not running.")
    expect(interpreter.status("This session does not take place")).to_have_count(1)
    interpreter.look("reason-interpreter")
