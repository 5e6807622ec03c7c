"""Many people acting in the same moment, each on a connection of their own."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, OperationalError, connection
from rest_framework.response import Response

from passerelle.common import errors
from passerelle.domain.refusals import Refusal
from tests.support.waiting import PATIENCE

type Act = Callable[[], Any]


@dataclass(frozen=True)
class Outcome:
    """How an act ended: what it returned, or the refusal as the API words it."""

    done: Any = None
    status: int = 200
    errors: tuple[tuple[str, str], ...] = ()
    """(code, message) of each problem; none where the act was done."""


class Crew:
    """Threads that keep their connections from one round to the next."""

    def __init__(self, size: int, pool: ThreadPoolExecutor) -> None:
        self.size = size
        self._pool = pool

    def at_once(self, *acts: Act) -> list[Outcome]:
        """Release all ``acts`` in the same moment, each in a thread of its own; how each ended, in their order.

        Whatever is neither done nor refused in words is raised: a race may be lost, nothing may break.
        """
        assert len(acts) <= self.size
        start = threading.Barrier(len(acts), timeout=PATIENCE)
        running = [self.start(act, start.wait) for act in acts]
        return [one.result(PATIENCE) for one in running]

    def start(self, act: Act, when: Act = lambda: None) -> Future[Outcome]:
        """Begin ``act`` in a thread of its own, once ``when`` returns."""

        def run() -> Outcome:
            connection.ensure_connection()
            when()
            return outcome_of(act)

        return self._pool.submit(run)

    def close(self) -> None:
        """Give every thread's connection back."""
        self.at_once(*[_give_back] * self.size)


def outcome_of(act: Act) -> Outcome:
    """Run ``act``; a refusal or a lost race is answered as the API answers it, anything else is raised."""
    try:
        return Outcome(act())
    except (Refusal, IntegrityError, OperationalError) as error:
        answered = errors.answer(error, {})
        if not isinstance(answered, Response):
            raise
        told = tuple((line["code"], line["message"]) for line in answered.data["errors"])
        return Outcome(status=answered.status_code, errors=told)


def _give_back() -> None:
    connection.close()  # looked up here: the name stands for another connection in each thread


@contextmanager
def a_crew(size: int) -> Iterator[Crew]:
    """``size`` people with a connection each; the pool of connections is as large as they need meanwhile."""
    with _room_for(size + 2), ThreadPoolExecutor(size) as pool:
        crew = Crew(size, pool)
        try:
            yield crew
        finally:
            crew.close()


@contextmanager
def _room_for(connections: int) -> Iterator[None]:
    """Let the process's pool hold that many connections for a while."""
    pool = connection.pool  # type: ignore[attr-defined]
    if pool is None:
        yield
        return
    least, most = pool.min_size, pool.max_size
    pool.resize(least, max(connections, most))
    try:
        yield
    finally:
        pool.resize(least, most)
