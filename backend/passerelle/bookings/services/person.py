"""What the team writes of an interpreter, where other screens show it too: names on boards, the way to a place."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Shift
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor
from passerelle.domain.standing import SURE
from passerelle.domain.states.shift import HELD, LIVE, ShiftState
from passerelle.interpreters import many
from passerelle.interpreters.many import Edit
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile


@unit_of_work
def edit_interpreter(
    *, interpreter_id: UUID, version: int, profile: Profile, active: bool, now: datetime, actor: Actor
) -> Interpreter:
    """See ``interpreters.many.edit_interpreters``; every card that shows them is told as well."""
    (edited,) = edit_interpreters(edits=[Edit(interpreter_id, version, profile, active)], now=now, actor=actor)
    return edited


@unit_of_work
def edit_interpreters(*, edits: Sequence[Edit], now: datetime, actor: Actor) -> list[Interpreter]:
    """The same of many, in the order given; all of them or none."""
    before = Interpreter.objects.in_bulk([edit.interpreter_id for edit in edits])
    edited = many.edit_interpreters(edits=edits, now=now, actor=actor)
    changed = [one for one, edit in zip(edited, edits, strict=True) if one.version != edit.version]
    if changed:
        changes = Changes(actor, now)
        _tell_cards(changed, changes, renamed={one.id for one in changed if one.name != before[one.id].name})
        elsewhere = [one.id for one in changed if one.base_area != before[one.id].base_area]
        changes.set_out_elsewhere(elsewhere, "travel")
        changes.tell()
    return edited


def _tell_cards(people: Sequence[Interpreter], changes: Changes, *, renamed: set[UUID]) -> None:
    """The places they hold, with who they are to partners; of the rest they were asked for, their name for the team."""
    past = Q(holder__in=renamed, state__in=[ShiftState.WORKED, ShiftState.MISSED])
    held = Shift.objects.filter(Q(holder__in=people, state__in=HELD) | past)
    for shift in held.select_related("session"):
        changes.shift_detail(shift, "holder")
        if shift.holder_id in renamed and shift.standing.state in SURE:
            changes.request(shift.session, "cover")
    if renamed:
        asked = Offer.objects.filter(interpreter__in=renamed, shift__state__in=LIVE)
        for offer in asked.exclude(shift__holder=F("interpreter")).select_related("shift"):
            changes.shift_detail(offer.shift, "asked_person")
