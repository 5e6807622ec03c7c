"""Every week of eleven years in two zones, through the services: clocks on the wall are kept, and lengths are exact.

Each Friday, and each day on which the clocks change. What a wall time is in UTC is found here by trying the moments there are,
and not by the product's own reckoning. Nobody's clock is read: the services are told that it is shortly before each day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from passerelle.agencies.models import Group
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.availability.selectors import FreeDays
from passerelle.availability.services import set_usual_day
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.selectors.sessions import session_view
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.bookings.services.closing import cancel_visit
from passerelle.bookings.services.days import move_day
from passerelle.bookings.services.moving import schedule_session
from passerelle.bookings.services.requests import request_session
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.refusals import Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.words import CancelReason, GroupKind, ImportKind, Language
from passerelle.imports.models import Import
from passerelle.imports.services import apply_import, start_import
from tests.factories.partners import signed_in
from tests.factories.people import NOW, a_partner_of, an_agency, an_interpreter, someone_of_the_team
from tests.imports.sheets import comma
from tests.support.database import clean
from trials.lossless.found import Found

ZONES = {"Europe/London": "GB", "Europe/Paris": "FR"}
YEARS = range(2026, 2037)
FRIDAY = 4
WEEK = timedelta(weeks=1)
BEFORE, AFTER = timedelta(minutes=15), timedelta(minutes=10)
"""What an interpreter is booked for around a session."""
IN_THE_DAY = ((time(10), 75), (time(14, 30), 60))
AT_NIGHT = tuple((time(hour, minute), 90) for hour in range(4) for minute in (0, 30))
"""When clocks change: begins before, in and after the hour that is skipped or happens twice."""


@dataclass
class Tally:
    days: int = 0
    checked: int = 0
    refused: int = 0
    """Times that are no one moment, and were refused."""
    twice: int = 0
    """Times that happen twice."""
    wrong: list[str] = field(default_factory=list)

    def hold(self, what: str, found: object, wanted: object) -> None:
        self.checked += 1
        if found != wanted:
            self.wrong.append(f"{what}: {found}, and not {wanted}")


def moments(wall: datetime, zone: str) -> list[datetime]:
    """Every moment at which clocks there show ``wall``: mostly one, in a skipped hour none, in a doubled one two."""
    tried = [wall.replace(tzinfo=UTC) - timedelta(minutes=15 * n) for n in range(13)]
    return sorted(moment for moment in tried if on_the_wall(moment, zone) == wall)


def refusal(wall: datetime, zone: str) -> str:
    """With what that time is refused there; empty where it is one moment."""
    return {0: "hour_skipped", 2: "hour_twice"}.get(len(moments(wall, zone)), "")


def on_the_wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def fridays() -> list[date]:
    every = [date(YEARS[0], 1, 1) + timedelta(days=n) for n in range((date(YEARS[-1] + 1, 1, 1) - date(YEARS[0], 1, 1)).days)]
    return [day for day in every if day.weekday() == FRIDAY]


def changes(zone: str) -> list[date]:
    """The days on which clocks change there."""
    every = [date(YEARS[0], 1, 1) + timedelta(days=n) for n in range(366 * len(YEARS))]
    return [day for day in every if day.year in YEARS and _offset(day, zone) != _offset(day + timedelta(days=1), zone)]


def _offset(day: date, zone: str) -> timedelta | None:
    return datetime.combine(day, time(), ZoneInfo(zone)).utcoffset()


def measure(scale: float = 1.0, *, zones: Sequence[str] = tuple(ZONES)) -> Found:
    """``scale`` thins out the Fridays, and the years whose changes of the clocks are tried."""
    clean()
    tally = Tally()
    for zone in zones:
        place, weeks = Place.made(zone, ZONES[zone], tally), _some(fridays(), scale, least=4)
        shifts = _some(changes(zone), scale, least=2)
        for day in weeks:
            place.plan(day, IN_THE_DAY, to=day + WEEK)
        for day in shifts:
            place.plan(day, AT_NIGHT, to=day + WEEK)
            place.plan(day - WEEK, AT_NIGHT, to=day)
            place.plan(day - WEEK, [hour for hour in AT_NIGHT if not refusal(datetime.combine(day, hour[0]), zone)], to=day)
        place.without_an_offset(shifts)
        place.usually_free(fridays())
        place.imported(weeks, shifts)
    return _found(tally)


def _some[T](every: Sequence[T], scale: float, *, least: int) -> list[T]:
    """As many as ``scale`` asks for, from beginning to end, and neighbours together two by two."""
    pairs = [every[n : n + 2] for n in range(0, len(every), 2)]
    count = max(least // 2, round(len(pairs) * scale))
    return [one for n in range(count) for one in pairs[n * len(pairs) // count]]


@dataclass
class Place:
    """A group at a place with its zone, and whoever plans its days."""

    zone: str
    tally: Tally
    team: Actor
    partner: Actor
    group: Group
    past: Group
    """Another one there, for what sheets say."""

    @classmethod
    def made(cls, zone: str, country: str, tally: Tally) -> "Place":
        agency, team, name = an_agency(), someone_of_the_team(), zone.partition("/")[2]
        where = {"area": "Calais centre", "address": f"1 quai du Rhin, {name}", "country": country, "time_zone": zone}
        site = create_site(name=f"The harbour of {name}", **where, now=NOW, actor=team)
        of = {"agency_id": agency.id, "site_id": site.id, "kind": GroupKind.MIXED_ADULTS, "women_only": False}
        groups = [create_group(name=f"{name} {what}", **of, now=NOW, actor=team) for what in ("to come", "past")]  # type: ignore[arg-type]
        return cls(zone, tally, team, a_partner_of(agency), *groups)

    def plan(self, day: date, hours: Sequence[tuple[time, int]], *, to: date) -> None:
        """Sessions at those hours of ``day``, looked at, and then moved to another day with all of it."""
        now = datetime.combine(day - timedelta(days=2), time(9), UTC)
        try:
            visit = plan_visit(day=day, time_zone=self.zone, now=now, actor=self.team)
            walls: dict[Session, datetime] = {}
            for clock, minutes in hours:
                wall = datetime.combine(day, clock)
                found = moments(wall, self.zone)
                self.tally.twice += len(found) == 2
                for start in found:
                    walls[self._session(visit, start, wall, minutes, now)] = wall
            self._move(visit, walls, to, now)
        except Refusal as refused:
            self.tally.wrong.append(f"{self.zone} {day}: refused with {[one.code.value for one in refused.problems]}")
        self.tally.days += 1

    def _session(self, visit: Visit, start: datetime, wall: datetime, minutes: int, now: datetime) -> Session:
        """Asked for and put on the day; what is stored and shown is held against the wall."""
        ask = Ask(
            starts_at=start,
            ends_at=start + timedelta(minutes=minutes),
            people_expected=6,
            needs=[PeopleNeed(Language.DARI, 6)],
        )
        made = request_session(group_id=self.group.id, ask=ask, now=now, actor=self.partner)
        evening = datetime.combine(wall.date() - timedelta(days=1), time(18))
        shown = session_view(made.id, self.partner, now)
        told = on_the_wall(shown.answer_by, self.zone) if shown.answer_by else None
        self.tally.hold(f"{self.zone} {wall}, answered by", told, evening)
        schedule_session(session_id=made.id, visit_id=visit.id, now=now, actor=self.team)
        self._look(made, wall, minutes, now)
        return made

    def _look(self, session: Session, wall: datetime, minutes: int, now: datetime) -> None:
        shown, what = session_view(session.id, self.team, now), f"{self.zone} {wall}"
        length = timedelta(minutes=minutes)
        self.tally.hold(f"{what}, begins", on_the_wall(shown.starts_at, self.zone), wall)
        self.tally.hold(f"{what}, lasts", _utc(shown.ends_at) - _utc(shown.starts_at), length)
        self.tally.hold(f"{what}, its day", shown.day, wall.date())
        block = Shift.objects.get(session=session).block
        lasts = (_utc(shown.starts_at) - BEFORE, _utc(shown.ends_at) + AFTER)
        self.tally.hold(f"{what}, booked for", (block.lower, block.upper), lasts)

    def _move(self, visit: Visit, walls: dict[Session, datetime], to: date, now: datetime) -> None:
        """All go to the same hours of ``to``, or none where the clocks skip one of them, or show one twice."""
        there = {session: datetime.combine(to, wall.time()) for session, wall in walls.items()}
        against = sorted({(code, f"{wall:%H:%M}") for wall in there.values() if (code := refusal(wall, self.zone))})
        before = list(Session.objects.filter(visit=visit).order_by("id").values_list("id", "starts_at", "version"))
        lengths = {session: session.ends_at - session.starts_at for session in walls}
        version = Visit.objects.values_list("version", flat=True).get(pk=visit.id)
        try:
            given = {"version": version, "day": to, "reason": CancelReason.OTHER, "now": now, "actor": self.team}
            entered = move_day(visit_id=visit.id, **given)  # type: ignore[arg-type]
        except Refusal as refused:
            said = sorted({(one.code.value, one.params.get("time", "")) for one in refused.problems})
            self.tally.hold(f"{self.zone} {visit.day} to {to}, refused", said, against)
            after = list(Session.objects.filter(visit=visit).order_by("id").values_list("id", "starts_at", "version"))
            self.tally.hold(f"{self.zone} {visit.day} to {to}, left as it was", after, before)
            self.tally.refused += len(against)
            entered = visit
        else:
            self.tally.hold(f"{self.zone} {visit.day} to {to}, refused", [], against)
            for session, wall in there.items():
                self._look(session, wall, round(lengths[session] / timedelta(minutes=1)), now)
        cancel_visit(visit_id=entered.id, reason=CancelReason.OTHER, now=now, actor=self.team)

    def without_an_offset(self, days: Sequence[date]) -> None:
        """A wall time by itself could be none or two moments: the API takes none."""
        client = signed_in(self.partner)
        for day in days:
            for clock in (time(1, 30), time(2, 30)):
                self.tally.hold(f"{self.zone} {day} {clock} without an offset", _answered(client, self.group, day, clock), 400)
                self.tally.refused += 1

    def usually_free(self, days: Sequence[date]) -> None:
        who = an_interpreter()
        set_usual_day(interpreter_id=who.id, weekday=FRIDAY, free=True, now=NOW, actor=self.team)
        asked = [*days, *(day + timedelta(days=n) for day in days for n in (-1, 1))]
        found = FreeDays([who.id], asked)
        for day in asked:
            free = True if day.weekday() == FRIDAY else None
            self.tally.hold(f"{self.zone} {day}, usually free", found.on(who.id, day).free, free)

    def imported(self, days: Sequence[date], shifts: Sequence[date]) -> None:
        """Past days from a sheet, which says wall times: skipped and doubled ones are refused in their cells."""
        hours = [(day, clock, minutes) for day in days for clock, minutes in IN_THE_DAY]
        hours += [(day, clock, minutes) for day in shifts for clock, minutes in AT_NIGHT]
        for few in range(YEARS[0], YEARS[-1] + 1, AT_ONCE):  # what is older than is kept is not taken in
            some = [hour for hour in hours if few <= hour[0].year < few + AT_ONCE]
            for rows in (some[n : n + MOST] for n in range(0, len(some), MOST)):
                self._sheet(rows, datetime(few + AT_ONCE, 6, 1, tzinfo=UTC))

    def _sheet(self, hours: Sequence[tuple[date, time, int]], later: datetime) -> None:
        walls = [(start := datetime.combine(day, at), start + timedelta(minutes=minutes)) for day, at, minutes in hours]
        wanted = [_span(*(moments(wall, self.zone) for wall in both)) for both in walls]
        partner = self.past.agency.name
        rows = [(f"{start:%d/%m/%Y}", partner, self.past.name, f"{start:%H:%M}-{end:%H:%M}", "Dari") for start, end in walls]
        sheet = comma([("Date", "Partner", "Group", "Time", "Language"), *rows])
        made = start_import(kind=ImportKind.FRIDAYS, file_name="days.csv", data=sheet, now=later, actor=self.team)
        states = dict(made.rows.values_list("number", "state"))
        for number, ((start, end), span) in zip(sorted(states), zip(walls, wanted, strict=True), strict=True):
            self.tally.hold(f"{self.zone} {start} to {end:%H:%M} in a sheet", states[number] != "wrong", span is not None)
            self.tally.refused += span is None
        self._applied(made, [span for span in wanted if span is not None], later)

    def _applied(self, made: Import, spans: Sequence[tuple[datetime, datetime]], later: datetime) -> None:
        known = set(Session.objects.filter(group=self.past).values_list("id", flat=True))
        apply_import(import_id=made.id, version=made.version, skip_wrong=True, now=later, actor=self.team)
        found = Session.objects.filter(group=self.past).exclude(pk__in=known).values_list("starts_at", "ends_at")
        there = set(found)
        for span in spans:
            self.tally.hold(f"{self.zone} {span[0]} to {span[1]} from a sheet", span in there, True)
        self.tally.hold(f"{self.zone}, from a sheet and not in it", sorted(there - set(spans)), [])


MOST, AT_ONCE = 400, 4
"""Rows and years of one sheet."""


def _answered(client: Client, group: Group, day: date, clock: time) -> int:
    wall = datetime.combine(day, clock)
    times = {"starts_at": wall.isoformat(), "ends_at": (wall + timedelta(hours=1)).isoformat()}
    body = {"group": str(group.id), "submit": True, "people_expected": 6, "needs": [{"language": "prs", "people": 6}], **times}
    answer = client.post("/api/v1/sessions", body, content_type="application/json", headers={"Host": "localhost"})
    fields = {line.get("field") for line in answer.json().get("errors", [])}
    return answer.status_code if {"starts_at", "ends_at"} <= fields else 0


def _span(begins: Sequence[datetime], ends: Sequence[datetime]) -> tuple[datetime, datetime] | None:
    """From the one to the other, where each is one moment."""
    return (begins[0], ends[0]) if len(begins) == len(ends) == 1 and begins[0] < ends[0] else None


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _found(tally: Tally) -> Found:
    told = Found()
    how = (
        f"{tally.days:,} days from {YEARS[0]} to {YEARS[-1]} in {', '.join(ZONES)}, planned, asked for, scheduled and moved, "
        f"and from sheets; {tally.twice} times that happen twice, {tally.refused} refused: none, two, or without an offset"
    )
    told.add("weeks_wrong", told.blame(tally.wrong), "times", how)
    told.add("weeks_checked", tally.checked, "times", how)
    return told
