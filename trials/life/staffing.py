"""Who of the team goes on a day, and whom to call: written by the team, and answered by the therapists."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import visits
from passerelle.domain.words import TherapistAnswer
from trials.life.cast import FRIDAYS
from trials.life.playing import WHICH, Playing, aside, has, one_of, pick

ANY = st.booleans()
LIVE = ("planning", "confirmed")


class Staffing(Playing):
    @aside(which=WHICH, fewer=ANY, deputy=ANY, stays=ANY, day=st.sampled_from([None, None, *FRIDAYS]))
    def writes_a_day_anew(self, which: int, fewer: bool, deputy: bool, stays: bool, day: object = None) -> None:
        """Its therapists, its deputy, whether the team can travel, and another date where nothing is on it."""
        visit = pick(self.life.some("visit", *LIVE), which)
        going = [one.team_member_id for one in self.cast.therapists]
        self.life.act(
            visits.edit_visit,
            self.cast.coordinator,
            visit_id=visit["id"],
            version=visit["version"],
            day=day or visit["day"],
            therapist_ids=going[:1] if fewer else going,
            deputy_id=self.cast.colleague.team_member_id if deputy else None,
            team_cannot_travel=stays,
        )

    @aside(which=WHICH, who=st.integers(0, 1), answer=st.sampled_from(TherapistAnswer), by_phone=ANY)
    def a_therapist_answers(self, which: int, who: int, answer: TherapistAnswer, by_phone: bool) -> None:
        visit = pick(self.life.some("visit", *LIVE), which)
        therapist = self.cast.therapists[who]
        by = self.cast.coordinator if by_phone else therapist
        pk = therapist.team_member_id
        self.life.act(visits.record_therapist_answer, by, visit_id=visit["id"], member_id=pk, answer=answer)

    @aside(which=WHICH, phone=st.sampled_from(["+33 3 53 01 00 11", "", "soon"]))
    def says_whom_to_call(self, which: int, phone: str) -> None:
        visit = pick(self.life.some("visit", *LIVE), which)
        self.life.act(visits.set_duty_phone, self.cast.coordinator, visit_id=visit["id"], phone=phone)

    @precondition(has("visit", *LIVE))
    @rule(one=one_of(writes_a_day_anew, a_therapist_answers, says_whom_to_call))
    def says_who_goes(self, one: tuple[str, dict[str, Any]]) -> None:
        self._do(one)
