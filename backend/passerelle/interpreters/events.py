"""What is told when an interpreter's own facts change: to them and to the team."""

from collections.abc import Iterable
from datetime import datetime

from passerelle.accounts.events import me
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


def tell_interpreter(interpreter: Interpreter, kind: str, *, account: bool = False, now: datetime, actor: Actor) -> None:
    """With ``account``, their account came to be an interpreter's: what it may do has changed."""
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    entries = [Entry("interpreter", interpreter.id, interpreter.version, kind, seen_by)]
    if account and interpreter.user_id is not None:
        entries.append(me(interpreter.user_id, kind))
    append(entries, actor_id=actor.user_id, now=now)


def tell_interpreters(interpreters: Iterable[Interpreter], kind: str, *, now: datetime, actor: Actor) -> None:
    """The same of many who have no account: for the team."""
    seen_by = frozenset({audiences.TEAM})
    append([Entry("interpreter", one.id, one.version, kind, seen_by) for one in interpreters], actor_id=actor.user_id, now=now)
