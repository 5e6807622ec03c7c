"""What partners ask for, and how the team answers."""

from datetime import timedelta

from passerelle.bookings.services import requests
from passerelle.domain.words import DeclineReason
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World


def session(name: str, **more: object) -> Given:
    return lambda world: {"session_id": world.sessions[name], **more}


def asked(hour: int, **more: object) -> Given:
    return lambda world: {"group_id": world.groups["open"].id, "ask": world.ask("Friday", hour), **more}


def written(name: str, **more: object) -> Given:
    return lambda world: {
        "session_id": world.sessions[name],
        "version": world.session(name).version,
        "ask": world.ask("Friday", 20),
        **more,
    }


def proposed(name: str, *, later: int = 1, people: int = 8) -> Given:
    def given(world: World) -> dict[str, object]:
        row = world.session(name)
        return {
            "session_id": row.id,
            "version": row.version,
            "starts_at": row.starts_at + timedelta(hours=later),
            "ends_at": row.ends_at + timedelta(hours=later),
            "people_expected": people,
        }

    return given


def answered(name: str) -> Given:
    return lambda world: {"session_id": world.sessions[name], "version": world.session(name).version}


def more_people(name: str, by: str) -> Scenario:
    return Scenario(requests.propose_change, by, proposed(name, later=0))


SCENARIOS = [
    Scenario(requests.request_session, "partner", asked(20), "sent"),
    Scenario(requests.request_session, "partner", asked(20, submit=False), "as a draft"),
    Scenario(requests.request_session, "coordinator", asked(20), "on a partner's behalf"),
    Scenario(requests.request_session, "coordinator", asked(20, submit=False), "as a draft on a partner's behalf"),
    Scenario(requests.edit_draft, "partner", written("draft")),
    Scenario(requests.edit_draft, "partner", written("draft", submit=True), "and send it"),
    Scenario(requests.edit_draft, "coordinator", written("ours"), "of the team's"),
    Scenario(requests.submit_session, "partner", session("draft")),
    Scenario(requests.submit_session, "coordinator", session("ours"), "of the team's"),
    Scenario(requests.discard_draft, "partner", session("draft")),
    Scenario(
        requests.choose_told,
        "partner",
        lambda world: {"session_id": world.sessions["taken"], "members": [world.asks_for("colleague")]},
    ),
    Scenario(requests.decline_session, "coordinator", session("wish", reason=DeclineReason.NO_PLACE)),
    Scenario(requests.withdraw_session, "partner", session("wish"), "that was asked for"),
    Scenario(requests.withdraw_session, "partner", session("taken"), "that is scheduled"),
    Scenario(requests.withdraw_session, "partner", session("sure"), "that is confirmed"),
    Scenario(requests.propose_change, "partner", proposed("taken"), "to a scheduled one"),
    Scenario(requests.propose_change, "partner", proposed("sure"), "to a confirmed one"),
    Scenario(requests.accept_change, "coordinator", answered("wish"), "of the hour, asked for"),
    Scenario(requests.accept_change, "coordinator", answered("waiting"), "of the hour, scheduled"),
    Scenario(
        requests.accept_change,
        "coordinator",
        answered("taken"),
        "of the number of people",
        first=(more_people("taken", "partner"),),
    ),
    Scenario(requests.refuse_change, "coordinator", answered("waiting")),
]
