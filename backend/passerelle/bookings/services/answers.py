"""An interpreter's answers: yes, standby, no, undo, "I can't come after all"; also recorded for someone on the phone."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import locks, places
from passerelle.common.transactions import unit_of_work
from passerelle.domain.eligibility import checks, telling
from passerelle.domain.eligibility.checks import Reason
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.policies import offer as policy
from passerelle.domain.refusals import Code, Problem, Refusal, problem
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.time import UNDO_WINDOW
from passerelle.interpreters.models import Interpreter


@dataclass(frozen=True)
class Answering:
    """One answer being given, everything it needs locked and loaded."""

    offer: Offer
    shift: Shift
    session: Session
    interpreter: Interpreter
    need: Need
    person: Person
    roles: frozenset[Role]
    after: OfferState
    """What the offer is once the answer is given."""
    changes: Changes

    @property
    def recorder_id(self) -> UUID | None:
        """Who recorded it, where it was not the interpreter."""
        return self.changes.actor.user_id if Role.INTERPRETER not in self.roles else None


def begin(offer: Offer, shift: Shift, action: OfferAction, *, now: datetime, actor: Actor) -> Answering:
    """Lock the interpreter, read what the answer depends on, and refuse what cannot be answered so.

    The caller holds the shift's lock. What the place itself says is asked before anyone's bookings are read: of
    fifty who say yes in the same moment, forty-nine hold the lock no longer than it takes to tell them.
    """
    roles = actor.roles(interpreter_id=offer.interpreter_id)
    context = policy.OfferContext(
        state=OfferState(offer.state),
        shift_state=ShiftState(shift.state),
        promised_to_another=places.promise_runs(shift, now) and shift.promised_to_id != offer.interpreter_id,
        clashes=False,
        undo_until=offer.undo_until,
        now=now,
    )
    policy.require(action, context, roles)
    interpreter = locks.interpreter(offer.interpreter_id)
    session = Session.objects.select_related("group__site", "agency", "visit").get(pk=shift.session_id)
    # The offer comes back as it was answered, with all its card shows.
    offer.interpreter, offer.shift, shift.session = interpreter, shift, session
    need = facts.need_of(shift, session)
    person = offer.answered_by = facts.person(interpreter, need)
    context = replace(
        context,
        clashes=checks.does_not_clash(need, person) is not None,
        too_far=checks.has_time_to_travel(need, person) is not None,
        begun=session.starts_at <= now,
    )
    after = policy.require(action, context, roles)
    return Answering(offer, shift, session, interpreter, need, person, roles, after, Changes(actor, now, person.routes))


def _begin(offer_id: UUID, action: OfferAction, now: datetime, actor: Actor) -> Answering:
    offer, shift = locks.offer_with_shift(offer_id, actor)
    return begin(offer, shift, action, now=now, actor=actor)


def _record(answer: Answering, **fields: object) -> None:
    """Write the answer and who gave it; ``fields`` are further columns of the offer.

    The deadline stays: whoever undoes the answer is asked as before.
    """
    offer, now = answer.offer, answer.changes.now
    values = {
        "state": answer.after,
        "answered_at": now,
        "reserved_at": None,
        "undo_until": now + UNDO_WINDOW,
        "recorded_by_id": answer.recorder_id,
        **fields,
    }
    for name, value in values.items():
        setattr(offer, name, value)
    offer.changed(*values)
    answer.changes.offer(offer, answer.after)
    answer.changes.shift_detail(answer.shift, answer.after)


def _let_promise_go(answer: Answering) -> None:
    """Someone who was kept the place for does not take it now: the next reserve is asked."""
    if answer.shift.promised_to_id == answer.interpreter.id:
        answer.shift.promised_until = answer.changes.now
    places.pass_on(answer.shift, session=answer.session, changes=answer.changes)


def require_eligible(answer: Answering) -> None:
    """All reasons why this person cannot take the place, or nothing. Hard rules do not stop a yes, only its confirmation.

    What they do not want does not stop their own yes; a yes that somebody records for them it does.
    """
    reasons = checks.reasons_against(answer.need, answer.person)
    if Role.INTERPRETER not in answer.roles:
        found = not_to_be_asked(reasons, name=answer.interpreter.first_name)
    elif (told := telling.told_to_themselves(reasons)) is None:
        raise locks.missing()
    else:
        found = _problems(checks.blocking(told))
    if found:
        raise Refusal(*found)


def not_to_be_asked(reasons: list[Reason], *, name: str, hard_rules_too: bool = False) -> list[Problem]:
    """Why somebody is neither asked nor given the place, as the team may know it."""
    told = telling.told_to_others(reasons)
    against = checks.against_asking(told) + (checks.hard_rules(told) if hard_rules_too else [])
    return [problem(Code.NOT_ELIGIBLE, name=name), *_problems(against)] if against else []


def _problems(reasons: list[Reason]) -> list[Problem]:
    return [Problem(Code.NOT_ELIGIBLE, reason.message, reason.params) for reason in reasons]


def say_yes(answer: Answering) -> None:
    """The yes itself, shared by the tap and by the team recording one."""
    require_eligible(answer)
    _record(answer)
    places.give(answer.shift, answer.offer, session=answer.session, roles=answer.roles, changes=answer.changes)


@unit_of_work
def accept_offer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """Yes, I can come. Takes the place, or refuses with ``place_taken``, ``clash`` or every reason against."""
    answer = _begin(offer_id, OfferAction.ACCEPT, now, actor)
    say_yes(answer)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def stand_by_offer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """Somebody else holds the place: be on standby, in order of answers."""
    answer = _begin(offer_id, OfferAction.STAND_BY, now, actor)
    _record(answer, reserved_at=now)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def decline_offer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """No, and no reason asked."""
    answer = _begin(offer_id, OfferAction.DECLINE, now, actor)
    _record(answer)
    _let_promise_go(answer)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def undo_answer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """Take the last answer back within the undo window: asked again, as before."""
    answer = _begin(offer_id, OfferAction.UNDO, now, actor)
    held = answer.shift.holder_id == answer.interpreter.id
    _record(answer, answered_at=None, undo_until=None)
    if held:
        places.free(answer.shift, session=answer.session, roles=answer.roles, kind="undone", changes=answer.changes)
        places.pass_on(answer.shift, session=answer.session, changes=answer.changes)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def withdraw_offer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """I can't come after all: the place is free, and the first reserve is asked to say yes again."""
    answer = _begin(offer_id, OfferAction.WITHDRAW, now, actor)
    held = answer.shift.holder_id == answer.interpreter.id
    _record(answer, undo_until=None)
    if held:
        places.free(answer.shift, session=answer.session, roles=answer.roles, kind="withdrawn", changes=answer.changes)
        places.pass_on(answer.shift, session=answer.session, changes=answer.changes)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def stand_down_offer(*, offer_id: UUID, now: datetime, actor: Actor) -> Offer:
    """The team no longer needs this person for this place. A holder is let go with it."""
    answer = _begin(offer_id, OfferAction.STAND_DOWN, now, actor)
    held = answer.shift.holder_id == answer.interpreter.id
    places.stand_down([answer.offer], roles=answer.roles, changes=answer.changes)
    answer.changes.shift_detail(answer.shift, "stood_down")
    if held:
        places.free(answer.shift, session=answer.session, roles=answer.roles, kind="released", changes=answer.changes)
    _let_promise_go(answer)
    answer.changes.tell()
    return answer.offer
