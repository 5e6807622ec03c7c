"""Whatever is read costs as many statements with a hundred rows as with one: every GET of the router is in the list."""

from collections.abc import Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.models import User
from passerelle.bookings.models import Visit
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.bookings.services.travel import set_travel_time
from tests.contract.asking import browser, url
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.calls.imports import an_import
from tests.contract.routes import described, lists, pages
from tests.contract.world import COORDINATOR, INTERPRETER, PARTNER, World
from tests.factories.people import a_group_of, a_partner_of, a_profile, an_agency, an_interpreter
from tests.support.sockets import session_of

ELSEWHERE = {"GET audit": "with more lines it shows other things, each asked by its name: tests/journal/test_audit.py counts"}
READS = [call for call in CALLS if call.method == "GET" and call.operation not in ELSEWHERE]
READERS = frozenset({COORDINATOR, INTERPRETER, PARTNER})
ROWS = (1, 3, 100)
NOT_GROWN = {
    "GET groups/<uuid:pk>/interpreters": "one statement reads the whole of it",
    "GET imports/<uuid:pk>/rows": "an import is whole when it is made: tests/imports/test_api.py counts",
    "GET journal": "numbered when a transaction commits, which this one does not: tests/journal/test_reading.py counts",
    "GET sessions/<uuid:pk>/history": "likewise: tests/bookings/selectors/test_history.py counts",
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
    if number % 10 == 0:
        world.taken()
        world.over()
    rule_out_pairing(interpreter_id=her.id, group_id=a_group_of(an_agency()).id, now=world.now, actor=world.team)
    set_travel_time(area="Calais centre", other=f"Quay {number}", minutes=40, now=world.now, actor=world.team)
    an_import(world)
    for name in READERS:
        session_of(User.objects.get(pk=str(world.people[name].user_id)))


def about(call: Call, world: World, day: Visit) -> Subject:
    """The day that fills, where a day is read."""
    return Subject({"pk": day.id}) if call.address.startswith("visits/<uuid:pk>") else call.on(world)


def questions(call: Call) -> Iterator[dict[str, str]]:
    """The read as it is; a list also with each word that a filter of it knows."""
    yield {}
    if call.operation not in lists():
        return
    for parameter in described(call.operation).get("parameters", []):
        if parameter["in"] == "query":
            yield from ({parameter["name"]: word} for word in parameter["schema"].get("enum", []))


def reads() -> Iterator[tuple[Call, str, dict[str, str]]]:
    """Every GET, as everybody who has rows there, with every such question; what has to be asked more is asked elsewhere."""
    for call in READS:
        for name in sorted(call.may & READERS):
            yield from ((call, name, question) for question in questions(call))


def read(world: World, call: Call, subject: Subject, name: str, question: dict[str, str]) -> tuple[int, int]:
    """How many statements an answer took, and how long it was."""
    client = browser(world, name)
    asked = {**question, **({"limit": "100"} if call.operation in pages() else {})}
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url(call.address, subject.names), asked)
    assert answer.status_code == 200, (call, name, asked, answer.content)
    return len(captured), len(answer.getvalue())


def test_no_read_takes_more_statements_with_more_rows(world: World) -> None:
    day = world.a_visit()
    another_of_everything(world, day, 0)
    subjects = {call: about(call, world, day) for call in READS}
    for call, name, asked in reads():  # who looks is written down once an hour, and was here before
        read(world, call, subjects[call], name, asked)
    taken: list[dict[str, tuple[int, int]]] = []
    rows = 1
    for upto in ROWS:
        for number in range(rows, upto):
            another_of_everything(world, day, number)
        rows = upto
        taken.append(
            {f"{call} {name} {asked}": read(world, call, subjects[call], name, asked) for call, name, asked in reads()}
        )
    by_read = {one: [found[one] for found in taken] for one in taken[0]}
    growing = {one: counts for one, found in by_read.items() if len(set(counts := [count for count, _ in found])) > 1}
    assert growing == {}
    longer = {one.rsplit(" ", 2)[0] for one, found in by_read.items() if found[0][1] < found[-1][1]}
    same = {call.operation for call in READS if call.operation in lists()} - longer
    assert same == set(NOT_GROWN), "A list of which this test makes no more rows, or makes some by now."
