"""Why something was refused, as a code for machines and a sentence a person can act on."""

from dataclasses import dataclass, field, replace
from datetime import date

from passerelle.domain.refusals.codes import Code
from passerelle.domain.refusals.marking import _
from passerelle.domain.refusals.sentences import MESSAGES

__all__ = ["MESSAGES", "Code", "Forbidden", "Missing", "Param", "Problem", "Refusal", "Stale", "_", "problem", "refuse"]

type Param = str | date
"""What stands in a sentence for ``%(name)s``; a day is written out in the reader's language."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way. ``field`` is the dotted path of the input it is about, if any."""

    code: Code
    message: str
    params: dict[str, Param] = field(default_factory=dict)
    field: str | None = None


class Refusal(Exception):
    """Nothing was changed, and ``problems`` say why, all of them."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message % problem.params for problem in problems))
        self.problems = problems

    @property
    def code(self) -> Code:
        return self.problems[0].code

    def within(self, name: str) -> "Refusal":
        """The same of an input that stands as ``name`` in a larger one."""
        return Refusal(*(replace(found, field=found.field and f"{name}.{found.field}") for found in self.problems))


class Forbidden(Refusal):
    """The actor is known and may see the thing, but is not the one who may do this."""


class Missing(Refusal):
    """The thing does not exist, or the actor may not know that it does: one answer for both."""


class Stale(Refusal):
    """The actor edited an older version than the current one, which ``current`` shows where it was looked up."""

    current: object = None


def problem(code: Code, *, at: str | None = None, **params: Param) -> Problem:
    return Problem(code, MESSAGES[code], params, at)


def refuse(code: Code, *, at: str | None = None, **params: Param) -> Refusal:
    """A refusal with the one problem of that code: ``raise refuse(Code.CLASH)``."""
    return Refusal(problem(code, at=at, **params))
