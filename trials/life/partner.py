"""What a partner does."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import requests
from tests.races.friday import an_ask, local
from trials.life.cast import FRIDAYS
from trials.life.playing import HOURS, WHICH, Playing, few, has, pick
from trials.life.step import Row

AHEAD = ("requested", "scheduled", "confirmed")


class Partner(Playing):
    @precondition(few("session", *AHEAD, most=2))
    @rule(group=st.integers(0, 1), day=st.integers(0, 1), hour=HOURS, minutes=st.sampled_from([60, 90]))
    def asks_for_a_session(self, group: int, day: int, hour: int, minutes: int) -> None:
        ask = an_ask(FRIDAYS[day], hour, minutes)
        self.life.act(requests.request_session, self.cast.partner, group_id=self.cast.groups[group].id, ask=ask)

    @precondition(has("session", *AHEAD))
    @rule(which=WHICH, hour=HOURS)
    def proposes_a_change(self, which: int, hour: int) -> None:
        session = pick(self.life.some("session", *AHEAD), which)
        starts_at = local(session["starts_at"].date(), hour)
        self.life.act(
            requests.propose_change,
            self.cast.partner,
            session_id=session["id"],
            version=session["version"],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            people_expected=7,
        )

    @precondition(lambda self: bool(self.proposed()))
    @rule(which=WHICH)
    def takes_a_proposal_back(self, which: int) -> None:
        session = pick(self.proposed(), which)
        self.life.act(requests.withdraw_change, self.cast.partner, session_id=session["id"], version=session["version"])

    def proposed(self) -> list[Row]:
        return [row for row in self.life.some("session", *AHEAD) if row["proposed_change"]]

    @precondition(few("session", "withdrawn", most=0))
    @precondition(has("session", *AHEAD))
    @rule(which=WHICH)
    def withdraws_a_request(self, which: int) -> None:
        session = pick(self.life.some("session", *AHEAD), which)
        self.life.act(requests.withdraw_session, self.cast.partner, session_id=session["id"])
