"""Each rule on who may and who sees is taken away, one at a time: what the tests look at must notice.

A view: what each of nine kinds of people are answered (``tests/contract/test_ladder.py``), also while no service asks who
acts. A function that asks for the team: whether it refuses everybody else when it is called
(``tests/contract/test_layers.py``). What says which rows are there: the answers, and who reads a marked text
(``trials.access.canaries``).
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any

from django.test import override_settings

from bench.results import Figure
from passerelle.domain.refusals import Forbidden
from passerelle.domain.roles import Actor
from tests.contract.asking import ask, browser, undone
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call
from tests.contract.world import EVERYONE, INTERPRETER, NEWCOMER, PARTNER, World
from tests.support.database import clean
from trials.access.canaries import BY_NAME, Seen, same_days, try_call, worlds
from trials.access.rules.away import OURS, Layer, Rule, name_of, noticing, rules, view_of
from trials.lossless.found import Found

type Worlds = tuple[World, World]


def measure(scale: float = 1.0) -> Found:
    """``scale`` of the rules, each of them until something notices."""
    chosen = rules()[:: max(1, round(1 / scale))]
    with ExitStack() as stack:
        stack.callback(clean)
        stack.enter_context(override_settings(ALLOWED_HOSTS=[BY_NAME]))
        made = worlds()
        calls = calls_of(made[0])
        unseen = [rule.name for rule in chosen if not noticed(rule, made, calls.get(rule.name, ()))]
    return _figures(chosen, unseen)


def calls_of(world: World) -> Mapping[str, Sequence[Call]]:
    """The calls that come to each rule, by its name."""
    found: dict[str, list[Call]] = {}
    for call in CALLS:
        came = {name_of(view_of(call.address))}
        with undone(), same_days(world):
            subject = call.on(world)
            with noticing(came.add):
                for name in sorted(call.may):
                    with undone():
                        ask(browser(world, name), call, subject)
        for rule in came:
            found.setdefault(rule, []).append(call)
    return found


def let_through(world: World, call: Call) -> set[str]:
    """Who may not, and was answered as if they might."""
    with undone(), same_days(world):
        subject, found = call.on(world), set()
        for name in sorted(EVERYONE - call.may):
            with undone():
                if ask(browser(world, name), call, subject).status_code < 400:
                    found.add(name)
        return found


def noticed(rule: Rule, made: Worlds, calls: Sequence[Call]) -> bool:
    if rule.layer is Layer.SERVICE:
        return _no_more(rule, made[0])
    if rule.layer is Layer.SIGHT:
        with rule.away():
            if shows(rule.name, made[0].people[NEWCOMER]):
                return True
    return any(_notices(call, rule, made) for call in calls)


def _no_more(rule: Rule, world: World) -> bool:
    with rule.alone():
        before = refuses(rule.name, world)
    with rule.away():
        return before and not refuses(rule.name, world)


def _notices(call: Call, rule: Rule, made: Worlds) -> bool:
    """Whether somebody is answered otherwise, or gets through where no other rule stands, or reads what is not theirs."""
    with rule.alone():
        before = let_through(made[0], call)
    with rule.away():
        if let_through(made[0], call) - before:
            return True
    with rule.only():
        return _otherwise(made[0], call) or (rule.layer is Layer.SIGHT and _read(call, made))


def _otherwise(world: World, call: Call) -> bool:
    """Whether anybody is answered with another status than is written down."""
    with undone(), same_days(world):
        subject = call.on(world)
        for name in sorted(EVERYONE - call.may):
            with undone():
                if ask(browser(world, name), call, subject).status_code != call.expected(name):
                    return True
    return False


def refuses(site: str, world: World) -> bool:
    """Whether the function refuses who is not of the team, before it looks at anything else it is given."""
    return all(_refused(_function(site), world.people[one]) for one in (PARTNER, INTERPRETER, NEWCOMER))


def shows(sight: str, actor: Actor) -> bool:
    """Whether there is any row for ``actor``; of what is asked of rows, and not of somebody, there is none."""
    function = _function(sight)
    return "actor" in inspect.signature(function).parameters and bool(function(actor).exists())


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"{OURS}{module}"), function)
    return found


def _refused(function: Callable[..., object], actor: Actor) -> bool:
    given = {of: actor if of == "actor" else None for of in inspect.signature(function).parameters}
    try:
        with undone():
            function(**given)
    except Forbidden:
        return True
    except Exception:
        return False
    return False


def _read(call: Call, made: Worlds) -> bool:
    """Whether somebody reads what is not theirs to read."""
    seen = Seen()
    for world in made:
        try_call(call, world, made[0], seen)
    return bool(seen.leaks)


def _figures(chosen: Sequence[Rule], unseen: Sequence[str]) -> Found:
    found = Found()
    found.blame(f"nothing notices when this rule is away: {name}" for name in unseen)
    count = {layer: sum(rule.layer is layer for rule in chosen) for layer in Layer}
    how = (
        f"{count[Layer.VIEW]} views that say who may call, {count[Layer.SERVICE]} functions that ask for the team, "
        f"{count[Layer.SIGHT]} that say which rows are there; each away until somebody who may not is "
        f"answered otherwise, is not refused, or reads a text that is not theirs"
    )
    found.figures += [
        Figure("access/rules_whose_removal_passes", len(unseen), "rules", how),
        Figure("access/rules_tried", len(chosen), "rules", how),
    ]
    return found
