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
        """The state that follows.

        Refuses ``wrong_state`` before asking who acts, so a late tap reads what happened; also where only others may
        do it from here, and these roles may elsewhere. ``not_allowed`` is for those who never may.
        """
        transition = self.table.get((state, action))
        if transition is None:
            raise refuse(Code.WRONG_STATE, state=SPOKEN[state.value])
        if not transition.by & roles:
            raise refuse(Code.WRONG_STATE, state=SPOKEN[state.value]) if self._ever(action, roles) else _never()
        return transition.to

    def _ever(self, action: A, roles: frozenset[Role]) -> bool:
        """Whether there is a state in which ``roles`` may do this."""
        return any(done is action and transition.by & roles for (_, done), transition in self.table.items())

    def possible(self, state: S, roles: frozenset[Role]) -> list[A]:
        """The actions open to ``roles`` in ``state``, in the order of the table."""
        return [action for (start, action), transition in self.table.items() if start == state and transition.by & roles]


def _never() -> Forbidden:
    return Forbidden(problem(Code.NOT_ALLOWED))


def by(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)
