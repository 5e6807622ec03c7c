"""Every service that writes, found by looking: each public function that is a unit of work."""

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

import passerelle
from passerelle.common.transactions import unit_of_work
from tests.frames.scenario import Scenario

_WRAPPED = unit_of_work(lambda: None).__code__

NOT_ALONE: Mapping[str, str] = {
    "passerelle.agencies.services.editing.edit_agency": "A part of passerelle.bookings.services.partners.edit_agency.",
    "passerelle.agencies.services.editing.edit_group": "A part of passerelle.bookings.services.partners.edit_group.",
    "passerelle.agencies.services.editing.edit_site": "A part of passerelle.bookings.services.partners.edit_site.",
    "passerelle.agencies.services.taking_back.take_back_partners": "A part of passerelle.imports.services.undo_import.",
    "passerelle.bookings.services.past.record_past_sessions": "A part of passerelle.imports.services.apply_import.",
    "passerelle.bookings.services.past_days.record_past_days": "A part of passerelle.imports.services.apply_import.",
    "passerelle.bookings.services.past.take_back_past_sessions": "A part of passerelle.imports.services.undo_import.",
    "passerelle.interpreters.many.add_interpreters": "A part of passerelle.imports.services.apply_import.",
    "passerelle.interpreters.many.take_back_interpreters": "A part of passerelle.imports.services.undo_import.",
    "passerelle.bookings.services.person.edit_interpreters": "A part of passerelle.bookings.services.person.edit_interpreter.",
    "passerelle.interpreters.many.edit_interpreters": "A part of passerelle.bookings.services.person.edit_interpreter.",
    "passerelle.interpreters.many.record_credentials": "A part of passerelle.imports.services.apply_import.",
    "passerelle.interpreters.many.take_back_credentials": "A part of passerelle.imports.services.undo_import.",
    "passerelle.interpreters.wishes.change_wishes": "A part of passerelle.bookings.services.profile.edit_profile.",
}
"""Units of work that no view calls by themselves, and whose part they are."""


def name_of(service: Callable[..., Any]) -> str:
    return f"{service.__module__}.{service.__name__}"


def services() -> Iterator[Callable[..., Any]]:
    """All of the product's. The demo's own acts build and forget its world, which nobody is looking at then."""
    found = [info.name for info in pkgutil.walk_packages(passerelle.__path__, "passerelle.")]
    for module in (import_module(name) for name in found if not _is_none_of_ours(name)):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and function.__code__ is _WRAPPED:
                yield function


def _is_none_of_ours(module: str) -> bool:
    parts = module.split(".")
    return "demo" in parts or "migrations" in parts or "management" in parts or parts[-1] in {"asgi", "wsgi"}


def without_scenario(found: Iterable[Callable[..., Any]], scenarios: Iterable[Scenario]) -> list[str]:
    """What to do about each service that no scenario plays."""
    played = {scenario.name for scenario in scenarios} | set(NOT_ALONE)
    return [
        f"{name_of(service)} has no scenario. Add a line to a table in tests/frames/scenarios/ (the file that fits, or a new"
        f' one named in its __init__): Scenario({service.__name__}, "who acts", lambda world: {{...its arguments...}}).'
        " Where the world of tests/frames/world.py has nothing it could act on, give the scenario ``first`` acts."
        for service in found
        if name_of(service) not in played
    ]
