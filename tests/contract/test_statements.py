"""Whatever is read costs as many statements with a hundred rows as with one: every GET of the router is in the list."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.models import Visit
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.bookings.services.travel import set_travel_time
from tests.contract.asking import browser, url
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.calls.imports import an_import
from tests.contract.routes import lists, pages
from tests.contract.test_pages import reader
from tests.contract.world import World
from tests.factories.people import a_group_of, a_partner_of, a_profile, an_agency, an_interpreter

READS = [call for call in CALLS if call.method == "GET"]
ROWS = (1, 3, 100)
NOT_GROWN = {
    "GET free-days": "the next eight visits, however many are planned",
    "GET groups/<uuid:pk>/interpreters": "one statement reads the whole of it",
    "GET imports/<uuid:pk>/rows": "an import is whole when it is made: tests/imports/test_api.py counts",
    "GET journal": "numbered when a transaction commits, which this one does not: tests/journal/test_reading.py counts",
    "GET sessions/<uuid:pk>/history": "likewise",
}
"""Lists that stay as long as they were here, each with its reason."""


def another_of_everything(world: World, day: Visit, number: int) -> None:
    """One more row of whatever is listed: also on the board of ``day``, and for her who is asked."""
    a_partner_of(an_agency())
    a_partner_of(world.agency)
    group = a_group_of(world.agency)
    shift = world.scheduled(day, hour=8 + number % 10, group=group)
    her = an_interpreter(a_profile("Leyla"))
    ask_interpreters(shift_id=shift.id, interpreter_ids=[her.id], now=world.now, actor=world.team)
    world.asked(world.scheduled(), world.shirin)
    rule_out_pairing(interpreter_id=her.id, group_id=a_group_of(an_agency()).id, now=world.now, actor=world.team)
    set_travel_time(area="Calais centre", other=f"Quay {number}", minutes=40, now=world.now, actor=world.team)
    an_import(world)


def about(call: Call, world: World, day: Visit) -> Subject:
    """The day that fills, where a day is read."""
    return Subject({"pk": day.id}) if call.address.startswith("visits/<uuid:pk>") else call.on(world)


def read(world: World, call: Call, subject: Subject) -> tuple[int, int]:
    """How many statements an answer took, and how long it was."""
    client = browser(world, reader(call))
    asked = {"limit": 100} if call.operation in pages() else {}
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url(call.address, subject.names), asked)
    assert answer.status_code == 200, answer.content
    return len(captured), len(answer.getvalue())


def test_no_read_takes_more_statements_with_more_rows(world: World) -> None:
    day = world.a_visit()
    another_of_everything(world, day, 0)
    subjects = {call: about(call, world, day) for call in READS}
    taken: list[dict[str, tuple[int, int]]] = []
    rows = 1
    for upto in ROWS:
        for number in range(rows, upto):
            another_of_everything(world, day, number)
        rows = upto
        taken.append({call.operation: read(world, call, subject) for call, subject in subjects.items()})
    by_operation = {operation: [one[operation] for one in taken] for operation in taken[0]}
    growing = {op: counts for op, found in by_operation.items() if len(set(counts := [count for count, _ in found])) > 1}
    assert growing == {}
    same = {op for op in set(lists()) & set(by_operation) if by_operation[op][0][1] >= by_operation[op][-1][1]}
    assert same == set(NOT_GROWN), "A list of which this test makes no more rows, or makes some by now."
