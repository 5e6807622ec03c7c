"""Every operation of the API, found from the running router: works, for whom, and how it refuses everybody else."""

from typing import Any

import pytest
from django.test import Client

from tests.contract.asking import ask, browser, is_refusal, nobody, undone, url
from tests.contract.calls import CALLS, FOR_ANYBODY
from tests.contract.calls.call import Call, Subject
from tests.contract.routes import METHODS, Route, described, routes
from tests.contract.world import COORDINATOR, EVERYONE, INTERPRETER, NEWCOMER, World

OPERATIONS = [operation for route in routes() for operation in route.operations]
every_call = pytest.mark.parametrize("call", CALLS, ids=str)
with_an_id = pytest.mark.parametrize("call", [call for call in CALLS if "<uuid:pk>" in call.address], ids=str)


def test_every_operation_is_listed_once() -> None:
    listed = [call.operation for call in CALLS] + list(FOR_ANYBODY)
    missing = sorted(set(OPERATIONS) - set(listed))
    assert not missing, f"Say who may, and how it is called, in tests/contract/calls/: {missing}"
    gone = sorted(set(listed) - set(OPERATIONS))
    assert not gone, f"The router no longer answers on these; take them out of tests/contract/calls/: {gone}"
    assert len(listed) == len(set(listed))


def test_every_operation_is_described() -> None:
    assert [operation for operation in OPERATIONS if not described(operation)] == ["GET schema", "GET docs"]


@every_call
def test_it_works_for_who_may_and_refuses_everyone_else(world: World, call: Call) -> None:
    subject = call.on(world)
    found = {}
    for name in sorted(EVERYONE):
        with undone():
            answer = ask(browser(world, name), call, subject)
            found[name] = answer.status_code
            if answer.status_code >= 400:
                is_refusal(answer)
    assert found == {name: call.expected(name) for name in found}


@every_call
def test_signed_out_is_401(world: World, call: Call) -> None:
    answer = ask(Client(), call, Subject({"day": world.a_friday()}, {}))
    assert (answer.status_code, answer.json()) == (401, {"errors": [{"code": "not_signed_in", "message": "Please sign in."}]})


@with_an_id
def test_what_does_not_exist_is_answered_exactly_as_what_is_not_theirs(world: World, call: Call) -> None:
    subject = call.on(world)
    client = browser(world, call.one_who_may())
    with undone():
        missing = ask(client, call, subject._replace(names={**subject.names, "pk": nobody()}))
    assert (missing.status_code, [line["code"] for line in is_refusal(missing)]) == (404, ["not_found"])
    if call.elsewhere == 404:
        with undone():
            foreign = ask(browser(world, NEWCOMER), call, subject)
        assert (foreign.status_code, foreign.content) == (404, missing.content)


@pytest.mark.parametrize("route", [r for r in routes() if not {*r.operations} & {*FOR_ANYBODY}], ids=lambda r: r.address)
def test_other_methods_are_405(world: World, route: Route) -> None:
    names = {"day": world.a_friday()}
    answers = []
    for method in set(METHODS) - set(route.methods):
        for name in (COORDINATOR, INTERPRETER):
            answer = browser(world, name).generic(method, url(route.address, names), b"{}", "application/json")
            assert is_refusal(answer)
            answers.append(answer)
    # One of the two may be refused for who they are: then nothing is told of what there is.
    assert {answer.status_code for answer in answers} <= {403, 405}
    told = [{*answer["Allow"].split(", ")} - {"OPTIONS", "HEAD"} for answer in answers if answer.status_code == 405]
    assert told
    assert all(methods == set(route.methods) for methods in told)


@pytest.mark.parametrize("call", [call for call in CALLS if call.writes], ids=str)
def test_writing_needs_the_csrf_token(world: World, call: Call) -> None:
    client = browser(world, call.one_who_may(), enforce_csrf_checks=True)
    answer = ask(client, call, Subject({"day": world.a_friday()}, {}))
    assert (answer.status_code, [line["code"] for line in is_refusal(answer)]) == (403, ["not_allowed"])


def test_the_csrf_token_is_the_one_that_me_hands_out(world: World) -> None:
    (call,) = [call for call in CALLS if call.operation == "PATCH me"]
    client = browser(world, COORDINATOR, enforce_csrf_checks=True)
    client.get(url("me", {}))
    answer = ask(client, call, call.on(world), x_csrftoken=client.cookies["csrftoken"].value)
    assert answer.status_code == 200


def test_nothing_is_answered_with_before_anybody_is_somebody(world: World) -> None:
    """A person with an account and no place anywhere sees lists, all of them empty, but for what is their own."""
    client = browser(world, NEWCOMER)
    world.confirmed()
    own = {"GET me", "GET me/data", "GET me/sign-ins"}
    for call in (call for call in CALLS if not call.writes and NEWCOMER in call.may and call.operation not in own):
        answer: Any = ask(client, call, Subject())
        assert answer.json()["results"] == [], call.operation
