"""What is held about interpreters, and when they are free."""

from datetime import timedelta
from typing import Any

from passerelle.availability import services as availability
from passerelle.bookings.services import pairings, person, profile, travel
from passerelle.domain.load import Limits
from passerelle.domain.words import CredentialKind, Language, Place
from passerelle.interpreters import claims, wishes
from passerelle.interpreters import services as interpreters
from passerelle.interpreters.models import Interpreter, NotPaired
from tests.factories.people import a_profile
from tests.frames.scenario import Given, Scenario
from tests.frames.scenarios.agencies import THEIRS_FAR_OFF, TO_DUNKIRK, a_way
from tests.frames.world import World


def seen(who: str) -> Given:
    def given(world: World) -> dict[str, object]:
        today = world.built.date()
        return {
            "interpreter_id": world.interpreters[who].id,
            "kind": CredentialKind.CHECK,
            "seen_on": today,
            "expires_on": today + timedelta(days=700),
        }

    return given


def free(who: str, said: bool | None) -> Given:
    return lambda world: {"interpreter_id": world.interpreters[who].id, "day": world.visit("Friday").day, "free": said}


def usual(who: str, said: bool | None) -> Given:
    return lambda world: {**own(who)(world), "weekday": world.visit("Friday").day.weekday(), "free": said}


def own(who: str) -> Given:
    return lambda world: {"interpreter_id": world.interpreters[who].id}


def wished(who: str, base_area: str) -> Given:
    def given(world: World) -> dict[str, object]:
        row = Interpreter.objects.get(pk=world.interpreters[who].pk)
        return {
            "interpreter_id": row.id,
            "version": row.version,
            "wishes": wishes.Wishes(places=[Place.FRANCE], base_area=base_area),
        }

    return given


def rewritten(who: str, first_name: str, *, active: bool = True) -> Given:
    def given(world: World) -> dict[str, object]:
        row = Interpreter.objects.get(pk=world.interpreters[who].pk)
        profile = a_profile(first_name, Language.DARI)
        return {"interpreter_id": row.id, "version": row.version, "profile": profile, "active": active}

    return given


def told_limits(world: World) -> dict[str, Any]:
    version = Interpreter.objects.get(pk=world.interpreters["by phone"].id).version
    return {**own("by phone")(world), "version": version, "limits": Limits(sessions_a_day=1)}


def an_account() -> dict[str, str]:
    return {"email": "someone.new@example.invalid", "locale": "fr"}


LINK = Scenario(claims.make_claim_link, "coordinator", own("by phone"), tells="link")

SAID_FREE = Scenario(availability.set_free_day, "asked", free("asked", True))
RECORDED_FREE = Scenario(availability.set_free_day, "coordinator", free("asked", True))
TOLD_FREE = Scenario(availability.set_free_day, "coordinator", free("by phone", True))

# Rule 11: to anyone else the person is simply not available, and no frame says since when.
RULED_OUT = Scenario(
    pairings.rule_out_pairing,
    "coordinator",
    lambda world: {"interpreter_id": world.interpreters["asked"].id, "agency_id": world.agencies["Art Refuge"].id},
    "by the team",
    silent_about="candidate",
)

SCENARIOS = [
    Scenario(
        interpreters.add_interpreter,
        "coordinator",
        lambda world: {"profile": a_profile("New", Language.DARI), "user_id": world.users["newcomer"].id},
    ),
    Scenario(
        interpreters.give_account,
        "coordinator",
        lambda world: {
            "interpreter_id": world.interpreters["by phone"].id,
            "user_id": world.users["newcomer"].id,
        },
    ),
    Scenario(person.edit_interpreter, "coordinator", rewritten("holder", "Hala"), "who has another name"),
    Scenario(person.edit_interpreter, "coordinator", rewritten("asked", "asked", active=False), "who takes no bookings"),
    LINK,
    Scenario(claims.withdraw_claim_link, "coordinator", own("by phone"), first=(LINK,)),
    Scenario(claims.claim, "nobody", lambda world: {**an_account(), "token": world.told["link"].token}, first=(LINK,)),
    Scenario(interpreters.record_credential, "coordinator", seen("without papers"), "of a holder who lacked it"),
    Scenario(interpreters.record_credential, "coordinator", seen("uninvolved"), "of someone uninvolved"),
    Scenario(profile.edit_profile, "asked", wished("asked", "Calais centre"), "where they set out from"),
    Scenario(availability.set_free_day, "asked", free("asked", True), "by themselves"),
    Scenario(availability.set_free_day, "coordinator", free("holder", False), "recorded by the team"),
    Scenario(availability.set_free_day, "coordinator", free("asked", True), "said by phone too", (SAID_FREE,)),
    Scenario(availability.set_free_day, "coordinator", free("by phone", None), "taken back", (TOLD_FREE,)),
    Scenario(availability.set_free_day, "asked", free("asked", False), "who told it by phone before", (RECORDED_FREE,)),
    Scenario(availability.set_usual_day, "coordinator", usual("by phone", True), "recorded by the team"),
    Scenario(
        availability.take_break,
        "coordinator",
        lambda world: {**own("asked")(world), "until": world.visit("Friday").day},
        "recorded by the team",
    ),
    Scenario(wishes.record_limits, "coordinator", told_limits),
    Scenario(availability.set_usual_day, "asked", lambda world: {**own("asked")(world), "weekday": 4, "free": True}),
    Scenario(
        availability.say_as_before,
        "asked",
        lambda world: {**own("asked")(world), "days": [world.visit("the next").day]},
        first=(Scenario(availability.set_free_day, "asked", free("asked", True)),),
    ),
    Scenario(
        availability.take_break,
        "asked",
        lambda world: {**own("asked")(world), "until": world.visit("Friday").day},
    ),
    Scenario(travel.set_travel_time, "coordinator", lambda _: a_way(45), "that fits between", (TO_DUNKIRK,)),
    Scenario(travel.set_travel_time, "coordinator", lambda _: a_way(300), "that is too long", (TO_DUNKIRK,)),
    Scenario(travel.set_travel_time, "coordinator", lambda _: a_way(45), "that was too long", THEIRS_FAR_OFF),
    Scenario(
        pairings.rule_out_pairing,
        "holder",
        lambda world: {"group_id": world.groups["open"].id},
        "by themselves",
        silent_about="candidate",
    ),
    RULED_OUT,
    Scenario(
        pairings.allow_pairing,
        "coordinator",
        lambda _: {"pairing_id": NotPaired.objects.get().id},
        first=(RULED_OUT,),
        silent_about="candidate",
    ),
]
