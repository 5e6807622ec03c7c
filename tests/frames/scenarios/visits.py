"""What is done with days."""

from collections.abc import Sequence
from datetime import timedelta

from passerelle.bookings.models import Session
from passerelle.bookings.services import days, timers, visits
from passerelle.domain.words import CancelReason, Mode, TherapistAnswer
from tests.frames.scenario import Given, Scenario
from tests.frames.scenarios.agencies import THEIRS_FAR_OFF
from tests.frames.world import World

THERAPISTS = ("therapist", "other therapist")


def confirmed(name: str) -> Given:
    def given(world: World) -> dict[str, object]:
        visit = world.visit(name)
        return {"visit_id": visit.id, "version": visit.version, "gap_reasons": {world.sessions["open"]: "They bring someone."}}

    return given


def said(name: str, answer: TherapistAnswer) -> Given:
    return lambda world: {"visit_id": world.visits[name], "member_id": world.member("therapist"), "answer": answer}


def edited(name: str, *, later: int = 0, deputy: str | None = None, therapists: Sequence[str] = THERAPISTS) -> Given:
    def given(world: World) -> dict[str, object]:
        visit = world.visit(name)
        return {
            "visit_id": visit.id,
            "version": visit.version,
            "day": visit.day + timedelta(weeks=later),
            "therapist_ids": [world.member(one) for one in therapists],
            "deputy_id": world.member(deputy) if deputy else None,
            "team_cannot_travel": False,
        }

    return given


def all_remote(name: str, *, confirm: bool = False) -> Given:
    def given(world: World) -> dict[str, object]:
        visit = world.visit(name)
        ids = Session.objects.filter(visit=visit).values_list("id", flat=True)
        return {"visit_id": visit.id, "version": visit.version, "modes": dict.fromkeys(ids, Mode.REMOTE), "confirm": confirm}

    return given


def one_remote(name: str, session: str) -> Given:
    def given(world: World) -> dict[str, object]:
        visit = world.visit(name)
        return {"visit_id": visit.id, "version": visit.version, "modes": {world.sessions[session]: Mode.REMOTE}}

    return given


def moved(name: str, to: str | None) -> Given:
    def given(world: World) -> dict[str, object]:
        visit = world.visit(name)
        day = world.visit(to).day if to else world.visit("the one after").day + timedelta(weeks=1)
        return {"visit_id": visit.id, "version": visit.version, "day": day, "reason": CancelReason.NO_CROSSING}

    return given


SCENARIOS = [
    Scenario(
        visits.plan_visit,
        "coordinator",
        lambda world: {"day": world.visit("the one after").day + timedelta(weeks=1), "time_zone": "Europe/Paris"},
    ),
    Scenario(visits.record_therapist_answer, "therapist", said("Friday", TherapistAnswer.NO), "while it is planned"),
    Scenario(visits.record_therapist_answer, "therapist", said("the next", TherapistAnswer.NO), "once it is confirmed"),
    Scenario(
        visits.set_duty_phone,
        "coordinator",
        lambda world: {"visit_id": world.visits["the next"], "phone": "+33 3 53 01 00 11"},
    ),
    Scenario(visits.edit_visit, "coordinator", edited("Friday", deputy="lead"), "its deputy"),
    Scenario(visits.edit_visit, "coordinator", edited("the one after", later=1), "to another day"),
    Scenario(visits.edit_visit, "coordinator", edited("the next", therapists=["therapist"]), "its therapists"),
    Scenario(days.change_mode_of_day, "coordinator", all_remote("Friday"), "being planned"),
    Scenario(days.change_mode_of_day, "coordinator", all_remote("the next", confirm=True), "confirmed, and again at once"),
    Scenario(days.change_mode_of_day, "coordinator", one_remote("Friday", "taken"), "with what was far off", THEIRS_FAR_OFF),
    Scenario(days.move_day, "coordinator", moved("Friday", "the one after"), "to a day that is planned"),
    Scenario(days.move_day, "coordinator", moved("the next", None), "to a new day"),
    Scenario(timers.date_notes, "system", lambda world: {"visit_id": world.visits["Friday"]}),
    Scenario(visits.confirm_day, "coordinator", confirmed("Friday")),
    Scenario(visits.confirm_day, "coordinator", confirmed("the next"), "and the rest of it later"),
]
