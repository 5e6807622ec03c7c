"""What interpreters say about their own work, where that changes what they were asked: the way from another area."""

from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.wishes import Wishes, change_wishes


@unit_of_work
def edit_profile(*, interpreter_id: UUID, version: int, wishes: Wishes, now: datetime, actor: Actor) -> Interpreter:
    """See ``change_wishes``; the cards that tell how far it is are told as well."""
    before = Interpreter.objects.filter(pk=interpreter_id).values_list("base_area", flat=True).first()
    interpreter = change_wishes(interpreter_id=interpreter_id, version=version, wishes=wishes, now=now, actor=actor)
    if interpreter.base_area != before:
        changes = Changes(actor, now)
        changes.set_out_elsewhere([interpreter.id], "travel")
        changes.tell()
    return interpreter
