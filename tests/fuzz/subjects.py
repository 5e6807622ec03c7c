"""What a generated request is about: the call of ``tests/contract`` that is well, and what is generated in its place."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from hypothesis import strategies as st
from schemathesis import Case, GenerationMode

from passerelle.domain.refusals import Refusal
from tests.contract.calls.call import Call, Subject, Upload
from tests.contract.routes import parameter, path_of
from tests.contract.world import COORDINATOR, LEAD
from tests.fuzz.surroundings import TEAM, Surroundings


class Draft(NamedTuple):
    """A generated request, and how much of it is sent: nine in ten about what is there, eight in ten with a body of which
    only the fields at the places in ``taken`` are generated."""

    case: Case[Any]
    how: int
    taken: Set[int]


@dataclass
class Planted:
    """Something in the world that ``call`` works on; made anew once an act changed it, in another world where it must be."""

    around: Surroundings
    call: Call
    _subject: Subject | None = field(default=None, init=False)

    @property
    def operation(self) -> Any:
        return self.around.api[path_of(self.call.address)][self.call.method]

    @property
    def subject(self) -> Subject:
        if self._subject is None:
            try:
                self._subject = self.call.on(self.around.world)
            except Refusal:
                self.around.renew()
                self._subject = self.call.on(self.around.world)
        return self._subject

    def drafts(self) -> st.SearchStrategy[Draft]:
        """As the document allows and forbids them."""
        kinds = [self.operation.as_strategy(GenerationMode.POSITIVE)]
        if self.operation.body.items or self.operation.query.items or self.operation.path_parameters.items:
            kinds.append(self.operation.as_strategy(GenerationMode.NEGATIVE))
        return st.builds(Draft, st.one_of(kinds), st.integers(0, 9), st.sets(st.integers(0, 15)))

    def send(self, draft: Draft, role: str) -> None:
        """As somebody in ``role``; fails when the answer is not as it should be."""
        body, path = draft.case.body, draft.case.path_parameters
        if draft.how:
            path = path | self._names
            if isinstance(self._body, dict) and isinstance(body, dict) and draft.how < 9:
                body = self._body | {name: body[name] for place, name in enumerate(body) if place in draft.taken}
        self._send(self._case(draft.case.query, path, body, draft.case.media_type), role)

    def send_what_works(self, role: str) -> None:
        """The request that works for who may; in another world where what came before left nothing for it in this."""
        if self._send(self._well(), role) != self.call.status and self._who(role) in self.call.may:
            self.around.renew()
            self._subject = None
            self._send(self._well(), role)

    def _well(self) -> Case[Any]:
        body = {"body": self._body} if self.operation.body.items else {}
        case: Case[Any] = self.operation.Case(path_parameters=self._names, **body)
        return case

    def _case(self, query: Any, path: Any, body: Any, media_type: str | None) -> Case[Any]:
        case: Case[Any] = self.operation.Case(path_parameters=path, query=query, body=body, media_type=media_type)
        return case

    def _send(self, case: Case[Any], role: str) -> int:
        answer = self.around.send(case, self.around.session(role, self._who(TEAM)))
        self.around.hold(case, answer)
        if self.call.writes and answer.status_code < 300:
            self._subject = None
        return answer.status_code

    def _who(self, role: str) -> str:
        """In the words of ``call``: of the team, somebody who may."""
        return role if role != TEAM else COORDINATOR if COORDINATOR in self.call.may else LEAD

    @property
    def _names(self) -> dict[str, str]:
        """The parts of its address, as the document calls them."""
        return {parameter(name): str(value) for name, value in self.subject.names.items()}

    @property
    def _body(self) -> Any:
        """The body that is well, as the document has it."""
        body = self.subject.body
        return {**body, "file": body.file} if isinstance(body, Upload) else body
