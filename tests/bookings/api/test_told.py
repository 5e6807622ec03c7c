"""What somebody told the team by phone: who may record it, who reads it back, and what nobody can read out of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from passerelle.availability.services import set_free_day, set_usual_day, take_break
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.load import Limits
from passerelle.domain.roles import Actor
from passerelle.domain.words import Place
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.wishes import Wishes, change_wishes
from tests.factories.partners import signed_in
from tests.factories.people import a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team


def put(client: Client, of: UUID, what: str, body: dict[str, Any]) -> Any:
    return client.put(f"/api/v1/interpreters/{of}/{what}", body, content_type="application/json")


def read(client: Client, of: UUID, what: str = "free-days") -> Any:
    answer = client.get(f"/api/v1/interpreters/{of}/{what}")
    assert answer.status_code == 200
    return answer.json()


def now() -> datetime:
    """The API's clock is the real one."""
    return datetime.now(UTC)


def a_day_to_come() -> date:
    day = now().date() + timedelta(weeks=4)
    plan_visit(day=day, time_zone="Europe/Paris", now=now(), actor=someone_of_the_team())
    return day


def test_what_one_records_stands_in_her_own_window_and_is_read_back_by_whoever_recorded_it(db: None) -> None:
    day, her = a_day_to_come(), an_interpreter()
    team, colleague = signed_in(someone_of_the_team()), signed_in(someone_of_the_team())
    until = (day + timedelta(days=40)).isoformat()
    said = put(team, her.id, f"free-days/{day}", {"free": False})
    assert (said.status_code, said.json()["free"]) == (200, False)
    assert put(team, her.id, "free-days/usual", {"weekday": day.weekday(), "free": True}).status_code == 200
    assert put(team, her.id, "free-days/break", {"until": until}).status_code == 200
    recorded = read(team, her.id)
    assert recorded == signed_in(acting(her)).get("/api/v1/free-days").json()
    assert [(row["free"], row["usual"], row["on_break"]) for row in recorded["results"]] == [(False, True, True)]
    assert recorded["break_until"] == until
    # A colleague reads that there is a break, as everywhere, and of the days nothing.
    theirs = read(colleague, her.id)
    assert [(row["free"], row["usual"], row["on_break"]) for row in theirs["results"]] == [(None, None, True)]
    assert [line["free"] for line in theirs["usual"]] == [None]


def test_her_own_window_says_when_it_was_noted_for_her_until_she_says_it_herself(db: None) -> None:
    day, her = a_day_to_come(), an_interpreter()
    until, recorded_at = day + timedelta(days=40), now()
    team, own = someone_of_the_team(), signed_in(acting(her))
    set_free_day(interpreter_id=her.id, day=day, free=False, now=recorded_at, actor=team)
    set_usual_day(interpreter_id=her.id, weekday=day.weekday(), free=True, now=recorded_at, actor=team)
    take_break(interpreter_id=her.id, until=until, now=recorded_at, actor=team)

    def noted() -> list[datetime | None]:
        found = own.get("/api/v1/free-days").json()
        moments = [found["results"][0]["noted_at"], found["usual"][0]["noted_at"], found["break_noted_at"]]
        return [datetime.fromisoformat(moment) if moment else None for moment in moments]

    assert noted() == [recorded_at] * 3
    own.put(f"/api/v1/free-days/{day}", {"free": False}, content_type="application/json")
    assert noted() == [None, recorded_at, recorded_at]
    own.put("/api/v1/free-days/usual", {"weekday": day.weekday(), "free": False}, content_type="application/json")
    own.put("/api/v1/free-days/break", {"until": None}, content_type="application/json")
    assert noted() == [None] * 3
    body = own.get("/api/v1/free-days").content.decode()
    assert str(team.user_id) not in body


def test_what_she_says_herself_is_not_read_and_takes_the_place_of_what_was_recorded(db: None) -> None:
    day, her = a_day_to_come(), an_interpreter()
    team = signed_in(someone_of_the_team())
    untouched = read(team, her.id)
    set_free_day(interpreter_id=her.id, day=day, free=False, now=now(), actor=acting(her))
    set_usual_day(interpreter_id=her.id, weekday=(day.weekday() + 1) % 7, free=True, now=now(), actor=acting(her))
    assert read(team, her.id) == untouched
    put(team, her.id, f"free-days/{day}", {"free": True})
    assert [row["free"] for row in read(team, her.id)["results"]] == [True]
    set_free_day(interpreter_id=her.id, day=day, free=False, now=now(), actor=acting(her))
    assert read(team, her.id) == untouched


def test_recording_answers_the_same_whatever_she_had_said(db: None) -> None:
    day, team = a_day_to_come(), signed_in(someone_of_the_team())
    answers = set()
    for before in (None, True, False):
        for free in (True, False, None):
            her = an_interpreter()
            set_free_day(interpreter_id=her.id, day=day, free=before, now=now(), actor=acting(her))
            said = put(team, her.id, f"free-days/{day}", {"free": free})
            told = {**said.json(), "noted_at": said.json()["noted_at"] is not None}  # the moment is its own
            answers.add((free, said.status_code, repr(told)))
    assert len(answers) == 3


def test_a_break_is_ended_by_the_team_too(db: None) -> None:
    day, her = a_day_to_come(), an_interpreter(signs_in=False)
    take_break(interpreter_id=her.id, until=day, now=now(), actor=someone_of_the_team())
    ended = put(signed_in(someone_of_the_team()), her.id, "free-days/break", {"until": None})
    assert (ended.status_code, ended.json()["break_until"]) == (200, None)


def record(client: Client, of: UUID, version: int | None = None, **limits: int) -> Any:
    """On the version that is read now, unless told."""
    on = read(client, of, "limits")["version"] if version is None else version
    return put(client, of, "limits", {"version": on, "limits": limits})


def no_limits() -> dict[str, None]:
    return dict.fromkeys(["consecutive_minutes", "sessions_a_day", "weeks_in_a_row", "hours_a_month"])


def test_limits_of_somebody_without_an_account_are_kept_by_whoever_recorded_them(db: None) -> None:
    her = an_interpreter(signs_in=False)
    team, colleague = signed_in(someone_of_the_team()), signed_in(someone_of_the_team())
    told = record(team, her.id, sessions_a_day=1)
    assert (told.status_code, told.json()["limits"]) == (200, {**no_limits(), "sessions_a_day": 1})
    assert Interpreter.objects.get(pk=her.pk).limits == Limits(sessions_a_day=1)
    version = Interpreter.objects.get(pk=her.pk).version
    assert record(team, her.id, sessions_a_day=1).status_code == 200
    assert Interpreter.objects.get(pk=her.pk).version == version  # the same again changes nothing
    assert read(colleague, her.id, "limits")["limits"] == no_limits()
    record(colleague, her.id, hours_a_month=8)
    assert Interpreter.objects.get(pk=her.pk).limits == Limits(hours_a_month=8)
    assert read(team, her.id, "limits")["limits"] == no_limits()


def test_of_two_who_record_at_once_the_second_reads_that_a_colleague_did_and_not_what(db: None) -> None:
    her = an_interpreter(signs_in=False)
    team, colleague = signed_in(someone_of_the_team()), signed_in(someone_of_the_team())
    opened = read(team, her.id, "limits")["version"]
    assert record(colleague, her.id, opened, hours_a_month=8).status_code == 200
    stale = record(team, her.id, opened, sessions_a_day=1)
    assert (stale.status_code, stale.json()["errors"][0]["code"]) == (412, "stale")
    assert stale.json()["current"] == read(team, her.id, "limits")
    assert (stale.json()["current"]["yours"], stale.json()["current"]["limits"]) == (False, no_limits())
    assert Interpreter.objects.get(pk=her.pk).limits == Limits(hours_a_month=8)
    # Seen, and written all the same.
    assert record(team, her.id, stale.json()["current"]["version"], sessions_a_day=1).status_code == 200
    assert Interpreter.objects.get(pk=her.pk).limits == Limits(sessions_a_day=1)


def test_who_records_in_two_windows_reads_both(db: None) -> None:
    her, team = an_interpreter(signs_in=False), signed_in(someone_of_the_team())
    opened = read(team, her.id, "limits")["version"]
    record(team, her.id, opened, hours_a_month=8)
    current = record(team, her.id, opened, sessions_a_day=1).json()["current"]
    assert (current["yours"], current["limits"]) == (True, {**no_limits(), "hours_a_month": 8})
    # What stands there already is no conflict.
    assert record(team, her.id, opened, hours_a_month=8).status_code == 200


def test_what_else_of_them_changed_since_is_no_conflict(db: None) -> None:
    her, team = an_interpreter(signs_in=False), signed_in(someone_of_the_team())
    record(team, her.id, hours_a_month=8)
    opened = read(team, her.id, "limits")["version"]
    Interpreter.objects.get(pk=her.pk).changed("phone")
    assert record(team, her.id, opened, sessions_a_day=1).status_code == 200
    assert record(team, her.id, opened + 7, sessions_a_day=2).status_code == 412


def test_limits_of_somebody_with_an_account_are_neither_read_nor_written(db: None) -> None:
    her, team = an_interpreter(), signed_in(someone_of_the_team())
    own = Wishes([Place.FRANCE], limits=Limits(sessions_a_day=1))
    change_wishes(interpreter_id=her.id, version=her.version, wishes=own, now=now(), actor=acting(her))
    assert read(team, her.id, "limits")["limits"] == no_limits()
    refused = record(team, her.id, sessions_a_day=2)
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (409, "has_account")
    assert Interpreter.objects.get(pk=her.pk).limits == Limits(sessions_a_day=1)


def test_a_limit_over_everyones_is_refused_beside_its_field(db: None) -> None:
    her = an_interpreter(signs_in=False)
    refused = record(signed_in(someone_of_the_team()), her.id, sessions_a_day=900)
    error = refused.json()["errors"][0]
    assert (refused.status_code, error["code"], error["field"]) == (400, "over_the_limit", "limits.sessions_a_day")


A_DAY = f"free-days/{now().date() + timedelta(weeks=4)}"
ADDRESSES = (A_DAY, "free-days/usual", "free-days/break", "limits")
BODY: dict[str, dict[str, Any]] = {
    A_DAY: {"free": True},
    "free-days/usual": {"weekday": 4, "free": True},
    "free-days/break": {"until": None},
    "limits": {"version": 1, "limits": {}},
}


@pytest.mark.parametrize("what", ADDRESSES, ids=["day", "usual", "break", "limits"])
def test_nobody_else_records_or_reads_it(db: None, what: str) -> None:
    her, other = an_interpreter(signs_in=False), an_interpreter()
    someone = an_interpreter()
    outsiders: list[Actor] = [a_partner_of(an_agency()), acting(other), acting(someone)]
    for actor in outsiders:
        for of in (her.id, someone.id, uuid4()):
            assert put(signed_in(actor), of, what, BODY[what]).status_code == 403
            assert signed_in(actor).get(f"/api/v1/interpreters/{of}/free-days").status_code == 403
            assert signed_in(actor).get(f"/api/v1/interpreters/{of}/limits").status_code == 403
    assert put(signed_in(someone_of_the_team()), her.id, what, BODY[what]).status_code == 200


@pytest.mark.parametrize("what", ADDRESSES, ids=["day", "usual", "break", "limits"])
def test_somebody_who_is_not_there_is_missing(db: None, what: str) -> None:
    team = signed_in(someone_of_the_team())
    assert put(team, uuid4(), what, BODY[what]).status_code == 404
    assert [team.get(f"/api/v1/interpreters/{uuid4()}/{read}").status_code for read in ("free-days", "limits")] == [404, 404]
