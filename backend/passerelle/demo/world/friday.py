"""One Friday told as acts: each kind of act has its day before the Friday, and its turn on that day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from passerelle.availability.services import set_free_day
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, closing, moving, requests, visits
from passerelle.demo.world.calendar import ZONE, local
from passerelle.demo.world.founding import People
from passerelle.demo.world.story import Story
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import CancelReason, DeclineReason, Language, ShiftOutcome, Theme, TherapistAnswer

YES, STANDBY, NO = answers.accept_offer, answers.stand_by_offer, answers.decline_offer

type Stage = tuple[int, time]
_PLAN: Stage = (21, time(9))
_THERAPISTS: Stage = (18, time(19))
_REQUEST: Stage = (16, time(10))
_FREE: Stage = (12, time(20))
_SCHEDULE: Stage = (10, time(11))
_ASK: Stage = (9, time(9, 30))
_ANSWER: Stage = (8, time(18))
_CHANGE_OF_MIND: Stage = (8, time(21))
_CONFIRM: Stage = (2, time(17))
_CLOSE: Stage = (0, time(18))
_TURN = timedelta(minutes=7)


@dataclass(frozen=True, slots=True)
class Wish:
    """A session as its partner asks for it, in the wall time of its Friday."""

    starts: time
    minutes: int
    needs: Sequence[requests.PeopleNeed]
    theme: Theme | None = None
    notes: str = ""
    contact: bool = True


class Friday:
    """Notes acts in a story. ``early`` moves all of them forward, for a day prepared long before."""

    def __init__(self, story: Story, people: People, day: date, *, early: timedelta = timedelta()) -> None:
        self._story, self._people, self._early = story, people, early
        self._turns: dict[Stage, int] = {}
        self._sessions: dict[str, UUID] = {}
        self.day = day

    def plan(self, **therapists: TherapistAnswer) -> None:
        """The team means to go; the therapists named are asked, and what they said is recorded."""
        ids = {key: self._people.members[key] for key in therapists}
        self._do(_PLAN, visits.plan_visit, day=self.day, time_zone=ZONE, therapist_ids=list(ids.values()))
        for key, answer in therapists.items():
            if answer is not TherapistAnswer.ASKED:
                self._do(
                    _THERAPISTS,
                    visits.record_therapist_answer,
                    visit_id=self._visit_id,
                    answer=answer,
                    member_id=ids[key],
                    by=self._people.actors[key],
                )

    def free(self, **said: bool) -> None:
        """Who said whether they are free; the coordinator records it for those without an account."""
        for key, free in said.items():
            self._do(
                _FREE,
                set_free_day,
                day=self.day,
                free=free,
                interpreter_id=self._people.interpreters[key],
                by=self._people.interpreter(key),
            )

    def request(self, group: str, wish: Wish, *, submit: bool = True) -> None:
        """The partner asks; without ``submit`` it stays their draft."""
        partner = self._people.asked_by[group]
        starts_at = local(self.day, wish.starts)
        ask = requests.Ask(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=wish.minutes),
            people_expected=sum(need.people for need in wish.needs),
            needs=wish.needs,
            theme=wish.theme,
            notes=wish.notes,
            contact_name=partner.member_name if wish.contact else "",
            contact_phone=partner.phone if wish.contact else "",
        )

        def request_and_remember(**arguments: Any) -> None:
            self._sessions[group] = requests.request_session(**arguments).id

        self._do(
            _REQUEST, request_and_remember, ask=ask, submit=submit, group_id=self._people.groups[group], by=self._partner(group)
        )

    def schedule(self, group: str, *places: moving.Place) -> None:
        self._do(_SCHEDULE, moving.schedule_session, shifts=places, session_id=self._session_id(group), visit_id=self._visit_id)

    def decline(self, group: str, reason: DeclineReason, note: str) -> None:
        self._do(_SCHEDULE, requests.decline_session, session_id=self._session_id(group), reason=reason, note=note)

    def withdraw(self, group: str, note: str) -> None:
        self._do(
            _CHANGE_OF_MIND, requests.withdraw_session, note=note, session_id=self._session_id(group), by=self._partner(group)
        )

    def ask(self, group: str, language: Language, *who: str, answer_by: datetime | None = None) -> None:
        ids = [self._people.interpreters[key] for key in who]
        self._do(
            _ASK, asking.ask_interpreters, answer_by=answer_by, shift_id=self._shift_id(group, language), interpreter_ids=ids
        )

    def answer(self, group: str, language: Language, who: str, answer: Callable[..., Offer]) -> None:
        """``YES``, ``STANDBY`` or ``NO``."""
        shift_id, interpreter_id = self._shift_id(group, language), self._people.interpreters[who]

        def offer_id() -> UUID:
            return Offer.objects.get(shift=shift_id(), interpreter=interpreter_id).id

        self._do(_ANSWER, answer, offer_id=offer_id, by=self._people.interpreter(who))

    def said_yes_by_phone(self, group: str, language: Language, who: str) -> None:
        self._do(
            _ANSWER,
            asking.assign_interpreter,
            shift_id=self._shift_id(group, language),
            interpreter_id=self._people.interpreters[who],
        )

    def propose(self, group: str, *, starts: time, minutes: int, people_expected: int, note: str) -> None:
        """The partner would like what was agreed to be otherwise; nobody has answered yet."""
        starts_at = local(self.day, starts)
        session_id = self._session_id(group)
        self._do(
            _CHANGE_OF_MIND,
            requests.propose_change,
            by=self._partner(group),
            session_id=session_id,
            version=lambda: Session.objects.get(pk=session_id()).version,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=minutes),
            people_expected=people_expected,
            note=note,
        )

    def confirm(self, **gaps: str) -> None:
        """Confirm the day; ``gaps`` says for a group why a place of it may stay empty."""
        self._do(
            _CONFIRM,
            visits.confirm_day,
            visit_id=self._visit_id,
            version=lambda: Visit.objects.get(day=self.day).version,
            gap_reasons=lambda: {self._sessions[group]: reason for group, reason in gaps.items()},
        )

    def close(self, *groups: str) -> None:
        """Everyone who was confirmed came."""
        for group in groups:
            self._do(_CLOSE, _close, session_id=self._session_id(group))

    def nobody_came(self, group: str, note: str) -> None:
        self._do(_CLOSE, closing.cancel_session, note=note, session_id=self._session_id(group), reason=CancelReason.NOBODY_CAME)

    def _do(self, stage: Stage, service: Callable[..., object], *, by: Actor | None = None, **arguments: Any) -> None:
        """Note a call of ``service`` (by the coordinator, unless said otherwise).

        An argument that can be called is called first, when its time has come: ids are not known before.
        """
        actor = by or self._people.coordinator

        def act(now: datetime) -> None:
            known = {name: value() if callable(value) else value for name, value in arguments.items()}
            service(**known, now=now, actor=actor)

        days, hour = stage
        turn = self._turns.get(stage, 0)
        self._turns[stage] = turn + 1
        self._story.at(local(self.day - timedelta(days=days) - self._early, hour) + turn * _TURN, act)

    def _partner(self, group: str) -> Actor:
        return self._people.actors[self._people.asked_by[group].member]

    def _visit_id(self) -> UUID:
        return Visit.objects.get(day=self.day).id

    def _session_id(self, group: str) -> Callable[[], UUID]:
        return lambda: self._sessions[group]

    def _shift_id(self, group: str, language: Language) -> Callable[[], UUID]:
        return lambda: Shift.objects.get(session=self._sessions[group], language=language).id


def _close(*, session_id: UUID, now: datetime, actor: Actor) -> None:
    confirmed = Shift.objects.filter(session=session_id, state=ShiftState.CONFIRMED).values_list("id", flat=True)
    came: Mapping[UUID, ShiftOutcome] = dict.fromkeys(confirmed, ShiftOutcome.WORKED)
    closing.close_session(session_id=session_id, outcomes=came, now=now, actor=actor)
