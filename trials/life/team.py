"""What the team does with requests, with places, and with people."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import answers, asking, editing, moving, requests
from passerelle.bookings.services.moving import Place
from passerelle.domain.words import DeclineReason, Language, Pay, Quality, Strength
from tests.races.friday import DARI
from trials.life.life import Service
from trials.life.may import may
from trials.life.playing import WHICH, Playing, few, has, pick
from trials.life.step import Row

LIVE = ("open", "taken", "confirmed")
HELD = ("taken", "confirmed")
WHO = st.integers(0, 4)
QUALITIES = {
    "as asked": None,
    "a woman": {Quality.WOMAN: Strength.REQUIRED},
    "a check": {Quality.CHECK: Strength.REQUIRED, Quality.TRAINING: Strength.WISHED},
}
ASKS = st.sampled_from(sorted(QUALITIES))
VOLUNTEER = Place(Language.DARI, Pay.VOLUNTEER)
PROPOSED = ("requested", "scheduled", "confirmed")


class Requests(Playing):
    def _on_session(self, service: Service, which: int, *states: str, **more: object) -> None:
        session = pick(self.life.some("session", *states), which)
        self.life.act(service, self.cast.coordinator, session_id=session["id"], **more)

    @precondition(has("session", "requested"))
    @rule(which=WHICH, two=st.booleans())
    def schedules(self, which: int, two: bool) -> None:
        """On the visit of its day."""
        session = pick(self.life.some("session", "requested"), which)
        day = session["starts_at"].date()
        visits = [row for row in self.life.some("visit") if row["day"] == day] or self.life.some("visit")
        shifts = [DARI, VOLUNTEER] if two else [DARI]
        by = self.cast.coordinator
        self.life.act(moving.schedule_session, by, session_id=session["id"], visit_id=visits[-1]["id"], shifts=shifts)

    @precondition(few("session", "declined", most=0))
    @precondition(has("session", "requested"))
    @rule(which=WHICH)
    def declines(self, which: int) -> None:
        self._on_session(requests.decline_session, which, "requested", reason=DeclineReason.NO_PLACE)

    @precondition(lambda self: bool(self.proposals()))
    @rule(which=WHICH, accepted=st.booleans())
    def answers_a_proposal(self, which: int, accepted: bool) -> None:
        session = pick(self.proposals(), which)
        service = requests.accept_change if accepted else requests.refuse_change
        self.life.act(service, self.cast.coordinator, session_id=session["id"], version=session["version"])

    def proposals(self) -> list[Row]:
        return [row for row in self.life.some("session", *PROPOSED) if row["proposed_change"]]


class Places(Playing):
    def _on_shift(self, service: Service, which: int, *states: str, **more: object) -> None:
        shift = pick(self.life.some("shift", *states), which)
        self.life.act(service, self.cast.coordinator, shift_id=shift["id"], **more)

    @precondition(has("session", "scheduled", "confirmed"))
    @rule(which=WHICH, asks=ASKS)
    def opens_a_place(self, which: int, asks: str = "as asked") -> None:
        session = pick(self.life.some("session", "scheduled", "confirmed"), which)
        place = replace(VOLUNTEER, qualities=QUALITIES[asks])
        self.life.act(moving.open_shift, self.cast.coordinator, session_id=session["id"], place=place)

    @precondition(has("shift", *LIVE))
    @rule(which=WHICH, who=st.sets(WHO, min_size=1, max_size=2), hours=st.sampled_from([None, 6, 48]))
    def asks(self, which: int, who: set[int], hours: int | None) -> None:
        ids = [self.cast.people[one].id for one in sorted(who)]
        answer_by = self.life.now + timedelta(hours=hours) if hours else None
        self._on_shift(asking.ask_interpreters, which, *LIVE, interpreter_ids=ids, answer_by=answer_by)

    @precondition(has("shift", "open"))
    @rule(which=WHICH, who=WHO)
    def records_a_yes(self, which: int, who: int) -> None:
        self._on_shift(asking.assign_interpreter, which, "open", interpreter_id=self.cast.people[who].id)

    @precondition(has("shift", *HELD))
    @rule(which=WHICH)
    def lets_the_holder_go(self, which: int) -> None:
        self._on_shift(asking.release_holder, which, *HELD)

    @precondition(few("shift", "cancelled", most=2))
    @precondition(has("shift", *LIVE))
    @rule(which=WHICH)
    def drops_a_place(self, which: int) -> None:
        self._on_shift(asking.cancel_shift, which, *LIVE)

    @precondition(has("shift", *LIVE))
    @rule(which=WHICH, paid=st.booleans(), asks=ASKS, late=st.booleans())
    def edits_a_place(self, which: int, paid: bool, asks: str = "as asked", late: bool = False) -> None:
        shift = pick(self.life.some("shift", *LIVE), which)
        place = replace(DARI if paid else VOLUNTEER, qualities=QUALITIES[asks])
        by, version = self.cast.coordinator, shift["version"] - late
        self.life.act(editing.edit_shift, by, shift_id=shift["id"], version=version, place=place)

    @precondition(has("shift", *LIVE))
    @rule(which=WHICH, paid=st.booleans())
    def pays_the_ticket(self, which: int, paid: bool) -> None:
        self._on_shift(asking.record_ticket, which, *LIVE, paid=paid)

    @precondition(has("shift", *HELD))
    @rule(which=WHICH)
    def decides_on_a_hard_rule(self, which: int) -> None:
        shift = pick(self.life.some("shift", *HELD), which)
        self._decides(shift, shift["holder_id"])

    @precondition(has("shift", "open"))
    @rule(which=WHICH, who=WHO)
    def decides_on_a_hard_rule_beforehand(self, which: int, who: int) -> None:
        self._decides(pick(self.life.some("shift", "open"), which), self.cast.people[who].id)

    def _decides(self, shift: Row, person: UUID) -> None:
        """The lead, or the deputy of the day where there is one."""
        about = {"shift_id": shift["id"]}
        by = self.cast.colleague if may("record_override", self.cast.colleague, about, self.life.rows) else self.cast.lead
        self.life.act(asking.record_override, by, **about, interpreter_id=person, reason="Seen on paper.")

    @precondition(has("offer", "asked", "accepted", "reserve"))
    @rule(which=WHICH)
    def needs_somebody_no_longer(self, which: int) -> None:
        offer = pick(self.life.some("offer", "asked", "accepted", "reserve"), which)
        self.life.act(answers.stand_down_offer, self.cast.coordinator, offer_id=offer["id"])
