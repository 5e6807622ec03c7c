"""What a race is made of: rounds, each a few acts in the same moment, and what must be true when all were answered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Max

from passerelle.domain.refusals import Code
from passerelle.journal.models import Change
from trials.wire import Answer, Ask

SHORTEST_SENTENCE = 12


@dataclass(frozen=True)
class Verdict:
    """How a round came out, in a few words, and everything that was wrong with it."""

    how: str
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Round:
    """``asks`` leave in the same moment; ``judge`` looks at their answers and at what is stored afterwards."""

    asks: Sequence[Ask]
    judge: Callable[[list[Answer]], Verdict]


@dataclass(frozen=True)
class Race:
    """``rounds`` builds what it needs, yields so many rounds, and puts back what each changed.

    ``one_winner``: the name of the figure that counts rounds with other than one act done, where just one can be.
    """

    name: str
    of: str
    rounds: Callable[[int], Iterator[Round]]
    one_winner: str = ""
    double_bookings: str = ""
    """The name of the figure that counts people booked twice, where the race is about that."""
    acts: int = 1
    """So many acts take turns in it."""
    timed: str = ""
    """The name of the figure of how long a round takes, where that is worth knowing."""


OF_EACH = 10
"""Where acts take turns, each gets a tenth of the rounds that are asked for: a hundred of the thousand of a long run."""


def rounds_of(race: Race, asked: int) -> int:
    """How many rounds ``race`` is run for, where ``asked`` are meant for a race of one situation."""
    return asked if race.acts == 1 else race.acts * max(1, asked // OF_EACH)


def untold(answer: Answer) -> str | None:
    """What is wrong with how somebody was refused: nothing where each line is one of our codes with a sentence."""
    if not 400 <= answer.status < 500:
        return f"answered {answer.status or 'nothing'}: {answer.body[:200]!r}"
    lines = answer.errors()
    if not lines:
        return f"refused without a word ({answer.status}): {answer.body[:200]!r}"
    wrong = [line for line in lines if not _is_told(line)]
    return f"refused without a sentence: {wrong}" if wrong else None


def _is_told(line: object) -> bool:
    if not isinstance(line, dict) or line.get("code") not in set(Code):
        return False
    message = str(line.get("message", ""))
    return len(message) >= SHORTEST_SENTENCE and message.endswith(".")


def codes(answer: Answer) -> list[str]:
    """The codes of a refusal, as they were told."""
    return [str(line.get("code")) for line in answer.errors()]


def last_number() -> int:
    """The number of the journal's last line."""
    found: int | None = Change.objects.aggregate(last=Max("number"))["last"]
    return found or 0


def told_since(number: int) -> list[Change]:
    """What was told after ``number``, in the order of commits."""
    return list(Change.objects.filter(number__gt=number).order_by("number"))


def who_came(lines: Sequence[Change]) -> list[UUID | None]:
    """Who told them, in the order in which their acts were committed: each act's lines stand together."""
    found: list[UUID | None] = []
    for line in lines:
        if not found or found[-1] != line.actor_id:
            found.append(line.actor_id)
    return found
