"""Days that were over before the product knew of them, with a session or without: written down as done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.accounts.models import TeamMember
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Visit
from passerelle.bookings.services import locks
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.geography import against_zone
from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.visit import VisitState
from passerelle.domain.time import local_day


@dataclass(frozen=True)
class PastDay:
    """A day as it is reckoned at ``time_zone``, and who was deputy on it, whether or not they are in the team now."""

    day: date
    time_zone: str
    deputy_id: UUID | None = None

    @property
    def key(self) -> tuple[date, str]:
        return self.day, self.time_zone


@unit_of_work
def record_past_days(*, days: Sequence[PastDay], now: datetime, actor: Actor) -> list[Visit]:
    """Write down those of ``days`` that are not here yet; returns them. Each is given once.

    Refuses a day that is to come, and one that is here and still open, or with another deputy.
    """
    require_team(actor)
    deputies = {one.deputy_id for one in days if one.deputy_id is not None}
    if TeamMember.objects.filter(pk__in=deputies).count() != len(deputies):
        raise locks.missing(at="deputy")
    for one in days:
        if against := against_zone(one.time_zone, at="time_zone"):
            raise Refusal(*against)
        if one.day > local_day(now, one.time_zone):
            raise refuse(Code.DAY_TO_COME)
    rows = Visit.objects.select_for_update(no_key=True).filter(day__in={one.day for one in days}).order_by("id")
    here = {(visit.day, visit.time_zone): visit for visit in rows.exclude(state=VisitState.CANCELLED)}
    for one in days:
        _require_as_it_is(one, here.get(one.key))
    new = sorted((one for one in days if one.key not in here), key=lambda one: one.key)
    made = [Visit(day=one.day, time_zone=one.time_zone, deputy_id=one.deputy_id, state=VisitState.DONE) for one in new]
    Visit.objects.bulk_create(made)
    changes = Changes(actor, now)
    changes.past(made, [], [], [])
    changes.tell()
    return made


def _require_as_it_is(one: PastDay, here: Visit | None) -> None:
    if here is not None and here.state != VisitState.DONE:
        raise refuse(Code.DAY_STILL_OPEN)
    if here is not None and one.deputy_id not in {None, here.deputy_id}:
        raise refuse(Code.DAY_HERE)
