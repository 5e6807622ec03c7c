"""One table says it all: from this state, this action leads there, and these may do it.

What is allowed is derived from the table, never written a second time: services ask ``after``, the API shows
``possible``, the diagrams in ``docs/states`` are drawn from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from passerelle.domain.refusals import Code, Forbidden, problem, refuse
from passerelle.domain.roles import Role
from passerelle.domain.states.spoken import SPOKEN


@dataclass(frozen=True, slots=True)
class Transition[S: StrEnum]:
    to: S
    by: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Machine[S: StrEnum, A: StrEnum]:
    """The life of one kind of thing."""

    name: str
    initial: S
    table: Mapping[tuple[S, A], Transition[S]]

    def after(self, state: S, action: A, roles: frozenset[Role]) -> S:
        """The state that follows. Refuses ``wrong_state`` before asking who acts, so a late tap reads what happened."""
        transition = self.table.get((state, action))
        if transition is None:
            raise refuse(Code.WRONG_STATE, state=SPOKEN[state.value])
        if not transition.by & roles:
            raise Forbidden(problem(Code.NOT_ALLOWED))
        return transition.to

    def possible(self, state: S, roles: frozenset[Role]) -> list[A]:
        """The actions open to ``roles`` in ``state``, in the order of the table."""
        return [action for (start, action), transition in self.table.items() if start == state and transition.by & roles]


def by(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)
