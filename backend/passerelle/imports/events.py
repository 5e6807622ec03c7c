"""What is told of an import itself: to the team. What it writes is told by the services that write it."""

from datetime import datetime

from passerelle.domain.roles import Actor
from passerelle.imports.models import Import
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


def tell_import(found: Import, kind: str, *, now: datetime, actor: Actor) -> None:
    append([Entry("import", found.id, found.version, kind, frozenset({audiences.TEAM}))], actor_id=actor.user_id, now=now)
