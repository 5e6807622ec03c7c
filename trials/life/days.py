"""What the team does with sessions and whole days; and time, which goes on."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import closing, days, moving, visits
from passerelle.domain.words import CancelReason, Mode, Pay, ShiftOutcome
from tests.races.friday import ZONE, local
from trials.life.cast import FRIDAYS
from trials.life.playing import HOURS, WHICH, Playing, few, has, pick
from trials.life.step import Row

ON_A_DAY = ("scheduled", "confirmed")
LIVE = ("planning", "confirmed")
MODES = st.sampled_from([Mode.IN_PERSON, Mode.REMOTE, Mode.REMOTE, Mode.PARTNER_LED])
ILL = "One is ill."
WHY = CancelReason.NO_CROSSING


class Sessions(Playing):
    @precondition(has("session", *ON_A_DAY))
    @rule(which=WHICH, hour=HOURS, another=st.booleans())
    def moves(self, which: int, hour: int, another: bool) -> None:
        """To another hour, or to that hour of another day."""
        session = pick(self.life.some("session", *ON_A_DAY), which)
        others = [row for row in self.life.some("visit", *LIVE) if row["id"] != session["visit_id"]]
        visit = pick(others, which) if another and others else None
        starts_at = local(visit["day"] if visit else session["starts_at"].date(), hour)
        self.life.act(
            moving.move_session,
            self.cast.coordinator,
            session_id=session["id"],
            version=session["version"],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            visit_id=visit["id"] if visit else None,
        )

    @precondition(has("session", *ON_A_DAY))
    @rule(which=WHICH, mode=MODES)
    def holds_it_another_way(self, which: int, mode: Mode) -> None:
        session = pick(self.life.some("session", *ON_A_DAY), which)
        by, version = self.cast.coordinator, session["version"]
        self.life.act(moving.change_mode, by, session_id=session["id"], version=version, mode=mode)

    @precondition(few("session", "cancelled", most=0))
    @precondition(has("session", *ON_A_DAY))
    @rule(which=WHICH)
    def cancels(self, which: int) -> None:
        session = pick(self.life.some("session", *ON_A_DAY), which)
        self.life.act(closing.cancel_session, self.cast.coordinator, session_id=session["id"], reason=WHY)

    @precondition(has("session", "confirmed"))
    @rule(which=WHICH, outcome=st.sampled_from(ShiftOutcome))
    def closes_out(self, which: int, outcome: ShiftOutcome) -> None:
        """A volunteer is never missed: it is said of the others."""
        session = pick(self.life.some("session", "confirmed"), which)
        outcomes = {
            row["id"]: ShiftOutcome.WORKED if row["pay"] == Pay.VOLUNTEER else outcome
            for row in self.life.some("shift", "confirmed")
            if row["session_id"] == session["id"]
        }
        self.life.act(closing.close_session, self.cast.coordinator, session_id=session["id"], outcomes=outcomes)


class Days(Playing):
    def _day_with_something_on_it(self, which: int) -> Row:
        session = pick(self.life.some("session", *ON_A_DAY) or self.life.some("session"), which)
        days = [row for row in self.life.some("visit") if row["id"] == session["visit_id"]]
        return pick(days or self.life.some("visit"), which)

    @precondition(has("session", "scheduled"))
    @rule(which=WHICH, gaps=st.booleans())
    def confirms_the_day_or_the_rest(self, which: int, gaps: bool) -> None:
        visit = self._day_with_something_on_it(which)
        own = [row for row in self.life.some("session", "scheduled") if row["visit_id"] == visit["id"]]
        reasons = {row["id"]: "Nobody was found." for row in own if gaps}
        by = self.cast.coordinator
        self.life.act(
            visits.confirm_day,
            by,
            visit_id=visit["id"],
            version=visit["version"],
            gap_reasons=reasons,
            therapists_reason="One is ill.",
        )

    @precondition(has("shift", "taken"))
    @rule(which=WHICH)
    def confirms_who_can_come(self, which: int) -> None:
        """Once more: what happens to a confirmed day needs one."""
        self.confirms_the_day_or_the_rest(which=which, gaps=True)

    @precondition(has("session", *ON_A_DAY))
    @rule(which=WHICH, mode=MODES, confirm=st.booleans())
    def holds_the_day_another_way(self, which: int, mode: Mode, confirm: bool) -> None:
        visit = self._day_with_something_on_it(which)
        own = [row["id"] for row in self.life.some("session", *ON_A_DAY) if row["visit_id"] == visit["id"]]
        self.life.act(
            days.change_mode_of_day,
            self.cast.coordinator,
            visit_id=visit["id"],
            version=visit["version"],
            modes=dict.fromkeys(own, mode),
            confirm=confirm,
        )

    @precondition(has("shift", "taken", "confirmed"))
    @rule(which=WHICH, to=st.sampled_from(FRIDAYS))
    def moves_the_day(self, which: int, to: object) -> None:
        visit = self._day_with_something_on_it(which)
        by, version = self.cast.coordinator, visit["version"]
        self.life.act(days.move_day, by, visit_id=visit["id"], version=version, day=to, reason=WHY)

    @precondition(has("shift", "taken", "confirmed"))
    @rule(which=WHICH)
    def cancels_the_day(self, which: int) -> None:
        visit = self._day_with_something_on_it(which)
        self.life.act(closing.cancel_visit, self.cast.coordinator, visit_id=visit["id"], reason=WHY)

    @precondition(few("visit", *LIVE, most=2))
    @rule(day=st.sampled_from(FRIDAYS))
    def plans_a_day(self, day: object) -> None:
        self.life.act(visits.plan_visit, self.cast.coordinator, day=day, time_zone=ZONE)


class Time(Playing):
    @precondition(has("offer", "asked", "reserve"))
    @rule(hours=st.sampled_from([1, 6, 13]))
    def goes_on(self, hours: int) -> None:
        self.life.wait(self.life.now + timedelta(hours=hours))

    @precondition(has("session", "confirmed"))
    @rule(which=WHICH)
    def comes_to_a_session(self, which: int) -> None:
        """To its beginning: it can be closed out."""
        self.life.wait(pick(self.life.some("session", "confirmed"), which)["starts_at"])
