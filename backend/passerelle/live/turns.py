"""How often each person comes to this process: opens a socket, or asks by poll."""

from uuid import UUID

from passerelle.live.allowance import Allowance

AT_ONCE = 300
"""Times. Ten for each seat there is: all tabs of all browsers at once, again and again while a train goes through tunnels."""
A_SECOND = 15
"""Times a second after that. A tab that asks by poll, and is told something each time, asks up to five times."""
WAIT = 1
"""Seconds. Who came too often is told to wait for so long."""


class Turns:
    """So many for each person at once, and so many a second. Remembers those alone who came within the last seconds.

    ``now`` are seconds of the loop's clock.
    """

    def __init__(self, at_once: float = AT_ONCE, a_second: float = A_SECOND) -> None:
        self._at_once, self._a_second = at_once, a_second
        self._of: dict[UUID, Allowance] = {}
        """Who came last is last."""
        self._waits: dict[str, float] = {}
        """By session, until when."""

    def must_wait(self, session: str, now: float) -> bool:
        """Whether this session was told to wait, and that is not over: nothing need be read to know."""
        while self._waits and (first := next(iter(self._waits.items())))[1] <= now:
            del self._waits[first[0]]
        return session in self._waits

    def take(self, person: UUID, session: str, now: float) -> bool:
        """One more of theirs; False where they came too often, and their session must wait."""
        while self._of and (first := next(iter(self._of.items())))[1].is_full(now):
            del self._of[first[0]]
        allowance = self._of.pop(person, None) or Allowance(now, at_once=self._at_once, a_second=self._a_second)
        self._of[person] = allowance
        if allowance.spend(1, now):
            return True
        self._waits.pop(session, None)
        self._waits[session] = now + WAIT
        return False

    @property
    def remembered(self) -> int:
        """How many people and sessions."""
        return len(self._of) + len(self._waits)
