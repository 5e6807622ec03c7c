"""What the team writes of an interpreter, where other screens show it too: names on boards, the way to a place."""

from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Shift
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor
from passerelle.domain.standing import SURE
from passerelle.domain.states.shift import HELD, LIVE, ShiftState
from passerelle.interpreters import services
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile


@unit_of_work
def edit_interpreter(
    *, interpreter_id: UUID, version: int, profile: Profile, active: bool, now: datetime, actor: Actor
) -> Interpreter:
    """See ``interpreters.services.edit_interpreter``; every card that shows them is told as well."""
    before = Interpreter.objects.filter(pk=interpreter_id).first()
    interpreter = services.edit_interpreter(
        interpreter_id=interpreter_id, version=version, profile=profile, active=active, now=now, actor=actor
    )
    if before is not None and interpreter.version != version:
        changes = Changes(actor, now)
        _tell_cards(interpreter, changes, renamed=interpreter.name != before.name)
        if interpreter.base_area != before.base_area:
            changes.sets_out_elsewhere(interpreter.id, "travel")
        changes.tell()
    return interpreter


def _tell_cards(interpreter: Interpreter, changes: Changes, *, renamed: bool) -> None:
    """The places they hold, with who they are to partners; of the rest they were asked for, their name for the team."""
    held = [*HELD, ShiftState.WORKED, ShiftState.MISSED] if renamed else list(HELD)
    for shift in Shift.objects.filter(holder=interpreter, state__in=held).select_related("session"):
        changes.shift_detail(shift, "holder")
        if renamed and shift.standing.state in SURE:
            changes.request(shift.session, "cover")
    asked = Shift.objects.filter(offers__interpreter=interpreter, state__in=LIVE).exclude(holder=interpreter)
    for shift in asked if renamed else asked.none():
        changes.shift_detail(shift, "asked_person")
