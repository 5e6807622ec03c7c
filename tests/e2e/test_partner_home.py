"""What a partner sees first, whatever the team did meanwhile."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from passerelle.bookings.models import Session
from passerelle.bookings.services.closing import cancel_session
from passerelle.domain.words import CancelReason
from tests.e2e.desk import coordinator
from tests.e2e.windows import Opener, loaded_once


def test_what_was_called_off_is_said_by_itself_and_stays_until_its_day_is_over(open_window: Opener) -> None:
    partner = open_window("partner")
    now = timezone.now()
    planned = Session.objects.filter(agency__name="Art Refuge", state="scheduled", starts_at__gt=now)
    session = planned.select_related("group").order_by("starts_at")[0]
    off = partner.page.get_by_role("region", name=partner.words("Does not take place"))
    hers = off.get_by_role("article").filter(has=partner.page.locator(f"a[href$='{session.id}']"))
    expect(off.get_by_role("article")).to_have_count(1)  # the demo world calls one off
    with loaded_once(partner):
        cancel_session(session_id=session.id, reason=CancelReason.NO_CROSSING, now=now, actor=coordinator())
        expect(off.get_by_role("article")).to_have_count(2)
        expect(hers.filter(has=partner.status("Cancelled"))).to_contain_text(session.group.name)
    partner.look("partner-called-off")
    Session.objects.filter(pk=session.pk).update(
        starts_at=session.starts_at - timedelta(weeks=52), ends_at=session.ends_at - timedelta(weeks=52)
    )
    partner.page.reload()
    expect(off.get_by_role("article")).to_have_count(1)
    expect(hers).to_have_count(0)


def test_the_place_of_a_group_is_said_where_one_asks_for_it(open_window: Opener) -> None:
    partner = open_window("partner", "ar")
    partner.go("Ask")
    partner.choose("Group", "Friday studio")
    site = Session.objects.filter(group__name="Friday studio")[0].group.site
    expect(partner.page.locator("main")).to_contain_text(site.name)
    partner.look("partner-ask-where")
