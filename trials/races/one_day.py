"""Races between two acts that may both be done: what is stored must be what the one after the other makes of it.

Which was first is read off the journal, whose numbers are the order of commits.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial

from tests.races.friday import local
from trials.races.cast import Day, rounds_and_days
from trials.races.race import Race, Round, Verdict, last_number, told_since, who_came
from trials.wire import Answer, Ask

type States = tuple[str, str, str, bool]
"""Of session, place and offer; and whether the place is kept for somebody."""
type Outcomes = Mapping[tuple[str, ...], tuple[list[int], States]]
"""By who acted, in order of commits (the team, the interpreter): the answers to both, and how it stands then."""

CONFIRMING: Outcomes = {
    ("team", "interpreter"): ([200, 200], ("confirmed", "open", "withdrawn", False)),
    # Nothing was ready any more, and the team reads so.
    ("interpreter",): ([409, 200], ("scheduled", "open", "withdrawn", False)),
}
MOVING: Outcomes = {
    # Her yes was for the old time: she is asked again, before anyone else.
    ("interpreter", "team"): ([200, 200], ("scheduled", "open", "asked", True)),
    ("team", "interpreter"): ([200, 200], ("scheduled", "taken", "accepted", False)),
}


def _confirm_and_withdraw(count: int) -> Iterator[Round]:
    for day in _days(count, held=True):
        confirm = day.team.asks(f"/visits/{day.visit.id}/confirm", {"version": day.visit.version})
        yield _round(day, confirm, "withdraw", CONFIRMING)


def _move_and_accept(count: int) -> Iterator[Round]:
    for day in _days(count, held=False):
        starts_at = local(day.visit.day, 16)
        times = {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(hours=1)).isoformat()}
        move = day.team.asks(f"/sessions/{day.session.id}/move", {"version": day.session.version, **times})
        yield _round(day, move, "accept", MOVING)


def _days(count: int, *, held: bool) -> Iterator[Day]:
    """As many days as rounds, each with somebody asked; ``held``: who said yes."""
    for cast, number in rounds_and_days(count):
        day = cast.day(number)
        day.asked(day.people[0])
        if held:
            day.said_yes(day.people[0])
        yield day


def _round(day: Day, by_team: Ask, answer: str, outcomes: Outcomes) -> Round:
    person = day.people[0]
    by_interpreter = person.asks(f"/offers/{day.offer(person).id}/{answer}")
    return Round([by_team, by_interpreter], partial(_one_after_the_other, day, last_number(), outcomes))


def _one_after_the_other(day: Day, before: int, outcomes: Outcomes, answers: list[Answer]) -> Verdict:
    names = {day.team.actor.user_id: "team", day.people[0].actor.user_id: "interpreter"}
    order = tuple(names.get(user_id, "somebody else") for user_id in who_came(told_since(before)))
    found = ([answer.status for answer in answers], day.states())
    how = ", then ".join(order)
    return Verdict(how, [] if found == outcomes.get(order) else [f"{how}: {found}"])


RACES = (
    Race("confirm_withdraw", "the day is confirmed while a holder withdraws", _confirm_and_withdraw),
    Race("move_accept", "a session moves while somebody says yes", _move_and_accept),
)
