"""How many sockets each person has open in this process."""

from collections import Counter
from uuid import UUID


class Seats:
    """At most ``most`` for one person: somebody who opens thousands takes them from nobody else."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[UUID] = Counter()

    def take(self, person: UUID) -> bool:
        """One more of theirs; False where they have all they may have."""
        if self._taken[person] >= self._most:
            return False
        self._taken[person] += 1
        return True

    def give_back(self, person: UUID) -> None:
        """One that was taken."""
        self._taken[person] -= 1
        if not self._taken[person]:
            del self._taken[person]
