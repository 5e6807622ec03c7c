"""Requests that follow from what was answered before, along the links that the document's shapes let schemathesis find."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import Phase, seed, settings
from hypothesis.errors import FlakyStrategyDefinition
from schemathesis import Case, Response

from passerelle.bookings.services import answers
from tests.contract.asking import undone
from tests.contract.calls.imports import an_import
from tests.contract.calls.shifts import standing_by
from tests.contract.world import World
from tests.fuzz.known import about_what_is_there
from tests.fuzz.operations import SEED, SLOW
from tests.fuzz.surroundings import Surroundings

CHAINS_A_ROUND = 10


def furnish(w: World) -> None:
    """Something in every state, for chains to begin with."""
    w.a_draft()
    w.a_request_with_a_change()
    w.scheduled()
    w.asked()
    w.answered(answers.decline_offer)
    standing_by(w)
    w.confirmed()
    w.over()
    an_import(w)


def fuzz_chains(around: Surroundings, role: str, *, requests: int, steps: int) -> None:
    """``requests`` or more of somebody in ``role``, in chains of ``steps``; fails at the first answer that is not as it
    should be.

    What a chain draws next depends on what was answered, ids included, which Hypothesis takes for a flaky definition when
    it comes by the same way again: then the round ends there, as it does in schemathesis' own engine, and the next begins.
    """
    enough = around.account.requests + requests
    for number in count():
        if around.account.requests >= enough:
            return
        try:
            _round(_machine(around, around.session(role)), SEED + number, steps)
        except FlakyStrategyDefinition:
            continue


def _round(machine: Any, number: int, steps: int) -> None:
    seed(number)(machine)
    rules = settings(
        max_examples=CHAINS_A_ROUND,
        stateful_step_count=steps,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=SLOW,
        deadline=None,
    )
    with _connection_kept():
        machine.run(settings=rules)


@contextmanager
def _connection_kept() -> Iterator[None]:
    """As Django's own test client does it: a request does not close the connection that its chain is undone on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def _machine(around: Surroundings, session: str | None) -> Any:
    class Chain(around.api.as_state_machine()):  # type: ignore[misc]
        """Somebody who acts on what is there, as it is now. What they did is undone: every chain begins alike."""

        def setup(self) -> None:
            self.undone = ExitStack()
            self.undone.enter_context(undone())

        def teardown(self) -> None:
            with self.undone, connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what would be checked when it is committed

        def before_call(self, case: Case[Any]) -> None:
            about_what_is_there(case)

        def call(self, case: Case[Any], **_kwargs: Any) -> Response:
            return around.send(case, session)

        def validate_response(self, response: Response, case: Case[Any], *_args: Any, **_kwargs: Any) -> None:
            around.hold(case, response)

    return Chain
