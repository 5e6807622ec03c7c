"""A part of the marks; and the trial sees a rule that was taken away, and texts in the log and in a mail to somebody else."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.core.mail import send_mail

from passerelle.accounts.models import User
from passerelle.bookings.api.sessions import SessionsView
from passerelle.bookings.models import Session
from passerelle.bookings.selectors import visibility
from tests.contract.calls import CALLS
from trials.access import canaries

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.1
LIST = [call for call in CALLS if call.operation == "GET sessions"]
NOTES = "bookings.Session.notes was read "


def test_nobody_reads_what_is_of_somebody_else() -> None:
    found = canaries.measure(PART)
    assert found.wrong == []
    assert found.figures[1].figure > 0


def told_of(weakened: Callable[[], AbstractContextManager[None]]) -> set[str]:
    return {line.partition(" (")[0] for line in canaries.measure(weakened=weakened, calls=LIST).wrong}


@contextmanager
def for_everybody() -> Iterator[None]:
    """No rule says whose sessions somebody sees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visibility, "sessions", lambda _actor: Session.objects.all())
        yield


def beside(act: Callable[[Session], Any]) -> Callable[[], AbstractContextManager[None]]:
    """Whoever reads the list, ``act`` is done with one of them besides."""

    @contextmanager
    def done() -> Iterator[None]:
        get = SessionsView.get

        def reading(view: SessionsView, request: Any) -> Any:
            act(Session.objects.exclude(state="draft")[0])
            return get(view, request)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SessionsView, "get", reading)
            yield

    return done


def test_a_rule_that_was_taken_away_is_told() -> None:
    told = told_of(for_everybody)
    assert told
    assert all(line.endswith(" in the answer to GET sessions") for line in told)


def test_a_text_in_the_log_is_told() -> None:
    told = told_of(beside(lambda session: logging.getLogger("passerelle").warning("Listed %s", session.notes)))
    assert told == {f"{NOTES}in the log of GET sessions"}


def test_a_mail_to_somebody_else_is_told() -> None:
    def write(session: Session) -> None:
        send_mail("News", session.notes, None, [User.objects.get(memberships=None, interpreter=None, team_member=None).email])

    assert told_of(beside(write)) == {f"{NOTES}in a mail of GET sessions"}
