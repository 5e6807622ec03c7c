"""Which services the life plays: found in what its parts name."""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

from passerelle.common.transactions import unit_of_work
from trials.life import days, interpreter, partner, partners, people, staffing, team

PARTS = (days, interpreter, partner, partners, people, staffing, team)
BY_TIME: Mapping[str, str] = {
    "passerelle.bookings.services.timers.tend_shift": "Time does it: every step that waits.",
    "passerelle.bookings.services.timers.date_notes": "Time does it: every step that waits.",
    **dict.fromkeys(
        (
            f"passerelle.bookings.services.forgetting.{name}"
            for name in ("forget_answers_of", "forget_day", "forget_of_session", "forget_of_visit", "forget_request")
        ),
        "Time does it, by night and after lives as long as these: tests/bookings/services/test_forgetting.py.",
    ),
}
_WRAPPED = unit_of_work(lambda: None).__code__


def services_in(part: ModuleType) -> Iterator[Callable[..., Any]]:
    """Every service that the source of ``part`` names, as ``module.service``."""
    for node in ast.walk(ast.parse(inspect.getsource(part))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = getattr(part, node.value.id, None)
            service = getattr(module, node.attr, None) if isinstance(module, ModuleType) else None
            if inspect.isfunction(service) and service.__code__ is _WRAPPED:
                yield service


PLAYED: Mapping[str, str] = {
    service.__name__: f"{service.__module__}.{service.__name__}" for part in PARTS for service in services_in(part)
}
"""By the names under which acts are counted, in full."""
