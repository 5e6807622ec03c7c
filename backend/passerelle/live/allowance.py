"""So much at once, and so much a second: what somebody may use up."""


class Allowance:
    """What is left. Silence fills it up, and never beyond what it was at first."""

    def __init__(self, now: float, *, at_once: float, a_second: float) -> None:
        self._at_once, self._a_second = at_once, a_second
        self._left = at_once
        self._at = now

    def spend(self, size: float, now: float) -> bool:
        """Take ``size`` of it, at ``now`` seconds of the loop's clock; False, and nothing of it, where there is not so much."""
        self._left = self._by(now)
        self._at = now
        if size > self._left:
            return False
        self._left -= size
        return True

    def is_full(self, now: float) -> bool:
        """Whether it is as if it had never been used."""
        return self._by(now) >= self._at_once

    def _by(self, now: float) -> float:
        return min(self._at_once, self._left + self._a_second * (now - self._at))
