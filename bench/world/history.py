"""A past of any length: a day of twenty sessions and forty places, every day, for as many days as it takes.

The days near now are the same however long the past is, so what grows is the past and nothing else. It goes into the
real tables with every constraint and trigger on, the journal's numbers among them, by COPY.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.types.range import TimestamptzRange

from bench.world.cast import LANGUAGES, SPEAKERS, ZONE, Cast

SESSIONS_A_DAY, SHIFTS_A_DAY = 20, 40
SLOTS = 5
BRIEF, LONG, DEBRIEF = timedelta(minutes=15), timedelta(hours=1), timedelta(minutes=10)
DAYS_AT_ONCE = 5
"""Each line of the journal takes its number from one row at the commit: many in one transaction make that slow."""

_SESSION = (
    "id version group_id agency_id visit_id state mode starts_at ends_at people_expected needs requirements theme situations"
    " materials room notes contact_name contact_phone staff_present gap_reason confirmed_with reason_code reason_note"
    " requested_by_id requested_at"
)
_CHANGE = "entity entity_id version kind audiences actor_id at"
COLUMNS = {
    "bookings_visit": "id version day time_zone state team_cannot_travel duty_phone therapists_reason cancel_reason"
    " cancel_note confirmed_at",
    "bookings_visittherapist": "id visit_id member_id answer",
    "bookings_session": _SESSION,
    "bookings_sessiontold": "id session_id member_id",
    "bookings_shift": "id version session_id language variety pay ticket_paid qualities state block holder_id pay_outcome",
    "bookings_offer": "id version shift_id interpreter_id state asked_at answer_by answered_at",
    "availability_freeday": "id interpreter_id day free version",
    "journal_change": _CHANGE,
}
"""The tables in the order in which their rows may come, each with the columns that are written."""

type Row = tuple[Any, ...]


@dataclass
class Rows:
    """What is written, by table."""

    of: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})

    def add(self, table: str, *values: Any) -> None:
        self.of[table].append(values)


def days_of(shifts: int, *, until: date) -> list[date]:
    """The days before ``until`` that ``shifts`` places fill, the oldest first."""
    if shifts % SHIFTS_A_DAY:
        raise ValueError(f"{shifts} places do not fill whole days of {SHIFTS_A_DAY}.")
    count = shifts // SHIFTS_A_DAY
    return [until - timedelta(days=count - number) for number in range(count)]


def write(connection: "Connection[Any]", cast: Cast, days: list[date]) -> None:
    """COPY the past of ``days`` into the product's tables, some days a transaction, the oldest first."""
    for start in range(0, len(days), DAYS_AT_ONCE):
        rows = Rows()
        for day in days[start : start + DAYS_AT_ONCE]:
            add_day(rows, day, cast)
        with connection.transaction(), connection.cursor() as cursor:
            for table, columns in COLUMNS.items():
                with cursor.copy(f"COPY {table} ({columns.replace(' ', ', ')}) FROM STDIN") as copy:
                    for row in rows.of[table]:
                        copy.write_row(row)


def add_day(rows: Rows, day: date, cast: Cast) -> None:
    """One day that is over. Its number in the calendar decides what went otherwise: the same day, the same past."""
    number, visit, ended = day.toordinal(), uuid4(), datetime.combine(day, time(18), UTC)
    rows.add("bookings_visit", visit, 3, day, ZONE, "done", False, "", "", "", "", ended - timedelta(days=2))
    for therapist in cast.therapists:
        rows.add("bookings_visittherapist", uuid4(), visit, therapist, "yes")
    rows.add("availability_freeday", uuid4(), cast.speakers[LANGUAGES[0]][0].interpreter, day, True, 1)
    _tell(rows, "visit", visit, "done", audiences=["everyone", "team"], by=cast.coordinator, at=ended)
    for place in range(SESSIONS_A_DAY):
        _Session(rows, cast, visit, day, place).add()
    _declined(rows, cast, day, number % len(cast.groups))


@dataclass(frozen=True)
class _Session:
    """One of the day's twenty: four in each of five slots, each for a group of its own."""

    rows: Rows
    cast: Cast
    visit: UUID
    day: date
    place: int
    id: UUID = field(default_factory=uuid4)

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, time(8 + 2 * (self.place % SLOTS)), UTC)

    @property
    def state(self) -> str:
        return "cancelled" if (self.day.toordinal() + self.place) % 11 == 0 else "held"

    def add(self) -> None:
        partner = self.cast.partner_of(self.place)
        _add_session(
            self.rows,
            self.cast,
            self.id,
            visit=self.visit,
            state=self.state,
            starts_at=self.starts_at,
            group=self.place,
        )
        self.rows.add("bookings_sessiontold", uuid4(), self.id, partner.member)
        audiences, by = [f"agency:{partner.agency}", "team"], self.cast.coordinator
        _tell(self.rows, "session", self.id, self.state, audiences=audiences, by=by, at=self.starts_at + LONG)
        for row in range(len(LANGUAGES)):
            self._add_shift(row)

    def _add_shift(self, row: int) -> None:
        shift, speaker = uuid4(), self.cast.speakers[LANGUAGES[row]][self._speaker(row)].interpreter
        state = self._outcome(row)
        holder = speaker if state in {"worked", "missed"} else None
        block = TimestamptzRange(self.starts_at - BRIEF, self.starts_at + LONG + DEBRIEF, "[)")
        outcome = "fee" if state == "worked" else "none"
        language = LANGUAGES[row].value
        self.rows.add("bookings_shift", shift, 4, self.id, language, "", "paid", False, "[]", state, block, holder, outcome)
        self._ask(shift, speaker, "accepted" if holder else "stood_down" if state == "cancelled" else "lapsed")
        if row == 0 and self._rank == 1:
            self._ask(shift, self.cast.speakers[LANGUAGES[0]][0].interpreter, "declined")
        if row == 0:
            _tell(self.rows, "shift", shift, state, audiences=["team"], by=self.cast.coordinator, at=self.starts_at + LONG)

    def _outcome(self, row: int) -> str:
        number = self.day.toordinal() + self.place
        if self.state == "cancelled":
            return "cancelled"
        if number % 29 == 3:
            return "missed"
        return "unfilled" if row == 1 and number % 23 == 5 else "worked"

    def _ask(self, shift: UUID, interpreter: UUID, state: str) -> None:
        asked_at = self.starts_at - timedelta(days=6)
        answered_at = asked_at + timedelta(hours=3) if state in {"accepted", "declined"} else None
        self.rows.add(
            "bookings_offer", uuid4(), 2, shift, interpreter, state, asked_at, asked_at + timedelta(days=2), answered_at
        )

    @property
    def _rank(self) -> int:
        """Which of the four of its slot it is."""
        return self.place // SLOTS

    def _speaker(self, row: int) -> int:
        """Nobody is in two places in one slot; the first speaker of the first language works in every slot of every day."""
        number = self.day.toordinal() * SLOTS + self.place % SLOTS
        if row == 0:
            return 0 if self._rank == 0 else 1 + (number * 3 + self._rank) % (SPEAKERS - 1)
        return (number * 4 + self._rank) % SPEAKERS


def _declined(rows: Rows, cast: Cast, day: date, group: int) -> None:
    """A request that was not met, with no day and no places."""
    session, starts_at = uuid4(), datetime.combine(day, time(9), UTC)
    _add_session(rows, cast, session, visit=None, state="declined", starts_at=starts_at, group=group)
    audiences = [f"agency:{cast.partner_of(group).agency}", "team"]
    _tell(rows, "session", session, "declined", audiences=audiences, by=cast.coordinator, at=starts_at)


def _add_session(
    rows: Rows, cast: Cast, session: UUID, *, visit: UUID | None, state: str, starts_at: datetime, group: int
) -> None:
    partner, requested_at = cast.partner_of(group), starts_at - timedelta(days=9)
    needs = ", ".join(f'{{"language": "{language}", "variety": null, "people": 4}}' for language in LANGUAGES)
    rows.add(
        "bookings_session", session, 5, cast.groups[group], partner.agency, visit, state, "in_person", starts_at,
        starts_at + LONG, 8, f"[{needs}]", "[]", "sleep", "[]", "[]", "[]", "Paper and paints are there.", "Camille", "",
        "[]", "", "[]", "other" if state in {"cancelled", "declined"} else "", "", partner.user, requested_at,
    )  # fmt: skip


def _tell(rows: Rows, entity: str, thing: UUID, kind: str, *, audiences: list[str], by: UUID, at: datetime) -> None:
    rows.add("journal_change", entity, thing, 2, kind, audiences, by, at)
