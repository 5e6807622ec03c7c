"""Whatever read tells the team an interpreter's number is written down: found from the router."""

from datetime import timedelta

import pytest

from passerelle.common import accesses
from passerelle.interpreters.models import Interpreter
from tests.contract.asking import ask, browser
from tests.contract.calls import CALLS
from tests.contract.calls.call import Subject
from tests.contract.world import LEAD, World
from tests.support.accesses import written

NUMBER = "+33 3 53 01 77 77"
READS = [call for call in CALLS if not call.writes and LEAD in call.may]
TOLD = {
    "GET exports/<str:kind>",
    "GET interpreters",
    "GET interpreters/<uuid:pk>",
    "GET visits/<uuid:pk>/sheet",
    "GET waiting",
}
"""The reads that tell it."""


def test_whatever_tells_a_number_is_written_down(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accesses, "EVERY", timedelta(0))
    Interpreter.objects.filter(pk=world.shirin.id).update(phone=NUMBER)
    day = world.visit_of(world.confirmed())
    world.asked()
    client, told, unwritten = browser(world, LEAD), set(), []
    for call in READS:
        of_the_day = call.address.startswith("visits/<uuid:pk>")
        subject, before = Subject({"pk": day.id}) if of_the_day else call.on(world), len(written())
        answer = ask(client, call, subject)
        assert answer.status_code == 200, call
        if NUMBER in answer.content.decode(errors="replace"):
            told.add(call.operation)
            unwritten += [call.operation] if len(written()) == before else []
    assert unwritten == []
    assert told == TOLD
