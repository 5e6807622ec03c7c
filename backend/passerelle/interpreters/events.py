"""What is told when an interpreter's own facts change: to them and to the team."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from passerelle.accounts.events import me
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


def tell_interpreter(interpreter: Interpreter, kind: str, *, account: bool = False, now: datetime, actor: Actor) -> None:
    """With ``account``, their account came to be an interpreter's: what it may do has changed."""
    tell_interpreters([interpreter], kind, account=account, now=now, actor=actor)


def tell_interpreters(
    interpreters: Iterable[Interpreter], kind: str, *, account: bool = False, now: datetime, actor: Actor
) -> None:
    """The same of many."""
    entries = [entry for one in interpreters for entry in _entries(one, kind, account=account)]
    append(entries, actor_id=actor.user_id, now=now)


def _entries(interpreter: Interpreter, kind: str, *, account: bool) -> Iterator[Entry]:
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    yield Entry("interpreter", interpreter.id, interpreter.version, kind, seen_by)
    if account and interpreter.user_id is not None:
        yield me(interpreter.user_id, kind)
