"""How sessions get onto days, and move."""

from passerelle.bookings.services import moving
from passerelle.domain.words import Mode
from tests.frames.scenario import Given, Scenario
from tests.frames.scenarios.agencies import THEIRS_FAR_OFF
from tests.frames.world import DARI, World


def moved(name: str, visit: str, hour: int) -> Given:
    def given(world: World) -> dict[str, object]:
        return {
            "session_id": world.sessions[name],
            "version": world.session(name).version,
            "starts_at": world.at(visit, hour),
            "ends_at": world.at(visit, hour + 1),
            "visit_id": world.visits[visit],
        }

    return given


def held_as(name: str, mode: Mode) -> Given:
    return lambda world: {"session_id": world.sessions[name], "version": world.session(name).version, "mode": mode}


# Holder has said yes to "taken", and was asked for "waiting", too far from it to do both.
TAKEN_REMOTE = Scenario(moving.change_mode, "coordinator", held_as("taken", Mode.REMOTE), "that was far off", THEIRS_FAR_OFF)

SCENARIOS = [
    Scenario(
        moving.schedule_session,
        "coordinator",
        lambda world: {"session_id": world.sessions["wish"], "visit_id": world.visits["Friday"]},
    ),
    Scenario(moving.open_shift, "coordinator", lambda world: {"session_id": world.sessions["sure"], "place": DARI}),
    Scenario(moving.move_session, "coordinator", moved("taken", "Friday", 12), "to another hour"),
    Scenario(moving.move_session, "coordinator", moved("sure", "the one after", 10), "to another day, confirmed"),
    Scenario(moving.move_session, "coordinator", moved("waiting", "the next", 10), "to another day, kept for someone"),
    Scenario(moving.change_mode, "coordinator", held_as("open", Mode.REMOTE), "with an open place"),
    Scenario(moving.change_mode, "coordinator", held_as("taken", Mode.REMOTE), "that is scheduled"),
    Scenario(moving.change_mode, "coordinator", held_as("sure", Mode.REMOTE), "that is confirmed"),
    TAKEN_REMOTE,
    Scenario(
        moving.change_mode,
        "coordinator",
        held_as("taken", Mode.IN_PERSON),
        "that is far off by now",
        (*THEIRS_FAR_OFF, TAKEN_REMOTE),
    ),
    Scenario(
        moving.change_mode,
        "coordinator",
        held_as("waiting", Mode.REMOTE),
        "far off from what who was asked holds",
        THEIRS_FAR_OFF,
    ),
]
