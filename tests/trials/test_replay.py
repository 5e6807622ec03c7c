"""Every act of the API sent again over HTTP; and the trial sees an act that happens twice, and an answer that is not kept."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import get_resolver

from bench.page import measured
from tests.contract.routes import described, routes
from tests.factories.people import a_user
from tests.support.database import filled_tables
from tests.support.sockets import session_of
from tests.trials.weakened import FORGETS
from trials.lossless.replay import NOT_TRIED, TRIED, Tally, found, run
from trials.lossless.traces import BESIDE, Traces, unlike
from trials.page import RESULTS
from trials.wire import Wire

ACTS = {operation for route in routes() for operation in route.operations if not operation.startswith("GET ")}


def test_every_act_of_the_router_is_tried_or_has_its_reason() -> None:
    assert {call.operation for call in TRIED} | set(NOT_TRIED) == ACTS
    assert not {call.operation for call in TRIED} & set(NOT_TRIED)


OUTSIDE = {
    "healthz": "reads",
    "_allauth/": "signs in and out, and is not ours: who signs in twice is signed in",
    "front end": "reads; so does /ws/poll, which live/routing.py answers",
}
"""What is answered beside the API, and why nothing of it is sent again here."""


def test_beside_the_api_there_is_nothing_to_be_sent_twice() -> None:
    known = [str(found.pattern) for found in get_resolver().url_patterns]
    assert ["front end" if one.startswith("^(?!api/") else one for one in known if one != "api/v1/"] == list(OUTSIDE)


@pytest.mark.parametrize("operation", sorted(ACTS - set(NOT_TRIED)))
def test_every_act_is_described_with_the_key(operation: str) -> None:
    assert "Idempotency-Key" in {parameter["name"] for parameter in described(operation)["parameters"]}


def test_as_many_acts_were_tried_as_there_are() -> None:
    """The API grew since the trial was run: run it anew (``make trials only=lossless/replay``, some minutes)."""
    assert measured(RESULTS)["lossless/replay_acts"]["figure"] == len(TRIED)


def test_no_table_is_left_out_and_an_ended_sign_in_is_seen(committed_db: None) -> None:
    user = a_user("Juliette")
    here, _there = session_of(user), session_of(user)
    before = Traces.take()
    assert set(before.rows) == set(filled_tables()) - {BESIDE}
    Session.objects.exclude(pk=here).delete()
    found = unlike(before.rows, Traces.take().rows)
    assert [one.partition(";")[0] for one in found] == [
        "accounts_signin: 2 rows, then 1",
        "django_session: 2 rows, then 1",
    ]


def test_every_act_sent_again_happens_once(committed_db: None, web: int) -> None:
    tally = run(Wire(web))
    assert (tally.second, tally.unlike, tally.broken) == ([], [], [])
    assert tally.acts == len(TRIED)
    assert {figure.name: figure.figure for figure in found(tally).figures if figure.unit != "requests"} == {
        "lossless/replay_acts": len(TRIED),
        "lossless/replay_second_effects": 0,
        "lossless/replay_answers_unlike": 0,
        "lossless/replay_5xx": 0,
    }


def tried(operation: str, port: int, forgets: str) -> Tally:
    return run(Wire(port, {FORGETS: forgets}), [call for call in TRIED if call.operation == operation])


def test_an_act_that_happens_twice_is_noticed(committed_db: None, weakened_web: int) -> None:
    """As where a view does not go through ``once``."""
    tally = tried("POST interpreters", weakened_web, "keys")
    for how in ("sent again", "another body", "at once", "dropped"):
        assert any(f"interpreters, {how}: interpreters_interpreter" in one for one in tally.second), tally.second


def test_an_answer_that_is_not_kept_word_for_word_is_noticed(committed_db: None, weakened_web: int) -> None:
    tally = tried("POST interpreters", weakened_web, "words")
    assert tally.second == []
    hows = {one.partition(":")[0].removeprefix("POST interpreters, ") for one in tally.unlike}
    assert hows == {"sent again", "at once", "dropped"}


def test_a_key_that_counts_for_everybody_is_noticed(committed_db: None, weakened_web: int) -> None:
    tally = tried("POST interpreters", weakened_web, "whose")
    assert any("with the same key: (201" in one for one in tally.unlike), tally.unlike
