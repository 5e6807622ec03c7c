"""What partners ask for, and how the team answers."""

from datetime import timedelta

from passerelle.bookings.services import requests
from passerelle.bookings.services.asks import Details, PeopleNeed
from passerelle.bookings.services.details import edit_details
from passerelle.domain.words import DeclineReason, Language, Quality, Room, Situation, Strength, Theme
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


AS_ASKED: dict[str, object] = {"needs": [PeopleNeed(Language.DARI, 6)], "contact_name": "Ines"}
"""The details of every session of the world."""


def details(name: str, by: str, on: str, **otherwise: object) -> Scenario:
    """The details as they were asked for, but for what is ``otherwise``."""

    def given(world: World) -> dict[str, object]:
        row = world.session(name)
        return {"session_id": row.id, "version": row.version, "details": Details(**{**AS_ASKED, **otherwise})}  # type: ignore[arg-type]

    return Scenario(edit_details, by, given, on)


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
        lambda world: {
            "session_id": world.sessions["taken"],
            "version": world.session("taken").version,
            "members": [world.asks_for("colleague")],
        },
    ),
    details("wish", "partner", "of the contact, asked for", contact_name="Ben"),
    details("taken", "partner", "of the contact, scheduled", contact_name="Ben"),
    details("sure", "partner", "of the contact, confirmed", contact_phone="+33 3 53 01 00 12"),
    details("taken", "coordinator", "of what it is about", theme=Theme.GRIEF, situations=[Situation.SOMEONE_NEW]),
    details("sure", "coordinator", "of the room", room=[Room.QUIET]),
    details("sure", "partner", "of the notes and the staff", notes="Paper is there.", staff_present=["Ben"]),
    details("taken", "partner", "of the number of people", needs=[PeopleNeed(Language.DARI, 9)]),
    details("taken", "coordinator", "of the languages", needs=[PeopleNeed(Language.PASHTO, 2)]),
    details("sure", "coordinator", "of what interpreters must be", requirements={Quality.WOMAN: Strength.WISHED}),
    Scenario(requests.decline_session, "coordinator", session("wish", reason=DeclineReason.NO_PLACE)),
    Scenario(requests.withdraw_session, "partner", session("wish"), "that was asked for"),
    Scenario(requests.withdraw_session, "partner", session("taken"), "that is scheduled"),
    Scenario(requests.withdraw_session, "partner", session("sure"), "that is confirmed"),
    Scenario(requests.withdraw_session, "coordinator", session("sure"), "on a partner's behalf"),
    Scenario(requests.propose_change, "coordinator", proposed("taken"), "on a partner's behalf"),
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
    Scenario(requests.withdraw_change, "partner", answered("wish"), "asked for"),
    Scenario(requests.withdraw_change, "coordinator", answered("waiting"), "on a partner's behalf"),
    Scenario(
        requests.withdraw_change, "partner", answered("sure"), "of a confirmed one", first=(more_people("sure", "partner"),)
    ),
]
