"""Who takes part in the life of a visit: made once, put back before each life begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from passerelle.accounts.actors import NOBODY, actor_for
from passerelle.accounts.models import User
from passerelle.agencies.models import Group
from passerelle.agencies.services.agencies import add_member
from passerelle.bookings.services.visits import plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import Gender, GroupKind, Language, PayStatus, Place, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    a_user,
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
    """``groups``: adults, and under-18s for whom one of ``people`` lacks a check; one more, a man, works in France only."""

    coordinator: Actor
    colleague: Actor
    """Another coordinator: what somebody of the team wrote for themselves is not theirs."""
    lead: Actor
    therapists: Sequence[Actor]
    """The two of the first day."""
    partner: Actor
    another: User
    """Asks for the same agency, until they do no longer."""
    stranger: Actor
    """Of another agency."""
    newcomer: User
    """Has an account, and is nobody yet."""
    groups: Sequence[Group]
    people: Sequence[Interpreter]
    actors: Sequence[Actor | None]
    """Of ``people``, in their order; the last has no account, and answers by phone."""
    begun: Snapshot

    @classmethod
    def made(cls) -> "Cast":
        agency, coordinator = an_agency(), someone_of_the_team()
        colleague, lead = someone_of_the_team(), someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
        partner, another = a_partner_of(agency), a_user("Ines")
        add_member(agency_id=agency.id, user_id=another.id, now=NOW, actor=coordinator)
        stranger, newcomer = a_partner_of(an_agency()), a_user("Noor")
        groups = [a_group_of(agency), a_group_of(agency, GroupKind.UNACCOMPANIED_YOUNG_PEOPLE)]
        people = [
            an_interpreter(a_profile("Shirin")),
            an_interpreter(a_profile("Nasrin")),
            an_interpreter(_a_man_in_france_only("Omid")),
            an_interpreter(a_profile("Mina"), cleared=False),
            an_interpreter(a_profile("Zohra"), signs_in=False),
        ]
        therapists, _others = [_plan(day, coordinator) for day in FRIDAYS[:2]]
        actors = [acting(one) if one.user is not None else None for one in people]
        return cls(
            coordinator, colleague, lead, therapists, partner, another, stranger, newcomer, groups, people, actors,
            Snapshot.take(),
        )  # fmt: skip

    @property
    def nobody(self) -> Actor:
        """Who is not signed in."""
        return NOBODY

    def everybody(self) -> list[Actor]:
        """Who could try something, nobody at all among them; each as what they are by now."""
        changing = [actor_for(User.objects.get(pk=user.pk)) for user in (self.another, self.newcomer)]
        team = [self.coordinator, self.colleague, self.lead, self.therapists[0]]
        return [*team, self.partner, self.stranger, *changing, *filter(None, self.actors), NOBODY]


def _a_man_in_france_only(name: str) -> Profile:
    return Profile(name, {Language.DARI: ()}, [Place.FRANCE], PayStatus.FEES, gender=Gender.MAN)


def _plan(day: date, coordinator: Actor) -> Sequence[Actor]:
    """The two who go on it."""
    going = [someone_of_the_team(TeamRole.THERAPIST) for _ in range(2)]
    ids = [one.team_member_id for one in going if one.team_member_id is not None]
    visit = plan_visit(day=day, time_zone=ZONE, therapist_ids=ids, now=NOW - timedelta(days=1), actor=coordinator)
    for pk in ids:
        record_therapist_answer(visit_id=visit.id, member_id=pk, answer=TherapistAnswer.YES, now=NOW, actor=coordinator)
    return going
