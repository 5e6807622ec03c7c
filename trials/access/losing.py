"""The ways in which somebody loses a right, each by the product's own: what is lost, who loses it, and how."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session

from passerelle.accounts.services import deactivate_team_member, deactivate_user
from passerelle.agencies.models import Agency
from passerelle.bookings.models import Shift
from passerelle.bookings.services.person import edit_interpreter
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.interpreters.models import Interpreter
from tests.factories.people import a_partner_of, a_profile, acting, an_interpreter, someone_of_the_team
from tests.races.friday import asked
from trials.access.listening import Listener, Poll, Socket
from trials.lossless.asking import ask, refused
from trials.lossless.world import World
from trials.races.cast import Someone, right_now

type Role = Literal["team", "partner", "interpreter"]
EVERYBODY: tuple[Role, ...] = ("team", "partner", "interpreter")
ASKED = 4
"""Places that an interpreter who loses something was asked for."""
ALLAUTH = "/_allauth/browser/v1"
RUNS_OUT = timedelta(seconds=3)
"""How long a session still lasts that runs out: long enough for its sockets to be opened before."""


@dataclass(frozen=True)
class Place:
    """Where it happens: its people, and the ports of web processes and sockets."""

    world: World
    web: int
    live: int

    @property
    def agency(self) -> Agency:
        """One whose sessions change all the time."""
        return Agency.objects.get(pk__in=self.world.partners[0].who.actor.agency_ids)


@dataclass
class Losing:
    """Somebody with the lines that lose something (``ending``), and those of another browser of theirs that lose nothing.

    ``before`` and ``after`` say what they may hear, written down once more and not read from the code.
    """

    kind: "Kind"
    actor: Actor
    before: frozenset[str]
    ending: list[Listener] = field(default_factory=list)
    staying: list[Listener] = field(default_factory=list)
    runs_out_at: float = 0.0
    answered_at: float = 0.0
    """When it was done, as whoever did it knows; the commit was a little earlier."""

    @property
    def session(self) -> str:
        return self.ending[0].session

    @property
    def user(self) -> str:
        return str(self.actor.user_id)

    @property
    def after(self) -> frozenset[str]:
        return frozenset() if self.kind.closes else frozenset({f"user:{self.user}"})


@dataclass(frozen=True)
class Kind:
    """``told`` is how the journal calls it, None where no line tells of it; ``closes``: nothing is left to be heard.

    ``browsers``: so many of the same person lose it. Another one stays, where signing out of one is meant. ``whose``: in turns.
    """

    name: str
    told: str | None
    lose: Callable[[Place, Losing], Awaitable[None]]
    whose: tuple["Role", ...] = ("team", "partner")
    closes: bool = True
    browsers: int = 1
    stays: int = 0


def losing(kind: Kind, place: Place, number: int) -> Losing:
    """Somebody new who is going to lose it."""
    actor, hears = _WHO[kind.whose[number % len(kind.whose)]](place)
    found = Losing(kind, actor, frozenset({hears, "everyone", f"user:{actor.user_id}"}))
    for _ in range(kind.browsers):
        session = Someone.of(actor).session
        found.ending += [Socket(session, place.live), Poll(session, place.live)]
    found.staying = [Socket(Someone.of(actor).session, place.live) for _ in range(kind.stays)]
    if kind.told is None:
        runs_out = datetime.now(UTC) + RUNS_OUT
        Session.objects.filter(pk=found.session).update(expire_date=runs_out)
        found.runs_out_at = runs_out.timestamp()
    return found


def _somebody_of_the_team(_place: Place) -> tuple[Actor, str]:
    return someone_of_the_team(), "team"


def _a_partner(place: Place) -> tuple[Actor, str]:
    agency = place.agency
    return a_partner_of(agency), f"agency:{agency.pk}"


def _an_interpreter(place: Place) -> tuple[Actor, str]:
    """Asked for some of the places that others say yes to, and take it back."""
    person = an_interpreter()
    for shift in Shift.objects.filter(pk__in=[one.shift for one in place.world.places[:ASKED]]):
        asked(shift, [person], by=place.world.team[0].who.actor, now=right_now())
    return acting(person), f"interpreter:{person.pk}"


_WHO: dict[Role, Callable[[Place], tuple[Actor, str]]] = {
    "team": _somebody_of_the_team,
    "partner": _a_partner,
    "interpreter": _an_interpreter,
}


async def _sign_out(place: Place, who: Losing) -> None:
    got = await ask(place.web, who.session, "/auth/session", method="DELETE", root=ALLAUTH)
    if got.status != 401:  # as it answers: there is nobody any more
        refused("signing out", got)


async def _end(place: Place, who: Losing) -> None:
    """From another device of theirs, which finds it in the list: the one where they are not."""
    here = who.staying[0].session
    got = await ask(place.web, here, "/me/sign-ins")
    for row in got.json()["results"] if got.done else refused("where one is signed in", got):
        if not row["is_here"]:
            await _post(place, here, f"/me/sign-ins/{row['id']}/end")


async def _end_others(place: Place, who: Losing) -> None:
    await _post(place, who.staying[0].session, "/me/sign-ins/end-others")


async def _post(place: Place, session: str, path: str) -> None:
    got = await ask(place.web, session, path, method="POST", body={})
    if not got.done:
        refused(path, got)


async def _change_password(place: Place, who: Losing) -> None:
    body = {"new_password": f"long enough {who.user}"}
    got = await ask(place.web, who.session, "/account/password/change", method="POST", body=body, root=ALLAUTH)
    if got.status not in {200, 401}:  # whether this browser stays signed in is no matter here
        refused("a new password", got)


async def _leave_the_agency(place: Place, who: Losing) -> None:
    (agency,) = who.actor.agency_ids
    await _post(place, place.world.team[0].who.session, f"/agencies/{agency}/members/{who.user}/remove")


async def _leave_the_list(place: Place, who: Losing) -> None:
    person = await Interpreter.objects.aget(user_id=who.user)
    await sync_to_async(edit_interpreter)(
        interpreter_id=person.id,
        version=person.version,
        profile=a_profile(),
        active=False,
        now=right_now(),
        actor=place.world.team[0].who.actor,
    )


async def _leave_the_team(_place: Place, who: Losing) -> None:
    assert who.actor.team_member_id is not None  # noqa: S101  (of the team)
    await sync_to_async(deactivate_team_member)(member_id=who.actor.team_member_id, now=right_now(), actor=SYSTEM)


async def _deactivate(_place: Place, who: Losing) -> None:
    assert who.actor.user_id is not None  # noqa: S101  (with an account)
    await sync_to_async(deactivate_user)(user_id=who.actor.user_id, now=right_now(), actor=SYSTEM)


async def _run_out(_place: Place, who: Losing) -> None:
    await asyncio.sleep(who.runs_out_at - time.time())


KINDS = (
    Kind("signed out", "signed_out", _sign_out, whose=EVERYBODY, stays=1),
    Kind("ended from elsewhere", "signed_out", _end, stays=1),
    Kind("all others ended", "signed_out", _end_others, browsers=2, stays=1),
    Kind("a new password", "password", _change_password, browsers=2),
    Kind("left the agency", "member_removed", _leave_the_agency, whose=("partner",), closes=False),
    Kind("left the team", "team_left", _leave_the_team, whose=("team",), closes=False),
    Kind("no interpreter any more", "edited", _leave_the_list, whose=("interpreter",), closes=False),
    Kind("deactivated", "deactivated", _deactivate, whose=EVERYBODY),
    Kind("ran out", None, _run_out, whose=EVERYBODY),
)
