"""Who is connected and what they look at: a team, partners and interpreters; days, and places people are asked for."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.domain.roles import Actor
from tests.factories.people import (
    a_group_of,
    a_partner_of,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)
from tests.races.friday import a_session, a_visit, asked, place_of
from tests.support.database import clean
from trials.lossless.found import share
from trials.races.cast import Someone, right_now

DAYS, AHEAD = 5, timedelta(days=14)
OF_AN_AGENCY = 2
"""Partners who share one."""
HOURS = (9, 11, 14, 16)


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks at a screen: what they may hear, written down once more and not read from the code, and what it shows.

    ``reads`` are addresses below the API's root by the types of things that they show: a change of one is fetched again.
    """

    who: Someone
    hears: frozenset[str]
    reads: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Place:
    """The place of a session, and the offers of those who are asked for it.

    Each by the place of its interpreter in ``World.interpreters``.
    """

    shift: UUID
    session: UUID
    offers: dict[int, UUID]


@dataclass(frozen=True)
class World:
    team: list[Viewer]
    partners: list[Viewer]
    interpreters: list[Viewer]
    places: list[Place]
    days: list[date]

    @property
    def everyone(self) -> list[Viewer]:
        return [*self.team, *self.partners, *self.interpreters]


def build(*, team: int, partners: int, interpreters: int, places: int) -> World:
    """In an emptied database. Each interpreter is asked for one place, so that each place has several to choose from."""
    clean()
    now, coordinators = right_now(), [someone_of_the_team() for _ in range(team)]
    groups, members = _agencies(partners)
    visits = [a_visit((now + AHEAD + timedelta(days=7 * n)).date(), by=coordinators[0], now=now) for n in range(DAYS)]
    rows = [an_interpreter() for _ in range(interpreters)]
    made = []
    for number in range(places):
        visit, hour = visits[number % DAYS], HOURS[number // DAYS % len(HOURS)]
        session = a_session(groups[number % len(groups)], visit, hour=hour, by=coordinators[0], now=now)
        who = range(number, interpreters, places)
        offers = asked(place_of(session), [rows[n] for n in who], by=coordinators[0], now=now)
        made.append(Place(place_of(session).id, session.id, {n: offer.id for n, offer in zip(who, offers, strict=True)}))
    return World(
        [_of_the_team(actor, visits[n % DAYS].id) for n, actor in enumerate(coordinators)],
        [_partner(actor) for actor in members],
        [_interpreter(acting(row), row.id) for row in rows],
        made,
        [visit.day for visit in visits],
    )


def part(people: float, **whole: int) -> World:
    """A world with so much of each of ``whole``, and two of each at least."""
    return build(**{who: share(count, people, least=2) for who, count in whole.items()})


def _agencies(partners: int) -> tuple[list[Group], list[Actor]]:
    groups, members = [], []
    for number in range(partners):
        if number % OF_AN_AGENCY == 0:
            agency = an_agency()
            groups.append(a_group_of(agency))
        members.append(a_partner_of(agency))
    return groups, members


def _of_the_team(actor: Actor, visit: UUID) -> Viewer:
    reads = {
        f"/visits/{visit}/board": frozenset({"visit", "session", "shift", "interpreter"}),
        "/sessions?state=requested&limit=100": frozenset({"session"}),
    }
    return Viewer(Someone.of(actor), frozenset({"team", "everyone", f"user:{actor.user_id}"}), reads)


def _partner(actor: Actor) -> Viewer:
    (agency,) = actor.agency_ids
    reads = {"/sessions?when=coming&order=soonest&limit=100": frozenset({"session"})}
    return Viewer(Someone.of(actor), frozenset({f"agency:{agency}", "everyone", f"user:{actor.user_id}"}), reads)


def _interpreter(actor: Actor, row: UUID) -> Viewer:
    shown = frozenset({"offer", "pairing"})
    reads = {"/offers?show=asked": shown, "/offers?show=mine": shown, "/free-days": frozenset({"free_day", "visit"})}
    return Viewer(Someone.of(actor), frozenset({f"interpreter:{row}", "everyone", f"user:{actor.user_id}"}), reads)
