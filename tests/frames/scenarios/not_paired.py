"""What happens to what somebody was asked and does not see by now: the team ruled them out for its partner."""

from passerelle.bookings.services import answers, asking, closing, moving, pairings
from passerelle.domain.words import CancelReason, Mode
from tests.frames.scenario import Scenario
from tests.frames.scenarios.answers import offer, shift
from tests.frames.scenarios.moving import held_as, moved
from tests.frames.world import World


def not_paired(*who: str) -> tuple[Scenario, ...]:
    """Each of them with Art Refuge."""

    def ruled_out(name: str) -> Scenario:
        def given(world: World) -> dict[str, object]:
            return {"interpreter_id": world.interpreters[name].id, "agency_id": world.agencies["Art Refuge"].id}

        return Scenario(pairings.rule_out_pairing, "coordinator", given)

    return tuple(ruled_out(name) for name in who)


OTHERS = not_paired("reserve", "asked", "decliner")

SCENARIOS = [
    Scenario(answers.withdraw_offer, "holder", offer("taken", "holder"), "beside others who are not paired", OTHERS),
    Scenario(asking.release_holder, "coordinator", shift("taken"), "beside others who are not paired", OTHERS),
    Scenario(asking.cancel_shift, "coordinator", shift("taken"), "beside others who are not paired", OTHERS),
    Scenario(
        closing.cancel_session,
        "coordinator",
        lambda world: {"session_id": world.sessions["taken"], "reason": CancelReason.NO_CROSSING},
        "beside others who are not paired",
        OTHERS,
    ),
    Scenario(moving.change_mode, "coordinator", held_as("taken", Mode.REMOTE), "beside others who are not paired", OTHERS),
    Scenario(moving.move_session, "coordinator", moved("taken", "Friday", 12), "beside others who are not paired", OTHERS),
    Scenario(
        moving.move_session, "coordinator", moved("taken", "Friday", 12), "of a holder who is not paired", not_paired("holder")
    ),
    Scenario(answers.accept_offer, "asked", offer("open", "asked"), "beside another who is not paired", not_paired("holder")),
]
