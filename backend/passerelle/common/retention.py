"""What is kept for a while only, and is gone after it: each app says what it forgets (settings, ``FORGETTING``).

How long is what the register says (``domain.personal.Kept``); a test holds that for every time in the register somebody
forgets. Everything here is safe to repeat: what is done is no longer due.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.apps import apps
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Field, Q
from django.utils.module_loading import import_string

from passerelle.common.register import Table
from passerelle.domain.personal import Kept

logger = logging.getLogger(__name__)


class Forget(Protocol):
    def __call__(self, *, now: datetime) -> int:
        """Forget all that is due at ``now``; returns how much that was."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """``tables``: of which the fields that are kept for ``kept`` are emptied, or the rows deleted."""

    kept: Kept
    tables: tuple[str, ...]
    forget: Forget


def forgettings() -> tuple[Forgetting, ...]:
    found: list[Forgetting] = []
    for path in settings.FORGETTING:
        found.extend(import_string(path))
    return tuple(found)


def forget_all(*, now: datetime, each: Iterable[Forgetting] | None = None) -> int:
    """Everything that is due, whatever becomes of one part of it; returns how much that was.

    Raises what went wrong when the rest is done; a database that went away at once, for all of it to be done again.
    """
    wrong: list[Exception] = []
    done = 0
    for one in forgettings() if each is None else each:
        try:
            done += one.forget(now=now)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            logger.exception("Not forgotten: %s of %s", one.kept.name, ", ".join(one.tables))
            wrong.append(error)
    if wrong:
        raise ExceptionGroup("Something is kept for longer than promised", wrong)
    return done


def each_alone(acts: Iterable[Callable[[], object]]) -> int:
    """Do each, whatever becomes of one; returns how many. Raises as ``forget_all`` does."""
    wrong: list[Exception] = []
    done = 0
    for act in acts:
        try:
            act()
            done += 1
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            wrong.append(error)
    if wrong:
        raise ExceptionGroup(f"{len(wrong)} of {done + len(wrong)} not forgotten", wrong)
    return done


def emptied(table: Table, kept: Kept) -> dict[str, Any]:
    """The fields of ``table`` that are kept for ``kept``, and what each holds when it is empty."""
    model = apps.get_model(table.model)
    return {name: _empty(model._meta.get_field(name)) for name, said in table.personal.items() if said.kept is kept}


def not_empty(fields: dict[str, Any]) -> Q:
    """Where any of these fields holds something."""
    found = Q()
    for name, empty in fields.items():
        found |= Q(**{f"{name}__isnull": False}) if empty is None else ~Q(**{name: empty})
    return found


def _empty(field: Any) -> Any:
    known: Field[Any, Any] = field
    return None if known.null else known.get_default()
