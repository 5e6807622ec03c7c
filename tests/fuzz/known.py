"""Ids that are somebody's, in the place of generated ones that are nobody's."""

from typing import Any
from uuid import UUID

from django.db import models
from schemathesis import Case

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.imports.models import Import
from passerelle.interpreters.models import Interpreter, NotPaired

BY_ADDRESS: dict[str, type[models.Model]] = {
    "agencies": Agency,
    "groups": Group,
    "imports": Import,
    "interpreters": Interpreter,
    "offers": Offer,
    "pairings": NotPaired,
    "sessions": Session,
    "shifts": Shift,
    "sites": Site,
    "visits": Visit,
    "waiting": Interpreter,
}
"""What the id in an address is of, by the address's first part."""
BY_FIELD: dict[str, type[models.Model]] = {
    "agency": Agency,
    "deputy": TeamMember,
    "group": Group,
    "interpreter": Interpreter,
    "interpreters": Interpreter,
    "member": TeamMember,
    "members": Member,
    "named": Interpreter,
    "session": Session,
    "shift": Shift,
    "site": Site,
    "therapists": TeamMember,
    "told": Member,
    "visit": Visit,
}
"""What the id in a body, or the ids, are of, by the field's name."""


def about_what_is_there(case: Case[Any]) -> None:
    """Put ids that are known in the place of well-formed ones that are not, and the version that is the newest."""
    kind = BY_ADDRESS.get(case.path.split("/")[3])
    path, body = dict(case.path_parameters), case.body
    if kind is not None and "id" in path:
        path["id"] = _known(path["id"], kind)
        case.path_parameters = path
    if isinstance(body, dict):
        case.body = {name: _filled(name, value) for name, value in body.items()} | _version(body, kind, path.get("id"))


def _filled(name: str, value: Any) -> Any:
    """``value`` of the field ``name``, ids that are known within it."""
    if isinstance(value, dict):
        return {key: _filled(key, inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(name, inner) for inner in value]
    return _known(value, BY_FIELD[name]) if name in BY_FIELD else value


def _known(value: Any, kind: type[models.Model]) -> Any:
    """``value`` where it is no id, or one that is known; otherwise one of those that are, chosen by it."""
    if (number := _number(value)) is None:
        return value
    ids = [str(pk) for pk in kind._default_manager.order_by("pk").values_list("pk", flat=True)]
    return value if value in ids or not ids else ids[number % len(ids)]


def _version(body: dict[str, Any], kind: type[models.Model] | None, pk: Any) -> dict[str, Any]:
    if kind is None or not isinstance(body.get("version"), int) or _number(pk) is None:
        return {}
    return kind._default_manager.filter(pk=pk).values("version").first() or {}


def _number(value: Any) -> int | None:
    """Of an id; None for whatever is none."""
    try:
        return UUID(value).int
    except (ValueError, TypeError, AttributeError):
        return None
