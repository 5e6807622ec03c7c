"""Generated requests to every operation, alone and in chains, as every role: what ``tests/fuzz`` sends, and far more of it."""

import logging

from schemathesis.core.failures import FailureGroup

from bench.results import Figure
from scripts.say import say
from tests.fuzz.account import Account
from tests.fuzz.calls import EVERY
from tests.fuzz.chains import furnish, fuzz_chains
from tests.fuzz.operations import fuzz_operation
from tests.fuzz.subjects import Planted
from tests.fuzz.surroundings import ROLES, Surroundings, surroundings

EXAMPLES = 30
"""Of each operation, as each role."""
IN_CHAINS, STEPS = 1_800, 12
"""Requests of each role, and how many are in a chain."""


def measure(*, examples: int = EXAMPLES, in_chains: int = IN_CHAINS) -> Account:
    """All that was answered, on an empty database. An operation or a role ends at the first answer that was wrong."""
    logging.getLogger("django.request").setLevel(logging.ERROR)  # a refusal is no news here
    with surroundings() as around:
        for call in EVERY:
            _operation(around, Planted(around, call), examples)
        for role in ROLES:
            _chains(around, role, in_chains)
        return around.account


def _operation(around: Surroundings, planted: Planted, examples: int) -> None:
    try:
        fuzz_operation(planted, examples=examples)
    except FailureGroup as found:
        say(f"  {planted.call}: {found}")


def _chains(around: Surroundings, role: str, requests: int) -> None:
    around.renew()
    furnish(around.world)
    try:
        fuzz_chains(around, role, requests=requests, steps=STEPS)
    except FailureGroup as found:
        say(f"  A chain as {role}: {found}")


def figures(account: Account) -> list[Figure]:
    how = f"schemathesis, {account.requests} requests as {', '.join(ROLES)}; {account.all_well} of them answered 2xx"
    never = account.never_well
    return [
        Figure(
            "races/fuzz_requests", account.requests, "requests", f"{len(account.operations)} operations, alone and in chains"
        ),
        Figure("races/fuzz_5xx", account.faults, "answers", how),
        Figure("races/fuzz_answers_not_as_described", len(account.wrong) - account.faults, "answers", how),
        Figure("races/fuzz_operations_never_2xx", len(never), "operations", "; ".join([how, *never])),
    ]
