"""The team accepts what is proposed while its partner takes it back: one is done, the other reads why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from passerelle.bookings.models import Session
from passerelle.bookings.services.requests import accept_change, propose_change, withdraw_change
from passerelle.domain.roles import Actor
from passerelle.journal.models import Change
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, someone_of_the_team
from tests.races.friday import FRIDAY, a_session, a_visit
from tests.races.invariants import faults
from tests.races.mechanisms import in_the_middle_of
from tests.races.test_at_once import ROUNDS, refused, sides
from tests.support.crew import Act, Crew

HOUR = timedelta(hours=1)
GONE = refused(
    409, "no_change_proposed", "No change is waiting for an answer any more: it was answered or taken back. Look at it again."
)


@dataclass(frozen=True)
class Proposed:
    """A session on a day, with another hour proposed."""

    session: Session
    coordinator: Actor
    partner: Actor

    def accept(self) -> Act:
        return partial(accept_change, **self._given(), actor=self.coordinator)

    def take_back(self) -> Act:
        return partial(withdraw_change, **self._given(), actor=self.partner)

    def _given(self) -> dict[str, Any]:
        return {"session_id": self.session.id, "version": self.session.version, "now": NOW}

    def now_reads(self) -> tuple[datetime, object, list[str]]:
        """When it is, what is still proposed, and what was told of the proposal and of the hour."""
        row = Session.objects.get(pk=self.session.id)
        kinds = {"moved", "change_withdrawn"}
        told = Change.objects.filter(entity_id=row.id, kind__in=kinds).values_list("kind", flat=True).distinct()
        return row.starts_at, row.proposed_change, sorted(told)


@pytest.fixture
def proposals(committed_db: None) -> Iterator[Proposed]:
    """One after the other, a week apart."""
    return _proposals()


def _proposals() -> Iterator[Proposed]:
    coordinator, agency = someone_of_the_team(), an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    for week in range(ROUNDS):
        session = a_session(group, a_visit(FRIDAY + timedelta(weeks=week), by=coordinator), by=coordinator)
        times: dict[str, Any] = {"starts_at": session.starts_at + HOUR, "ends_at": session.ends_at + HOUR, "people_expected": 6}
        propose_change(session_id=session.id, version=session.version, **times, now=NOW, actor=partner)
        yield Proposed(Session.objects.get(pk=session.id), coordinator, partner)


def test_a_proposal_is_accepted_while_it_is_taken_back(crew: Crew, proposals: Iterator[Proposed]) -> None:
    for one in proposals:
        was = one.session.starts_at
        outcomes = crew.at_once(one.accept(), one.take_back())
        assert (sides(outcomes), one.now_reads()) in [
            ([None, GONE], (was + HOUR, None, ["moved"])),
            ([GONE, None], (was, None, ["change_withdrawn"])),
        ]
        assert faults() == []


def test_a_proposal_is_taken_back_in_the_middle_of_accepting_it(crew: Crew, proposals: Iterator[Proposed]) -> None:
    one = next(proposals)
    outcomes = in_the_middle_of(crew, one.accept(), one.take_back(), table="bookings_session")
    assert (sides(outcomes), one.now_reads()) == ([None, GONE], (one.session.starts_at + HOUR, None, ["moved"]))
    assert faults() == []


def test_a_proposal_is_accepted_in_the_middle_of_taking_it_back(crew: Crew, proposals: Iterator[Proposed]) -> None:
    one = next(proposals)
    outcomes = in_the_middle_of(crew, one.take_back(), one.accept(), table="bookings_session")
    assert (sides(outcomes), one.now_reads()) == ([None, GONE], (one.session.starts_at, None, ["change_withdrawn"]))
    assert faults() == []
