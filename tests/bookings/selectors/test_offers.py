"""What an interpreter reads of a place: why it came to nothing, where they counted on it."""

from passerelle.bookings.selectors.offers import offer_view
from passerelle.bookings.services import closing, requests
from passerelle.bookings.shapes.session import ReasonView
from passerelle.domain.words import CancelReason
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import Friday, a_confirmed_session, asked, offer_of, people
from tests.factories.people import NOW, acting


def told(friday: Friday, person: Interpreter) -> tuple[str, str, ReasonView | None]:
    """State of the session, of the offer, and why."""
    found = offer_view(offer_of(friday.shift, person).id, acting(person), NOW)
    return found.session.state, found.state, found.session.reason


def test_why_a_session_is_cancelled_is_read_by_those_who_counted_on_it(db: None) -> None:
    reserve, silent = people("Amal", "Zohra")
    friday, holder = a_confirmed_session(reserve)
    asked(friday.shift, silent, by=friday.coordinator)
    assert told(friday, holder) == ("confirmed", "accepted", None)
    closing.cancel_session(
        session_id=friday.session_id,
        reason=CancelReason.NO_CROSSING,
        note="No ferry goes.",
        now=NOW,
        actor=friday.coordinator,
    )
    why = ReasonView("no_crossing", "No ferry goes.")
    assert told(friday, holder) == ("cancelled", "stood_down", why)
    assert told(friday, reserve) == ("cancelled", "stood_down", why)
    assert told(friday, silent) == ("cancelled", "stood_down", None)


def test_what_a_partner_writes_to_the_team_on_taking_back_is_the_teams(db: None) -> None:
    friday, holder = a_confirmed_session()
    requests.withdraw_session(session_id=friday.session_id, note="The centre is closed.", now=NOW, actor=friday.partner)
    assert told(friday, holder) == ("withdrawn", "stood_down", None)
