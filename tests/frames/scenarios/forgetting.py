"""What was kept for a while is gone: whoever could read it hears so. Years later, as if nothing had been deleted before."""

from datetime import datetime, timedelta

from passerelle.bookings.services import forgetting, visits
from passerelle.domain.personal import Kept
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World


def years_later(world: World) -> datetime:
    return world.built + timedelta(days=7 * 366)


def session(name: str, kept: Kept) -> Given:
    return lambda world: {"session_id": world.sessions[name], "kept": kept}


def place(name: str) -> Given:
    return lambda world: {"shift_id": world.shifts[name]}


def visit(kept: Kept) -> Given:
    return lambda world: {"visit_id": world.visits["the next"], "kept": kept}


def a_phone(world: World) -> dict[str, object]:
    return {"visit_id": world.visits["the next"], "phone": "+44 7700 900100"}


PHONE = Scenario(visits.set_duty_phone, "coordinator", a_phone)

SCENARIOS = [
    Scenario(forgetting.forget_of_session, "system", session("sure", Kept.CONTACTS), "confirmed", now=years_later),
    Scenario(forgetting.forget_of_session, "system", session("draft", Kept.CONTACTS), "a draft", now=years_later),
    Scenario(forgetting.forget_of_session, "system", session("wish", Kept.TEXTS), "texts", now=years_later),
    Scenario(forgetting.forget_of_visit, "system", visit(Kept.CONTACTS), "the phone", first=(PHONE,), now=years_later),
    Scenario(forgetting.forget_answers_of, "system", place("taken"), now=years_later),
    Scenario(forgetting.forget_answers_of, "system", place("waiting"), "a promise", now=years_later),
    Scenario(forgetting.forget_day, "system", lambda world: {"visit_id": world.visits["the next"]}, now=years_later),
    Scenario(forgetting.forget_request, "system", lambda world: {"session_id": world.sessions["wish"]}, now=years_later),
]
