"""The rules on who may and who sees, found in the code; each can be taken away, or left alone with all others away."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from types import ModuleType
from typing import Any
from unittest.mock import patch

from django.urls import resolve

from passerelle.agencies import selectors as of_agencies
from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors import pairings, visibility
from passerelle.common import permissions
from passerelle.common.models import AccessEntry
from passerelle.common.permissions import AuditorOnly, InterpreterOnly, SignedIn, TeamOnly
from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine
from passerelle.imports import selectors as of_imports
from passerelle.imports.models import Import
from passerelle.interpreters import selectors as of_interpreters
from passerelle.interpreters.models import Interpreter, NotPaired
from passerelle.journal import audit
from tests.contract.asking import url
from tests.contract.calls import CALLS

type Away = AbstractContextManager[Any]

OURS = "passerelle."
SIGHTS: dict[Callable[..., Any], Callable[..., Any]] = {
    visibility.visits: lambda actor: Visit.objects.all(),
    visibility.sessions: lambda actor: Session.objects.all(),
    visibility.shifts: lambda actor: Shift.objects.all(),
    visibility.offers: lambda actor: Offer.objects.all(),
    visibility.own_offers: lambda actor: Offer.objects.all(),
    visibility.seen: lambda offers: offers,
    of_agencies.visible_agencies: lambda actor: Agency.objects.all(),
    of_agencies.visible_groups: lambda actor: Group.objects.all(),
    of_interpreters.visible_interpreters: lambda actor: Interpreter.objects.all(),
    of_imports.visible_imports: lambda actor: Import.objects.all(),
    pairings.own_pairings: lambda actor: NotPaired.objects.all(),
    pairings.known_groups: lambda actor: Group.objects.all(),
    audit.visible_accesses: lambda actor: AccessEntry.objects.all(),
}
"""What says which rows are there for somebody, and the same where everything is there for everybody."""


class Layer(Enum):
    VIEW = auto()
    """Who may call at all, before anything is looked up."""
    SERVICE = auto()
    """Who may have it done, whoever calls."""
    SIGHT = auto()
    """Which rows there are for somebody."""


@dataclass(frozen=True)
class Rule:
    """``alone``: none of those stands that refuse the same; ``away``: nor does it; ``only``: it is away, and nothing else."""

    name: str
    layer: Layer
    alone: Callable[[], Away]
    away: Callable[[], Away]
    only: Callable[[], Away]


def rules() -> list[Rule]:
    return [*_views(), *_services(), *_sights()]


def _views() -> Iterator[Rule]:
    for view in _guarded():
        opened = partial(_opened, view)
        yield Rule(name_of(view), Layer.VIEW, _no_other, partial(_no_other, view), opened)


def _services() -> Iterator[Rule]:
    for site in _sites():
        yield Rule(site, Layer.SERVICE, partial(_asked_only_at, site), _no_service, _no_service)


def _sights() -> Iterator[Rule]:
    for function, wide in SIGHTS.items():
        away = partial(everywhere, function, wide)
        yield Rule(name_of(function), Layer.SIGHT, nullcontext, away, away)


def name_of(one: Any) -> str:
    return f"{one.__module__}.{one.__name__}".removeprefix(OURS)


@contextmanager
def _all(*parts: Away) -> Iterator[None]:
    with ExitStack() as stack:
        for part in parts:
            stack.enter_context(part)
        yield


def view_of(address: str) -> Any:
    """The view that answers there."""
    return resolve(url(address, {"day": "2026-12-04", "kind": "interpreters"})).func.cls  # type: ignore[attr-defined]


def _guarded() -> Sequence[Any]:
    """The views that not everybody who is signed in may call."""
    views = dict.fromkeys(view_of(call.address) for call in CALLS)
    return [view for view in views if {TeamOnly, AuditorOnly, InterpreterOnly} & {*view.permission_classes}]


def _opened(view: Any) -> Away:
    return patch.object(view, "permission_classes", [SignedIn])


def _no_other(*views: Any) -> Away:
    """No service asks who acts, everything is there for everybody, anybody may do what a state allows; ``views`` are open."""
    sights = (everywhere(function, wide) for function, wide in SIGHTS.items())
    return _all(_no_service(), _any_role(), *sights, *(_opened(view) for view in views))


def _any_role() -> Away:
    after = Machine.after
    return patch.object(Machine, "after", lambda self, state, action, _roles: after(self, state, action, frozenset(Role)))


def _no_service() -> Away:
    return _asked_only_at("")


def _asked_only_at(site: str) -> Away:
    """``require_team`` lets everybody through, but where the function ``site`` asks."""

    def lenient(actor: Any) -> None:
        if caller() == site:
            permissions.require_team(actor)

    return _all(*(patch.object(module, "require_team", lenient) for module in _asking_modules()))


def caller() -> str:
    """The function that called what calls this."""
    frame = sys._getframe(2)
    return f"{frame.f_globals['__name__']}.{frame.f_code.co_name}".removeprefix(OURS)


def _sites() -> list[str]:
    """The functions that ask for the team themselves."""
    return [
        f"{module.__name__}.{one.name}".removeprefix(OURS)
        for module in _asking_modules()
        for one in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(one, ast.FunctionDef) and "require_team" in _called_in(one)
    ]


def _called_in(function: ast.FunctionDef) -> set[str]:
    calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)}


def _asking_modules() -> list[ModuleType]:
    return [module for module in _modules() if module is not permissions and hasattr(module, "require_team")]


@contextmanager
def everywhere(function: Callable[..., Any], other: Callable[..., Any]) -> Iterator[None]:
    """``other`` under whatever name a module has ``function``."""
    with ExitStack() as stack:
        for module in _modules():
            for name, value in list(vars(module).items()):
                if value is function:
                    stack.enter_context(patch.object(module, name, other))
        yield


def _modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.startswith(OURS)]


@contextmanager
def noticing(came: Callable[[str], None]) -> Iterator[None]:
    """``came`` hears the name of each rule that a call comes to, whatever the rule says of it."""
    real = permissions.require_team

    def asked(actor: Any) -> None:
        came(caller())
        real(actor)

    def looked(function: Callable[..., Any]) -> Callable[..., Any]:
        def look(*given: Any, **more: Any) -> Any:
            came(name_of(function))
            return function(*given, **more)

        return look

    with ExitStack() as stack:
        for module in _asking_modules():
            stack.enter_context(patch.object(module, "require_team", asked))
        for function in SIGHTS:
            stack.enter_context(everywhere(function, looked(function)))
        yield
