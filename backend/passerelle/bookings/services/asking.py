"""The team puts places to people: ask, give one directly (a yes by phone), let go, decide on a hard rule, drop the place."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Override, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import answers, locks, places
from passerelle.common.transactions import unit_of_work
from passerelle.domain.eligibility.checks import hard_rules, reasons_against
from passerelle.domain.eligibility.facts import Need
from passerelle.domain.refusals import Code, Forbidden, Problem, Refusal, problem, refuse
from passerelle.domain.roles import MAY_OVERRIDE, Actor
from passerelle.domain.states.offer import LIVE, OFFER, OfferAction, OfferState
from passerelle.domain.states.shift import LIVE as LIVE_SHIFT
from passerelle.domain.states.shift import SHIFT, ShiftAction, ShiftState
from passerelle.domain.text import Label, require_labels
from passerelle.interpreters.models import Interpreter


def lock_for(shift_id: UUID, action: ShiftAction, actor: Actor) -> tuple[Shift, Session]:
    """The shift, locked, and its session, after the state table has allowed ``action``."""
    shift = locks.shift(shift_id, actor)
    SHIFT.after(ShiftState(shift.state), action, actor.roles())
    session = Session.objects.select_related("group__site").get(pk=shift.session_id)
    shift.session = session
    return shift, session


@unit_of_work
def ask_interpreters(
    *, shift_id: UUID, interpreter_ids: Sequence[UUID], answer_by: datetime | None = None, now: datetime, actor: Actor
) -> list[Offer]:
    """Can you come? To each of ``interpreter_ids``; all are asked, or none and every reason is told."""
    shift, session = lock_for(shift_id, ShiftAction.ASK, actor)
    if answer_by is not None and answer_by <= now:
        raise refuse(Code.IN_THE_PAST, at="answer_by")
    need = facts.need_of(shift, session)
    chosen = list(Interpreter.objects.filter(id__in=interpreter_ids).order_by("id"))
    if len(chosen) != len(set(interpreter_ids)):
        raise locks.missing(at="interpreters")
    known = {offer.interpreter_id: offer for offer in Offer.objects.filter(shift=shift, interpreter__in=chosen)}
    _require_askable(shift, need, chosen, known)
    changes = Changes(actor, now)
    asked = [
        _ask(shift, known.get(person.id) or Offer(shift=shift, interpreter=person), answer_by, changes) for person in chosen
    ]
    changes.shift_detail(shift, "asked")
    changes.tell()
    return asked


def _require_askable(shift: Shift, need: Need, chosen: list[Interpreter], known: dict[UUID, Offer]) -> None:
    persons = facts.people(chosen, day=need.day, around=(need.block.start, need.block.end))
    decided = facts.decided_rules([shift])
    found: list[Problem] = []
    for person in persons.values():
        offer = known.get(person.interpreter_id)
        if offer is not None and (offer.state in LIVE or (OfferState(offer.state), OfferAction.ASK) not in OFFER.table):
            found.append(problem(Code.ALREADY_ASKED, name=person.name))
        settled = decided.get((shift.id, person.interpreter_id), frozenset())
        reasons = [reason for reason in reasons_against(need, person) if reason.code not in settled]
        found.extend(answers.not_to_be_asked(reasons, name=person.name, hard_rules_too=True))
    if found:
        raise Refusal(*found)


def _ask(shift: Shift, offer: Offer, answer_by: datetime | None, changes: Changes) -> Offer:
    offer.state = OFFER.after(OfferState(offer.state), OfferAction.ASK, changes.actor.roles())
    offer.asked_at, offer.answer_by = changes.now, min(answer_by, shift.block.lower) if answer_by else None
    offer.answered_at = offer.undo_until = offer.reserved_at = None
    offer.recorded_by = None
    if not offer._state.adding:
        offer.version += 1
    offer.save()
    changes.offer(offer, "asked")
    return offer


@unit_of_work
def assign_interpreter(*, shift_id: UUID, interpreter_id: UUID, now: datetime, actor: Actor) -> Offer:
    """Said yes by phone: the place is theirs. The recorder is named, and the person can tap *not me*.

    No way round the rules: a clash or a missing language refuses, a hard rule keeps it from being confirmed.
    """
    shift = locks.shift(shift_id, actor)
    if not Interpreter.objects.filter(pk=interpreter_id).exists():
        raise locks.missing(at="interpreter")
    offer, _made = Offer.objects.get_or_create(shift=shift, interpreter_id=interpreter_id)
    answer = answers.begin(offer, shift, OfferAction.ACCEPT, now=now, actor=actor)
    answers.say_yes(answer)
    answer.changes.tell()
    return answer.offer


@unit_of_work
def release_holder(*, shift_id: UUID, now: datetime, actor: Actor) -> Shift:
    """The team lets the holder go; the first reserve is asked to say yes again."""
    shift, session = lock_for(shift_id, ShiftAction.RELEASE, actor)
    changes = Changes(actor, now)
    places.stand_everyone_down([shift], roles=actor.roles(), changes=changes, states=frozenset({OfferState.ACCEPTED}))
    places.free(shift, session=session, roles=actor.roles(), kind="released", changes=changes)
    places.pass_on(shift, session=session, changes=changes)
    changes.tell()
    return shift


@unit_of_work
def record_ticket(*, shift_id: UUID, paid: bool, now: datetime, actor: Actor) -> Shift:
    """Whether the team pays the ticket beforehand. Saying the same again changes nothing."""
    shift = locks.shift(shift_id, actor)
    if shift.state not in LIVE_SHIFT:
        raise refuse(Code.SHIFT_CLOSED)
    if shift.ticket_paid != paid:
        shift.ticket_paid = paid
        shift.changed("ticket_paid")
        changes = Changes(actor, now)
        changes.terms(shift, "ticket")
        changes.tell()
    return shift


@unit_of_work
def cancel_shift(*, shift_id: UUID, now: datetime, actor: Actor) -> Shift:
    """The place is not needed."""
    shift, _session = lock_for(shift_id, ShiftAction.CANCEL, actor)
    changes = Changes(actor, now)
    places.cancel([shift], roles=actor.roles(), changes=changes)
    changes.tell()
    return shift


@unit_of_work
def record_override(*, shift_id: UUID, interpreter_id: UUID, reason: str, now: datetime, actor: Actor) -> Shift:
    """The safeguarding lead, or the deputy of the day, lets one person take one place despite the hard rules they break.

    Decided are the rules broken today: one broken later (a check that lapses) needs a decision of its own.
    """
    shift, session = lock_for(shift_id, ShiftAction.OVERRIDE, actor)
    deputy = session.visit.deputy_id if session.visit is not None else None
    if actor.team_role not in MAY_OVERRIDE and (deputy is None or deputy != actor.team_member_id):
        raise Forbidden(problem(Code.NOT_THE_LEAD))
    (reason,) = require_labels(Label("reason", reason, most=500), today=now.date())
    person = locks.interpreter(interpreter_id, at="interpreter")
    need = facts.need_of(shift, session)
    broken = hard_rules(reasons_against(need, facts.person(person, need)))
    if not broken:
        raise refuse(Code.NOTHING_TO_DECIDE, at="interpreter", name=person.name)
    written = {"reason": reason, "rules": [rule.code.value for rule in broken], "by_id": actor.user_id, "at": now}
    Override.objects.update_or_create(shift=shift, interpreter=person, defaults=written)
    changes = Changes(actor, now)
    taken = shift.holder_id == person.id and shift.state == ShiftState.TAKEN
    if taken:
        places.confirm_with_its_session(shift, session=session)
    shift.changed("state")
    changes.shift_detail(shift, "override")
    if taken and shift.state == ShiftState.CONFIRMED:
        changes.shift(shift, "confirmed", session=session)
    changes.tell()
    return shift
