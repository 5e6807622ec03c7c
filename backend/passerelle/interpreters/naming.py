"""What interpreters are called in the journal; a free day is named after its interpreter."""

from uuid import UUID

from passerelle.interpreters.models import Interpreter
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    wanted = {*ids.get("interpreter", ()), *ids.get("free_day", ())}
    rows = Interpreter.objects.filter(id__in=wanted) if wanted else ()
    return {row.id: ThingName(row.name) for row in rows}
