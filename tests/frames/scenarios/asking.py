"""What the team does with places and people."""

from typing import Any

from passerelle.bookings.services import asking, editing
from passerelle.bookings.services.moving import Place
from passerelle.domain.words import Language, Pay, Quality, Strength
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World


def shift(name: str, **more: object) -> Given:
    return lambda world: {"shift_id": world.shifts[name], **more}


def put_to(name: str, who: str) -> Given:
    return lambda world: {"shift_id": world.shifts[name], "interpreter_id": world.interpreters[who].id}


def decided_on(name: str, who: str) -> Given:
    return lambda world: {**put_to(name, who)(world), "reason": "Works with the group since spring."}


WOMAN = {Quality.WOMAN: Strength.REQUIRED}


def as_it_should_be(name: str, pay: Pay = Pay.PAID, language: Language = Language.DARI, **more: Any) -> Given:
    def given(world: World) -> dict[str, object]:
        return {"shift_id": world.shifts[name], "version": world.shift(name).version, "place": Place(language, pay, **more)}

    return given


SCENARIOS = [
    Scenario(
        asking.ask_interpreters,
        "coordinator",
        lambda world: {
            "shift_id": world.shifts["open"],
            "interpreter_ids": [world.interpreters["reserve"].id, world.interpreters["by phone"].id],
        },
    ),
    Scenario(asking.assign_interpreter, "coordinator", put_to("open", "reserve"), "who was not asked"),
    Scenario(asking.assign_interpreter, "coordinator", put_to("open", "asked"), "who was asked"),
    Scenario(asking.release_holder, "coordinator", shift("taken"), "with a reserve"),
    Scenario(asking.release_holder, "coordinator", shift("rest"), "with nobody else"),
    Scenario(asking.cancel_shift, "coordinator", shift("taken"), "that is taken"),
    Scenario(asking.cancel_shift, "coordinator", shift("open"), "that is open"),
    Scenario(editing.edit_shift, "coordinator", as_it_should_be("taken", Pay.VOLUNTEER), "what it is"),
    Scenario(editing.edit_shift, "coordinator", as_it_should_be("sure", qualities=WOMAN), "what it asks for"),
    Scenario(editing.edit_shift, "coordinator", as_it_should_be("late", language=Language.FARSI), "its language"),
    Scenario(asking.record_ticket, "coordinator", shift("taken", paid=True)),
    Scenario(asking.record_override, "lead", decided_on("women", "man"), "for the holder"),
    Scenario(asking.record_override, "lead", decided_on("young", "without papers"), "for another"),
]
