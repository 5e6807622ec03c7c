"""How sessions and days end."""

from datetime import datetime

from passerelle.bookings.services import closing
from passerelle.domain.words import CancelReason, ShiftOutcome
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World

NO_CROSSING = {"reason": CancelReason.NO_CROSSING}


def session(name: str) -> Given:
    return lambda world: {"session_id": world.sessions[name], **NO_CROSSING}


def visit(name: str) -> Given:
    return lambda world: {"visit_id": world.visits[name], **NO_CROSSING}


def closed_as(outcome: ShiftOutcome) -> Given:
    def given(world: World) -> dict[str, object]:
        return {"session_id": world.sessions["sure"], "outcomes": {world.shifts["sure"]: outcome}}

    return given


def in_the_evening(world: World) -> datetime:
    return world.at("the next", 20)


SCENARIOS = [
    Scenario(closing.cancel_session, "coordinator", session("taken"), "that is scheduled"),
    Scenario(closing.cancel_session, "coordinator", session("sure"), "that is confirmed"),
    Scenario(closing.close_session, "coordinator", closed_as(ShiftOutcome.WORKED), "who came", now=in_the_evening),
    Scenario(closing.close_session, "coordinator", closed_as(ShiftOutcome.LET_GO), "let go", now=in_the_evening),
    Scenario(closing.cancel_visit, "coordinator", visit("Friday"), "being planned"),
    Scenario(closing.cancel_visit, "coordinator", visit("the next"), "confirmed"),
    Scenario(closing.cancel_visit, "coordinator", visit("the one after"), "with nothing on it"),
]
