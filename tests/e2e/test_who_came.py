"""Who came is asked once a session has begun, and not before."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from playwright.sync_api import expect

from passerelle.bookings.models import Session
from passerelle.domain.states.session import SessionState
from tests.e2e import ways
from tests.e2e.windows import Opener

NOT_YET = "It has not begun yet: who came can be said from then on."


def _begin(session: Session) -> None:
    """The session began a minute ago: nobody waits for a Friday in a test."""
    length = session.ends_at - session.starts_at
    session.starts_at = timezone.now() - timedelta(minutes=1)
    session.ends_at = session.starts_at + length
    session.save(update_fields=["starts_at", "ends_at"])


def test_who_came_is_asked_of_what_has_begun(open_window: Opener) -> None:
    team = open_window("team")
    ways.first_day(team, "Confirmed")
    visit = UUID(team.page.url.rsplit("/", 1)[1])
    confirmed = list(Session.objects.filter(visit=visit, state=SessionState.CONFIRMED).order_by("starts_at"))
    assert confirmed
    team.page.goto(f"{team.page.url}/close")
    expect(team.page.get_by_text(team.words(NOT_YET))).to_have_count(len(confirmed))
    expect(team.button("The session was held")).to_have_count(0)
    _begin(confirmed[0])
    team.page.reload()
    expect(team.button("The session was held")).to_have_count(1)
    expect(team.page.get_by_text(team.words(NOT_YET))).to_have_count(len(confirmed) - 1)
    team.button("The session was held").click()
    expect(team.button("The session was held")).to_have_count(0)
    assert Session.objects.get(pk=confirmed[0].pk).state == SessionState.HELD
