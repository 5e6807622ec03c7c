"""What interpreters answer, by themselves or through the team."""

from datetime import timedelta

from passerelle.bookings.services import answers, asking, timers
from tests.frames.scenario import Given, Now, Scenario


def offer(shift: str, who: str) -> Given:
    return lambda world: {"offer_id": world.offer(shift, who)}


def shift(name: str) -> Given:
    return lambda world: {"shift_id": world.shifts[name]}


def also_asked(name: str, *who: str) -> Given:
    return lambda world: {"shift_id": world.shifts[name], "interpreter_ids": [world.interpreters[one].id for one in who]}


YES = Scenario(answers.accept_offer, "asked", offer("open", "asked"), "for an open place")


def hours_ago(hours: int) -> Now:
    return lambda world: world.built - timedelta(hours=hours)


A_PROMISE_THAT_RAN_OUT = (
    Scenario(asking.ask_interpreters, "coordinator", also_asked("open", "reserve", "uninvolved"), now=hours_ago(20)),
    Scenario(answers.accept_offer, "asked", offer("open", "asked"), now=hours_ago(19)),
    Scenario(answers.stand_by_offer, "reserve", offer("open", "reserve"), now=hours_ago(18)),
    Scenario(answers.stand_by_offer, "uninvolved", offer("open", "uninvolved"), now=hours_ago(17)),
    Scenario(answers.withdraw_offer, "asked", offer("open", "asked"), now=hours_ago(16)),
)
"""Kept for the first reserve for half a day, which is over; the second waits, and someone has not answered."""

SCENARIOS = [
    YES,
    Scenario(answers.accept_offer, "asked", offer("waiting", "asked"), "for a place kept for them"),
    Scenario(answers.accept_offer, "asked", offer("late", "asked"), "on a confirmed day"),
    Scenario(answers.accept_offer, "coordinator", offer("open", "asked"), "recorded by the team"),
    Scenario(answers.stand_by_offer, "asked", offer("taken", "asked")),
    Scenario(answers.decline_offer, "asked", offer("open", "asked")),
    Scenario(answers.decline_offer, "asked", offer("waiting", "asked"), "a place kept for them"),
    Scenario(answers.undo_answer, "asked", offer("open", "asked"), "a yes", first=(YES,)),
    Scenario(answers.withdraw_offer, "holder", offer("taken", "holder"), "from a taken place with a reserve"),
    Scenario(answers.withdraw_offer, "holder", offer("sure", "holder"), "from a confirmed place"),
    Scenario(answers.withdraw_offer, "holder", offer("rest", "holder"), "from a place nobody else was asked for"),
    Scenario(answers.withdraw_offer, "reserve", offer("taken", "reserve"), "from standby"),
    Scenario(answers.stand_down_offer, "coordinator", offer("open", "asked"), "someone asked"),
    Scenario(answers.stand_down_offer, "coordinator", offer("taken", "holder"), "a holder"),
    Scenario(timers.tend_shift, "system", shift("open"), "a promise that ran out", first=A_PROMISE_THAT_RAN_OUT),
    Scenario(timers.tend_shift, "system", shift("open"), "a session that begins", now=lambda world: world.at("Friday", 10)),
    Scenario(timers.tend_shift, "system", shift("open"), "with nothing due"),
]
