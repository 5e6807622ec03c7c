"""Places as the team sees them: a fixed number of queries for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from passerelle.bookings.models import Offer, Override, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.held import Clash, HeldPlaces
from passerelle.bookings.selectors.news import possible_messages, turns_of
from passerelle.bookings.selectors.visibility import shifts as visible_shifts
from passerelle.bookings.shapes.common import Named, Told
from passerelle.bookings.shapes.shift import AskedView, Block, OverrideView, QualityView, ShiftView
from passerelle.common.language import say
from passerelle.domain.policies import offer as policy
from passerelle.domain.policies.news import Turns
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import MAY_OVERRIDE, Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import SHIFT, ShiftAction, ShiftState
from passerelle.domain.words import Language, Pay, PayOutcome, Quality, Strength, Variety

_ORDER = {state: place for place, state in enumerate(
    [OfferState.ACCEPTED, OfferState.RESERVE, OfferState.ASKED, OfferState.LAPSED, OfferState.DECLINED,
     OfferState.WITHDRAWN, OfferState.STOOD_DOWN, OfferState.NEW]
)}  # fmt: skip


def shift_view(shift_id: UUID, actor: Actor, now: datetime) -> ShiftView:
    """One place. Raises ``Missing`` for who may not see it."""
    shift = (
        visible_shifts(actor)
        .select_related("session__group__site", "session__visit", "holder", "named")
        .filter(pk=shift_id)
        .first()
    )
    if shift is None:
        raise Missing(problem(Code.NOT_FOUND))
    return shift_views([shift], [shift.session], actor, now)[shift.id]


def shift_views(
    shifts: Sequence[Shift],
    sessions: Iterable[Session],
    actor: Actor,
    now: datetime,
    *,
    undecided: facts.Undecided | None = None,
) -> dict[UUID, ShiftView]:
    """``shifts`` by id. ``sessions`` are theirs, with group and site; ``undecided``: their hard rules, once judged."""
    ids = [shift.id for shift in shifts]
    by_id = {session.id: session for session in sessions}
    undecided = facts.undecided_hard_rules(shifts, by_id.values()) if undecided is None else undecided
    overrides = {(o.shift_id, o.interpreter_id): o for o in Override.objects.filter(shift__in=ids).select_related("by")}
    for shift in shifts:
        shift.session = by_id[shift.session_id]
    asked = _asked(shifts, actor, now)
    return {
        shift.id: ShiftView(
            id=shift.id,
            version=shift.version,
            session=shift.session_id,
            language=Language(shift.language),
            variety=Variety(shift.variety) if shift.variety else None,
            pay=Pay(shift.pay),
            ticket_paid=shift.ticket_paid,
            qualities=[QualityView(Quality(line["what"]), Strength(line["strength"])) for line in shift.qualities],
            named=Named(shift.named.id, shift.named.name) if shift.named else None,
            state=ShiftState(shift.state),
            block=block(shift),
            holder=Named(shift.holder.id, shift.holder.name) if shift.holder else None,
            promised_until=shift.promised_until,
            pay_outcome=PayOutcome(shift.pay_outcome),
            override=_override(overrides.get((shift.id, shift.holder_id)) if shift.holder_id else None),
            blocks=[Told(reason.code, say(reason.message, reason.params)) for reason in undecided.get(shift.id, [])],
            offers=asked[shift.id],
            allowed_actions=_actions(shift, by_id[shift.session_id], actor),
        )
        for shift in shifts
    }


def block(shift: Shift) -> Block:
    span = facts.span_of(shift)
    return Block(span.start, span.end)


def _override(row: Override | None) -> OverrideView | None:
    return OverrideView(row.reason, row.by.name, row.at) if row is not None else None


def _actions(shift: Shift, session: Session, actor: Actor) -> list[ShiftAction]:
    possible = SHIFT.possible(ShiftState(shift.state), actor.roles())
    deputy = session.visit.deputy_id if session.visit is not None else None
    may_override = actor.team_role in MAY_OVERRIDE or (deputy is not None and deputy == actor.team_member_id)
    # Confirming and closing out happen with the day and the session, not place by place.
    hidden = {ShiftAction.CONFIRM, ShiftAction.RECORD_WORKED, ShiftAction.RECORD_MISSED}
    return [a for a in possible if a not in hidden and (a is not ShiftAction.OVERRIDE or may_override)]


def _asked(shifts: Sequence[Shift], actor: Actor, now: datetime) -> dict[UUID, list[AskedView]]:
    by_id = {shift.id: shift for shift in shifts}
    rows = list(Offer.objects.filter(shift__in=by_id).select_related("interpreter", "recorded_by"))
    held = HeldPlaces((row.interpreter_id for row in rows), shifts)
    turns = turns_of({shift.session_id for shift in shifts})
    found: dict[UUID, list[AskedView]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (_ORDER[OfferState(r.state)], r.reserved_at or r.asked_at or now, r.id)):
        shift = by_id[row.shift_id]
        clash = held.clash(row.interpreter_id, shift)
        found[shift.id].append(
            AskedView(
                id=row.id,
                interpreter=Named(row.interpreter_id, row.interpreter.name),
                state=OfferState(row.state),
                asked_at=row.asked_at,
                answer_by=row.answer_by,
                answered_at=row.answered_at,
                recorded_by_name=row.recorded_by.name if row.recorded_by else None,
                clashes=bool(clash),
                message=next(iter(possible_messages(row, shift, turns.get(shift.session_id, Turns()))), None),
                allowed_actions=policy.possible(context(row, shift, clash=clash, now=now), actor.roles()),
            )
        )
    return found


def context(offer: Offer, shift: Shift, *, clash: Clash, now: datetime) -> policy.OfferContext:
    """What an answer to ``offer`` depends on at ``now``."""
    promised = shift.promised_to_id is not None and shift.promised_until is not None and shift.promised_until > now
    return policy.OfferContext(
        state=OfferState(offer.state),
        shift_state=ShiftState(shift.state),
        promised_to_another=promised and shift.promised_to_id != offer.interpreter_id,
        clashes=clash.overlaps,
        too_far=clash.too_far,
        undo_until=offer.undo_until,
        now=now,
        begun=shift.session.starts_at <= now,
    )
