"""Two visits on one day, reckoned by two clocks: a request goes on the one of its place, and can go on the other."""

from playwright.sync_api import expect

from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.bookings.models import Session, Visit
from passerelle.bookings.services import requests, visits
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import GroupKind
from tests.e2e.mornings.friday import ZONE, Friday, a_friday, an_ask, now
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window

LONDON = "Europe/London"


def _asked_for(friday: Friday, zone: str, hour: int) -> Session:
    """A request for that day, at a place with that clock."""
    country = "GB" if zone == LONDON else "FR"
    site = create_site(
        name=f"Hall in {country}",
        area=country,
        address="1 High Street",
        country=country,
        time_zone=zone,
        now=now(),
        actor=SYSTEM,
    )
    group = create_group(
        agency_id=friday.agency.id,
        site_id=site.id,
        name=f"Group in {country}",
        kind=GroupKind.MIXED_ADULTS,
        now=now(),
        actor=SYSTEM,
    )
    ask = an_ask(friday, hour)
    made = requests.request_session(group_id=group.id, ask=ask, submit=True, now=now(), actor=friday.partner)
    return Session.objects.get(pk=made.pk)


def _schedule(team: Window, session: Session) -> Visit:
    card = team.page.get_by_role("article", name=session.group.name)
    card.get_by_role("button", name=team.words("Put on a Friday")).click()
    card.get_by_role("button", name=team.words.like("Put it on {0}")).click()
    expect(card).to_have_count(0)
    found = Session.objects.select_related("visit").get(pk=session.pk).visit
    assert found is not None
    return found


def test_a_request_goes_on_the_visit_that_is_reckoned_as_its_place_is(seat: Seats) -> None:
    friday = a_friday()
    visits.plan_visit(day=friday.day, time_zone=LONDON, therapist_ids=[], deputy_id=None, now=now(), actor=friday.coordinator)
    asked = {zone: _asked_for(friday, zone, hour) for hour, zone in enumerate((str(ZONE), LONDON), start=11)}
    team = seat(friday.coordinator, "team", "/team/requests")
    assert {zone: _schedule(team, session).time_zone for zone, session in asked.items()} == {zone: zone for zone in asked}
    moved = asked[LONDON]
    go_to(team, f"/team/visits/{Session.objects.get(pk=moved.pk).visit_id}")
    team.page.get_by_text(team.words("Details and changes")).click()
    team.button("Move").click()
    which = team.field("Which visit of that day")
    expect(which.locator("option:checked")).to_contain_text("United Kingdom Time")
    team.look("which-visit")
    which.select_option(str(friday.visit_id))
    team.button("Move the session").click()
    expect(team.page.locator("article.session-row")).to_have_count(0)
    assert Session.objects.get(pk=moved.pk).visit_id == friday.visit_id
