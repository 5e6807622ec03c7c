"""Who takes part in the life of a visit: made once, put back before each life begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from passerelle.agencies.models import Group
from passerelle.bookings.services.visits import plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, Language, PayStatus, Place, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)
from tests.races.friday import ZONE
from tests.support.snapshot import Snapshot

FRIDAYS = (date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 11))
"""After ``NOW``, a Monday. The first two are planned."""


@dataclass(frozen=True)
class Cast:
    """``groups``: adults, and under-18s for whom one of ``people`` lacks a check; one more of them works in France only."""

    coordinator: Actor
    lead: Actor
    partner: Actor
    groups: Sequence[Group]
    people: Sequence[Interpreter]
    actors: Sequence[Actor]
    """Of ``people``, in their order."""
    begun: Snapshot

    @classmethod
    def made(cls) -> "Cast":
        agency, coordinator = an_agency(), someone_of_the_team()
        lead, partner = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD), a_partner_of(agency)
        groups = [a_group_of(agency), a_group_of(agency, GroupKind.UNACCOMPANIED_YOUNG_PEOPLE)]
        people = [
            an_interpreter(a_profile("Shirin")),
            an_interpreter(a_profile("Nasrin")),
            an_interpreter(_in_france_only("Laleh")),
            an_interpreter(a_profile("Mina"), cleared=False),
        ]
        for day in FRIDAYS[:2]:
            _plan(day, coordinator)
        return cls(coordinator, lead, partner, groups, people, [acting(one) for one in people], Snapshot.take())


def _in_france_only(name: str) -> Profile:
    return Profile(name, {Language.DARI: ()}, [Place.FRANCE], PayStatus.FEES)


def _plan(day: date, coordinator: Actor) -> None:
    going = [someone_of_the_team(TeamRole.THERAPIST).team_member_id for _ in range(2)]
    ids = [pk for pk in going if pk is not None]
    visit = plan_visit(day=day, time_zone=ZONE, therapist_ids=ids, now=NOW - timedelta(days=1), actor=coordinator)
    for pk in ids:
        record_therapist_answer(visit_id=visit.id, member_id=pk, answer=TherapistAnswer.YES, now=NOW, actor=coordinator)
