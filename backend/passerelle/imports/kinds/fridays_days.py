"""What a row says of its day: of one with a session, and of one without, where only the day's columns are filled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.models import Visit
from passerelle.bookings.services.past_days import PastDay
from passerelle.domain.geography import against_zone
from passerelle.domain.personal import Kept
from passerelle.domain.refusals import Code
from passerelle.domain.states.visit import VisitState
from passerelle.domain.time import local_day
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.fridays_known import Known
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary import words

_OF_A_DAY = frozenset({"day_state", "deputy", "time_zone"})


@dataclass(frozen=True)
class DaySaid:
    """``state`` and ``deputy_id`` are None where nothing is said."""

    state: VisitState | None
    deputy_id: UUID | None


def is_a_day(reader: Reader) -> bool:
    """Whether nothing is said but of the day, and that more than which it is."""
    filled = {name for name, (_column, cell) in reader.row.cells.items() if cell.text or cell.fault is not None}
    return bool(filled & _OF_A_DAY) and filled <= _OF_A_DAY | {"day"}


def said_of_day(reader: Reader, known: Known) -> DaySaid:
    state = cells.word(reader, "day_state", words.VISIT_STATE, "days")
    deputy = reader.text("deputy")
    return DaySaid(state, known.team.one(reader, "deputy", deputy, Code.DEPUTY_UNKNOWN) if deputy else None)


def against_zone_of(reader: Reader, zone: str) -> None:
    """A session is where its group meets: the row may say that, and nothing else."""
    if (said := reader.text("time_zone")) and said != zone:
        reader.against("time_zone", Code.ZONE_OF_ANOTHER, name=zone)


def against_visits(reader: Reader, said: DaySaid, here: Sequence[Visit]) -> None:
    """That none of the days ``here`` is as the row says."""
    if any(_is(visit, said) for visit in here) or not here:
        return
    of_that_state = [visit for visit in here if said.state in {None, visit.state}]
    reader.against("deputy" if of_that_state else "day_state", Code.DAY_HERE)


def against_new(reader: Reader, day: date, zone: str, said: DaySaid, known: Known) -> None:
    """What keeps a session from being written down on that day, or the day by itself."""
    if said.state not in {None, VisitState.DONE}:
        reader.against("day_state", Code.DAY_NOT_DONE)
    elif known.day_is_open(day, zone):
        reader.against("day", Code.DAY_STILL_OPEN)
    else:
        against_visits(reader, said, [visit for visit in known.days.get((day, zone), ()) if visit.state == VisitState.DONE])
    if not reader.problems and said.deputy_id is not None:
        row, deputy = known.deputies.setdefault((day, zone), (reader.row.number, said.deputy_id))
        if deputy != said.deputy_id:
            reader.against("deputy", Code.ROW_CONTRADICTS, row=str(row))


def against_age(reader: Reader, day: date, now: datetime) -> None:
    """What is deleted by the clock before it could no longer be taken back is not taken in."""
    if day < (now - Kept.RECORD.time + Kept.SHEETS.time).date():
        reader.against("day", Code.DAY_TOO_OLD)


def day_alone(reader: Reader, known: Known, day: date, now: datetime) -> PastDay | None:
    """The day to be written; None where it is here already as the row says, or something is wrong."""
    zone, said = _zone(reader, known), said_of_day(reader, known)
    if reader.problems or zone is None:
        return None
    state = said.state or VisitState.DONE
    if here := [visit for visit in known.days.get((day, zone), ()) if visit.state == state]:
        against_visits(reader, said, here)
        return None
    if day >= local_day(now, zone) and state is VisitState.DONE:
        reader.against("day", Code.DAY_TO_COME)
    against_age(reader, day, now)
    against_new(reader, day, zone, said, known)
    if not reader.problems and (row := known.alone.setdefault((day, zone), reader.row.number)) != reader.row.number:
        reader.against(None, Code.TWICE_IN_SHEET, row=str(row))
    return None if reader.problems else PastDay(day, zone, said.deputy_id)


def whole_days(days: Iterable[PastDay]) -> list[PastDay]:
    """Each once, with the deputy that any row says it had."""
    deputies: dict[tuple[date, str], UUID | None] = {}
    for one in days:
        deputies[one.key] = deputies.get(one.key) or one.deputy_id
    return [PastDay(day, zone, deputy) for (day, zone), deputy in deputies.items()]


def _zone(reader: Reader, known: Known) -> str | None:
    """As the row says, or the only one there is."""
    zone = reader.text("time_zone")
    if zone:
        return None if reader.against_all("time_zone", against_zone(zone, at="time_zone")) else zone
    zones = {group.site.time_zone for group in known.groups.values()}
    if len(zones) == 1:
        return zones.pop()
    reader.against("time_zone", Code.ZONE_UNSAID)
    return None


def _is(visit: Visit, said: DaySaid) -> bool:
    return said.state in {None, visit.state} and said.deputy_id in {None, visit.deputy_id}
