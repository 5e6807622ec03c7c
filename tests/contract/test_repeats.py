"""The same act sent twice happens once, and an edit of what has changed meanwhile is refused with what it is now."""

import json
from uuid import uuid4

import pytest

from passerelle.journal.models import Change
from tests.contract.asking import ask, browser, is_refusal, undone, url
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Upload
from tests.contract.routes import body_of
from tests.contract.world import COORDINATOR, LEAD, World

ONCE = [call for call in CALLS if call.writes]
EDITS = [call for call in CALLS if "version" in body_of(call.operation).get("required", [])]


@pytest.mark.parametrize("call", ONCE, ids=str)
def test_the_same_key_does_it_once_and_another_body_is_refused(world: World, call: Call) -> None:
    subject, client, key = call.on(world), browser(world, call.one_who_may()), str(uuid4())
    first = ask(client, call, subject, idempotency_key=key)
    assert first.status_code == call.status
    told = Change.objects.count()
    again = ask(client, call, subject, idempotency_key=key)
    assert (again.status_code, again.content, again["Content-Type"]) == (first.status_code, first.content, "application/json")
    assert Change.objects.count() == told
    if isinstance(subject.body, Upload):
        changed = subject._replace(body=subject.body.with_another_file())
        other = ask(client, call, changed, idempotency_key=key)
    else:
        other = ask(client, call, subject, raw=json.dumps(subject.body).encode() + b" ", idempotency_key=key)
    assert (other.status_code, [line["code"] for line in is_refusal(other)]) == (422, ["idempotency_reused"])
    assert Change.objects.count() == told


def test_a_key_is_one_persons_and_one_addresss(world: World) -> None:
    (call,) = [call for call in CALLS if call.operation == "POST visits"]
    subject, key = call.on(world), str(uuid4())
    assert ask(browser(world, COORDINATOR), call, subject, idempotency_key=key).status_code == 201
    assert ask(browser(world, LEAD), call, call.on(world), idempotency_key=key).status_code == 201
    (me,) = [call for call in CALLS if call.operation == "PATCH me"]
    reused = ask(browser(world, COORDINATOR), me, me.on(world), idempotency_key=key)
    assert (reused.status_code, [line["code"] for line in is_refusal(reused)]) == (422, ["idempotency_reused"])
    no_key = ask(browser(world, COORDINATOR), me, me.on(world), idempotency_key="again")
    assert (no_key.status_code, [line["field"] for line in is_refusal(no_key)]) == (400, ["Idempotency-Key"])


@pytest.mark.parametrize("call", EDITS, ids=str)
def test_an_edit_of_an_older_version_is_answered_with_the_current_one(world: World, call: Call) -> None:
    subject, client = call.on(world), browser(world, call.one_who_may())
    with undone():
        stale = ask(client, call, subject, body={**(subject.body or {}), "version": (subject.body or {})["version"] + 7})
    assert (stale.status_code, [line["code"] for line in is_refusal(stale)]) == (412, ["stale"])
    if call.operation == "PUT sites/<uuid:pk>":  # a site is read in the list
        assert stale.json()["current"] in client.get(url("sites", {})).json()["results"]
        return
    address = call.address.rpartition("/")[0] if call.method == "POST" else call.address
    assert stale.json()["current"] == client.get(url(address, subject.names)).json()
