"""Some of the twins; and the trial tells each way in which a pairing that was ruled out was once given away."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.core.mail import send_mail
from django.db.models import BooleanField, ExpressionWrapper, Q

from passerelle.accounts.models import User
from passerelle.bookings import events
from passerelle.bookings.selectors import pairings as selectors
from passerelle.bookings.selectors import visibility
from passerelle.bookings.services import pairings
from passerelle.common import pages
from passerelle.domain.eligibility import telling
from passerelle.domain.eligibility.checks import Reason, ReasonCode
from passerelle.domain.states.offer import OfferState
from passerelle.interpreters.models import NotPaired
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append
from passerelle.matching import candidates
from tests.contract.world import INTERPRETER, LEAD, TEAM
from trials.access import twins
from trials.access.rules.away import everywhere
from trials.access.twins.questions import ASKED
from trials.access.twins.worlds import AGENCY, GROUP, Pair

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.1
HER_OWN, THE_LEADS = Pair(INTERPRETER, GROUP), Pair(LEAD, AGENCY)

type Weakened = Callable[[], AbstractContextManager[Any]]


def test_nobody_who_must_not_know_tells_the_worlds_apart() -> None:
    found = twins.measure(PART)
    assert found.wrong == []
    told, compared = (figure.figure for figure in found.figures)
    assert told == 0
    assert compared > 100


def told(weakened: Weakened, operation: str, pair: Pair = HER_OWN) -> set[str]:
    """By whom the worlds are told apart, and by what."""
    calls = [call for call in ASKED if call.operation == operation]
    found = twins.measure(weakened=weakened, calls=calls, pairs=[pair])
    return {line.partition(" (")[0].removeprefix(f"{pair}: ") for line in found.wrong}


def patched(*where: Any) -> Weakened:
    @contextmanager
    def weakened() -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(*where)
            yield

    return weakened


def without_pairings(reasons: Sequence[Reason]) -> list[Reason]:
    return [reason for reason in reasons if reason.code is not ReasonCode.NOT_PAIRED]


@pytest.mark.parametrize("operation", ["GET shifts/<uuid:pk>/candidates", "POST shifts/<uuid:pk>/assign"])
def test_a_reason_of_its_own_is_told(operation: str) -> None:
    said = told(patched(telling, "OWN_TO_TELL", telling.OWN_TO_TELL - {ReasonCode.NOT_PAIRED}), operation)
    assert {"coordinator tells it by the answer", "therapist tells it by the answer"} <= said
    assert all(line.split()[0] in TEAM for line in said)


def test_a_place_in_the_order_that_stays_is_told() -> None:
    real = telling.is_not_available
    weakened = patched(candidates, "is_not_available", lambda reasons: real(without_pairings(reasons)))
    assert "therapist tells it by the answer" in told(weakened, "GET shifts/<uuid:pk>/candidates")


def test_a_frame_to_the_others_is_told() -> None:
    def tell(pairing: NotPaired, kind: str, *, now: Any, actor: Any) -> None:
        append([Entry("pairing", pairing.id, 1, kind, frozenset({audiences.TEAM}))], actor_id=actor.user_id, now=now)

    said = told(patched(pairings, "_tell", tell), "GET me")
    assert "coordinator tells it by a frame of ruling it out" in said


def test_a_frame_about_what_is_hidden_is_told() -> None:
    nothing = ExpressionWrapper(Q(state=None), output_field=BooleanField())
    said = told(patched(events, "HIDDEN", nothing), "POST offers/<uuid:pk>/stand-down", THE_LEADS)
    assert "coordinator tells it by a frame to the interpreter of POST offers/<uuid:pk>/stand-down" in said


def test_a_list_of_all_pairings_is_told() -> None:
    said = told(lambda: everywhere(selectors.own_pairings, lambda _actor: NotPaired.objects.all()), "GET pairings")
    assert said
    assert all(line.endswith(" tells it by the answer") for line in said)


def test_a_card_that_stays_with_the_excluded_is_told() -> None:
    every = lambda offers: offers.exclude(state=OfferState.NEW)  # noqa: E731
    said = told(lambda: everywhere(visibility.seen, every), "GET offers", THE_LEADS)
    assert said == {"interpreter tells it by the answer"}


def test_a_mail_is_told() -> None:
    def tell(pairing: NotPaired, *_given: Any, **_more: Any) -> None:
        send_mail("News", "Something was said.", None, [User.objects.get(interpreter=pairing.interpreter).email])

    said = told(patched(pairings, "_tell", tell), "GET me", THE_LEADS)
    assert any(line.endswith("tell it by a mail") for line in said)


def test_a_marker_that_is_longer_once_more_was_written_is_told() -> None:
    plain = lambda value: value if isinstance(value, int | str) else value.isoformat()  # noqa: E731
    assert "coordinator tells it by the answer" in told(patched(pages, "_plain", plain), "GET sessions/<uuid:pk>/history")
