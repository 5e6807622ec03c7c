"""Every list that comes in pages, found from the router: walked through by its markers, and no other marker is taken."""

from typing import Any

import pytest

from tests.contract.asking import browser, is_refusal, url
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.calls.imports import an_import
from tests.contract.routes import pages
from tests.contract.world import World
from tests.factories.people import a_group_of, a_partner_of, a_profile, an_agency, an_interpreter

OF_THE_JOURNAL = {"GET sessions/<uuid:pk>/history"}
"""Numbered when a transaction commits, which those of this module do not."""
PAGES = [call for call in CALLS if call.operation in set(pages()) - OF_THE_JOURNAL]
every_page = pytest.mark.parametrize("call", PAGES, ids=str)


def grow(world: World) -> None:
    """Two more of everything that is listed."""
    for _ in range(2):
        a_group_of(world.agency)
        a_partner_of(an_agency())
        an_interpreter(a_profile("Leyla"))
        world.asked(world.scheduled(), world.shirin, world.omid)
        an_import(world)


def reader(call: Call) -> str:
    """Somebody whose list has rows."""
    return min(call.may & {"coordinator", "interpreter"})


def walked(world: World, call: Call, subject: Subject, **asked: Any) -> list[Any]:
    client, found, cursor = browser(world, reader(call)), [], None
    while True:
        answer = client.get(url(call.address, subject.names), {**asked, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.content
        found += answer.json()["results"]
        cursor = answer.json()["next"]
        if cursor is None:
            return found


def test_there_are_lists_in_pages() -> None:
    assert {call.operation for call in PAGES} == set(pages()) - OF_THE_JOURNAL
    assert len(PAGES) > 5


@every_page
def test_pages_of_one_row_lead_through_the_whole_list(world: World, call: Call) -> None:
    grow(world)
    subject = call.on(world)
    whole = walked(world, call, subject, limit=100)
    assert len(whole) > 1
    assert walked(world, call, subject, limit=1) == whole
    assert walked(world, call, subject, limit=len(whole)) == whole


@every_page
def test_a_marker_or_a_limit_that_is_none_is_refused(world: World, call: Call) -> None:
    grow(world)
    subject, client = call.on(world), browser(world, reader(call))
    address = url(call.address, subject.names)
    others = [found for found in PAGES if found.operation != call.operation and "<uuid:pk>" not in found.address]
    markers = [browser(world, reader(other)).get(url(other.address, {}), {"limit": 1}).json()["next"] for other in others]
    given = client.get(address, {"limit": 1}).json()["next"] or "x"
    for cursor in ["x", "WzFd", given[:10], "A" + given, *(marker for marker in markers if marker)]:
        answer = client.get(address, {"cursor": cursor})
        assert (answer.status_code, [line["field"] for line in is_refusal(answer)]) == (400, ["cursor"]), cursor
    for limit in ("0", "101", "-1", "ten", "1.5", "٣"):
        answer = client.get(address, {"limit": limit})
        assert (answer.status_code, [line["field"] for line in is_refusal(answer)]) == (400, ["limit"]), limit
    unknown = client.get(address, {"colour": "red"})
    assert (unknown.status_code, [line["code"] for line in is_refusal(unknown)]) == (400, ["unknown_field"])
