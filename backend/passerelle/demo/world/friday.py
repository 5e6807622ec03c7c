"""One Friday told as acts: each kind of act has its day before the Friday, and its turn on that day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from passerelle.availability.services import set_free_day
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, requests, visits
from passerelle.bookings.services.moving import schedule_session
from passerelle.demo.world import stages
from passerelle.demo.world.calendar import ZONE, local
from passerelle.demo.world.cast import DUTY_PHONE, MEETINGS, SPOTS
from passerelle.demo.world.founding import People
from passerelle.demo.world.stages import Stage
from passerelle.demo.world.story import Story
from passerelle.demo.world.wishes import Brief, Seat, Tongue
from passerelle.domain.roles import Actor
from passerelle.domain.words import DeclineReason, Language, TherapistAnswer, Variety

type Named = dict[str, Any]
"""Arguments by their names."""

YES, STANDBY, NO = answers.accept_offer, answers.stand_by_offer, answers.decline_offer
NO_BRIEF = Brief()


class Friday:
    """Notes acts in a story.

    ``reckoned_from`` is the day the stages count back from, where the Friday is prepared earlier than most are.
    """

    def __init__(self, story: Story, people: People, day: date, *, reckoned_from: date | None = None) -> None:
        self.day, self.people = day, people
        self._story, self._from = story, reckoned_from or day
        # Two Fridays are not worked on in the same minute.
        self._offset = timedelta(minutes=day.toordinal() // 7 % 7)
        self._turns: dict[Stage, int] = {}
        self._visit: UUID | None = None
        self.sessions: dict[str, UUID] = {}
        self._shifts: dict[tuple[str, Tongue], UUID] = {}

    # The day ----------------------------------------------------------------------------------------

    def plan(self, *, deputy: str = "", **therapists: TherapistAnswer) -> None:
        """The team means to go; the therapists named are asked, and what they said is recorded."""
        ids = {key: self.people.members[key] for key in therapists}

        def plan_and_remember(**arguments: Any) -> None:
            self._visit = visits.plan_visit(**arguments).id

        who: Named = {"therapist_ids": list(ids.values()), "deputy_id": self.people.members[deputy] if deputy else None}
        self.do(stages.PLAN, plan_and_remember, day=self.day, time_zone=ZONE, **who)
        for key, answer in therapists.items():
            if answer is not TherapistAnswer.ASKED:
                self.therapist_says(key, answer)

    def therapist_says(self, key: str, answer: TherapistAnswer, when: Stage = stages.THERAPISTS) -> None:
        said: Named = {"visit_id": self.visit_id, "answer": answer, "member_id": self.people.members[key]}
        self.do(when, visits.record_therapist_answer, by=self.people.actors[key], **said)

    def duty_phone(self) -> None:
        """The days after it begin with the same number."""
        self.do(stages.PLAN, visits.set_duty_phone, visit_id=self.visit_id, phone=DUTY_PHONE)

    def free(self, **said: bool) -> None:
        """Who said whether they are free; the coordinator records it for those without an account."""
        for key, free in said.items():
            who: Named = {"interpreter_id": self.people.interpreters[key], "by": self.people.interpreter(key)}
            self.do(stages.FREE, set_free_day, day=self.day, free=free, **who)

    def confirm(self, when: Stage = stages.CONFIRM, /, **gaps: str) -> None:
        """Confirm the day; ``gaps`` says for a group why a place of it may stay empty."""
        self.do(
            when,
            visits.confirm_day,
            visit_id=self.visit_id,
            version=self.visit_version,
            gap_reasons=lambda: {self.sessions[group]: reason for group, reason in gaps.items()},
        )

    # A session --------------------------------------------------------------------------------------

    def meet(self, group: str, brief: Brief, *seats: Seat, answer_by: datetime | None = None) -> None:
        """Asked for, put on the day, everyone asked, and every answer that came."""
        self.request(group, brief, *seats)
        self.schedule(group, *seats)
        for seat in seats:
            if seat.asked:
                self.ask(group, seat.tongue, *seat.asked, answer_by=answer_by)
            for who, answer in ((seat.yes, YES), *((k, STANDBY) for k in seat.standby), *((k, NO) for k in seat.no)):
                if who:
                    self.answer(group, seat.tongue, who, answer)
            if seat.by_phone:
                self.said_yes_by_phone(group, seat.tongue, seat.by_phone)

    def request(self, group: str, brief: Brief, *seats: Seat, submit: bool = True, by: str = "") -> None:
        """The partner asks, or ``by`` on its behalf; without ``submit`` it stays a draft."""
        asked, actor = self._asked(group, brief, seats), self.people.actors[by] if by else self.partner(group)

        def request_and_remember(**arguments: Any) -> None:
            self.sessions[group] = requests.request_session(**arguments).id

        group_id = self.people.groups[group]
        self.do(stages.REQUEST, request_and_remember, ask=asked, submit=submit, group_id=group_id, by=actor)

    def _asked(self, group: str, brief: Brief, seats: Sequence[Seat]) -> requests.Ask:
        partner, meeting = self.people.asked_by[group], MEETINGS[group]
        starts_at = local(self.day, brief.starts or meeting.starts, SPOTS[meeting.site].time_zone)
        return requests.Ask(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=brief.minutes or meeting.minutes),
            people_expected=sum(seat.people for seat in seats),
            needs=[seat.need for seat in seats],
            mode=brief.mode,
            requirements=brief.requirements,
            theme=brief.theme,
            situations=brief.situations,
            materials=brief.materials,
            room=brief.room,
            notes=brief.notes,
            contact_name=partner.member_name if brief.contact else "",
            contact_phone=partner.phone if brief.contact else "",
            staff_present=brief.staff,
        )

    def schedule(self, group: str, *seats: Seat) -> None:
        def schedule_and_remember(**arguments: Any) -> None:
            session = schedule_session(**arguments)
            for shift in Shift.objects.filter(session=session):
                tongue = Variety(shift.variety) if shift.variety else Language(shift.language)
                self._shifts[group, tongue] = shift.id

        where: Named = {"session_id": self.session_id(group), "visit_id": self.visit_id}
        self.do(stages.SCHEDULE, schedule_and_remember, shifts=[seat.place for seat in seats], **where)

    def decline(self, group: str, reason: DeclineReason, note: str) -> None:
        said: Named = {"session_id": self.session_id(group), "reason": reason, "note": note}
        self.do(stages.SCHEDULE, requests.decline_session, **said)

    def withdraw(self, group: str, note: str, when: Stage = stages.CHANGE_OF_MIND) -> None:
        said: Named = {"session_id": self.session_id(group), "note": note}
        self.do(when, requests.withdraw_session, by=self.partner(group), **said)

    def propose(self, group: str, note: str, *, starts: time, people: int, when: Stage = stages.CHANGE_OF_MIND) -> None:
        """The partner would like what was agreed to be otherwise."""
        meeting, session_id = MEETINGS[group], self.session_id(group)
        starts_at = local(self.day, starts, SPOTS[meeting.site].time_zone)
        self.do(
            when,
            requests.propose_change,
            by=self.partner(group),
            session_id=session_id,
            version=lambda: Session.objects.get(pk=session_id()).version,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=meeting.minutes),
            people_expected=people,
            note=note,
        )

    # A place ----------------------------------------------------------------------------------------

    def ask(self, group: str, tongue: Tongue, *who: str, answer_by: datetime | None = None, when: Stage = stages.ASK) -> None:
        ids = [self.people.interpreters[key] for key in who]
        by = answer_by or self.moment(stages.ANSWER_BY)
        shift_id = self.shift_id(group, tongue)
        self.do(when, asking.ask_interpreters, answer_by=by, shift_id=shift_id, interpreter_ids=ids)

    def answer(self, group: str, tongue: Tongue, who: str, answer: Callable[..., Offer], when: Stage = stages.ANSWER) -> None:
        """``YES``, ``STANDBY``, ``NO``, or what else of ``services.answers`` somebody does about their offer."""
        offer_id = self.offer_id(group, tongue, who)
        self.do(when, answer, offer_id=offer_id, by=self.people.interpreter(who))

    def said_yes_by_phone(self, group: str, tongue: Tongue, who: str, when: Stage = stages.ANSWER) -> None:
        shift_id, interpreter_id = self.shift_id(group, tongue), self.people.interpreters[who]
        self.do(when, asking.assign_interpreter, shift_id=shift_id, interpreter_id=interpreter_id)

    def stand_down(self, group: str, tongue: Tongue, who: str, when: Stage = stages.CHANGE_OF_MIND) -> None:
        """The team does not need somebody this time."""
        self.do(when, answers.stand_down_offer, offer_id=self.offer_id(group, tongue, who))

    def override(self, group: str, tongue: Tongue, who: str, reason: str, when: Stage = stages.DECIDE) -> None:
        """The safeguarding lead decides that one person may take one place all the same."""
        whom: Named = {"shift_id": self.shift_id(group, tongue), "interpreter_id": self.people.interpreters[who]}
        self.do(when, asking.record_override, by=self.people.lead, reason=reason, **whom)

    # How an act is noted ----------------------------------------------------------------------------

    def moment(self, stage: Stage) -> datetime:
        days, hour = stage
        return local(self._from - timedelta(days=days), hour)

    def do(self, stage: Stage, service: Callable[..., object], *, by: Actor | None = None, **arguments: Any) -> None:
        """Note a call of ``service`` (by the coordinator, unless said otherwise), in its turn at ``stage``."""
        turn = self._turns.get(stage, 0)
        self._turns[stage] = turn + 1
        self.do_at(self.moment(stage) + turn * stages.TURN + self._offset, service, by=by, **arguments)

    def do_at(self, moment: datetime, service: Callable[..., object], *, by: Actor | None = None, **arguments: Any) -> None:
        """An argument that can be called is called first, when its time has come: ids are not known before."""
        actor = by or self.people.coordinator

        def act(now: datetime) -> None:
            known = {name: value() if callable(value) else value for name, value in arguments.items()}
            service(**known, now=now, actor=actor)

        self._story.at(moment, act)

    def partner(self, group: str) -> Actor:
        return self.people.actors[self.people.asked_by[group].member]

    def visit_id(self) -> UUID:
        if self._visit is None:
            raise LookupError(f"{self.day} was not planned yet.")
        return self._visit

    def goes_on_as(self, visit: Visit) -> None:
        """From now on everything is done for another day."""
        self._visit = visit.id

    def visit_version(self) -> int:
        return Visit.objects.values_list("version", flat=True).get(pk=self.visit_id())

    def session_id(self, group: str) -> Callable[[], UUID]:
        return lambda: self.sessions[group]

    def version(self, group: str) -> Callable[[], int]:
        return lambda: Session.objects.values_list("version", flat=True).get(pk=self.sessions[group])

    def shift_id(self, group: str, tongue: Tongue) -> Callable[[], UUID]:
        return lambda: self._shifts[group, tongue]

    def offer_id(self, group: str, tongue: Tongue, who: str) -> Callable[[], UUID]:
        asked = {"interpreter": self.people.interpreters[who]}
        return lambda: Offer.objects.values_list("id", flat=True).get(shift=self._shifts[group, tongue], **asked)
