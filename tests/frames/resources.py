"""What a person can read, taken apart into the things it shows.

A screen fetches a resource again when it hears of a change of a *type* the resource shows (the front end's query keys
begin with those types), and a client that looks at ids may be choosier still. So each resource is taken apart into
parts, and each part says three things:

- ``shows``: the types of which a change fetches it again, as the front end's keys have them;
- ``names``: the things it is about. A line announces a part when it is of a type the part shows and about a thing the
  part names (``any_of``: whatever the thing, where everybody's bookings count);
- ``cards``: the things it is the card of. A line about a thing is right when a card of that thing reads differently;
  what is only derived from others (warnings, a history, a message) is the card of nothing.

A list is its rows. A session's card is without its places; each of those is a card of its own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from passerelle.agencies.models import TravelTime
from passerelle.bookings.models import Shift
from tests.frames.parts import UUIDS, Body, Part, Reading

type Apart = Callable[[Reading], Iterable[Part]]


def rows(kind: str) -> Apart:
    return lambda reading: (reading.card(kind, row) for row in reading.body["results"])


def card(kind: str) -> Apart:
    return lambda reading: [reading.card(kind, reading.body)]


def derived(shows: str, *, any_of: str = "") -> Apart:
    return lambda reading: [reading.part("", reading.body, shows, any_of=any_of)]


def session_parts(reading: Reading, body: Body) -> Iterator[Part]:
    """A session and its places. What an interpreter has on record shows in the place they hold."""
    yield reading.card("session", {**body, "shifts": [shift["id"] for shift in body["shifts"]]})
    for shift in body["shifts"]:
        yield reading.card("shift", shift, shows="shift+interpreter")


def sessions(reading: Reading) -> Iterator[Part]:
    for row in reading.body["results"]:
        yield from session_parts(reading, row)


def board(reading: Reading) -> Iterator[Part]:
    body = reading.body
    yield reading.card("visit", body["visit"])
    for session in [*body["requests"], *body["sessions"]]:
        yield from session_parts(reading, session)
    rest = {**body, "visit": None}
    for name in ("requests", "sessions"):
        rest[name] = [session["id"] for session in body[name]]
    everything = {UUID(found) for found in UUIDS.findall(json.dumps(body))}
    yield reading.part("as a whole", rest, "visit+session+shift+interpreter", names=everything)


def confirmation(reading: Reading) -> Iterator[Part]:
    body = reading.body
    for line in body["sessions"]:
        yield from session_parts(reading, line["session"])
    rest = {**body, "sessions": [{**line, "session": line["session"]["id"]} for line in body["sessions"]]}
    everything = [*map(UUID, UUIDS.findall(json.dumps(body))), *_places_of(body)]
    yield reading.part("as a whole", rest, "visit+session+shift+interpreter", names=everything)


def _places_of(body: Body) -> Iterator[UUID]:
    """The places of these sessions, and who holds them: their records decide what is ready, their answers who is told."""
    ids = [line["session"]["id"] for line in body["sessions"]]
    for pair in Shift.objects.filter(session__in=ids).values_list("id", "holder_id"):
        yield from filter(None, pair)


def candidates(reading: Reading) -> Iterator[Part]:
    """A line a person. Whoever is better placed by now moves all others down, and any place may be the one that clashes."""
    shows = "session+shift+free_day+interpreter+travel_time"
    for row in reading.body["results"]:
        who = UUID(row["interpreter"]["id"])
        cards = [("interpreter", who), ("free_day", who)]
        yield reading.part(f"candidate {who}", row, shows, cards=cards, any_of=shows)


def inbox(reading: Reading) -> Iterator[Part]:
    """A line a thing that waits: a session, or a place and whoever holds it or is kept for."""
    for row in reading.body["results"]:
        holder = Shift.objects.filter(pk=row["id"]).values_list("holder_id", flat=True)
        yield reading.part(f"{row['kind']} {row['id']}", row, "session+shift+interpreter", names=filter(None, holder))


def waiting(reading: Reading) -> Iterator[Part]:
    """A line a person, with all they were asked: what they hold elsewhere counts."""
    for row in reading.body["results"]:
        shows = "session+shift+interpreter+travel_time"
        yield reading.part(f"person {row['interpreter']['id']}", row, shows, any_of=shows)


def message(reading: Reading) -> Iterator[Part]:
    """What a partner forwards: the session in words."""
    assert reading.address is not None
    yield reading.part("", reading.body, "session", cards=[("session", reading.address)])


def one_shift(reading: Reading) -> Iterator[Part]:
    yield reading.card("shift", reading.body, shows="shift+interpreter")


def one_session(reading: Reading) -> Iterator[Part]:
    yield from session_parts(reading, reading.body)


def free_days(reading: Reading) -> Iterator[Part]:
    """A line a day, drawn from visits; what was said is told by the interpreter's id, which the team has in the address.

    The team reads them of somebody, who may come and go.
    """
    own = reading.address or UUID(reading.me["interpreter_id"])
    shows, cards = "free_day+visit" + "+interpreter" * bool(reading.address), [("free_day", own)]
    for row in reading.body["results"]:
        yield reading.part(row["day"], row, shows, names=[own], cards=cards)
    rest = {**reading.body, "results": None}
    yield reading.part("as a whole", rest, shows, names=[own], cards=cards, any_of="visit")


def profile(reading: Reading) -> Iterator[Part]:
    """What is held about the reader. The areas to choose from come with the form."""
    yield reading.card("interpreter", {**reading.body, "areas": None})


def limits(reading: Reading) -> Iterator[Part]:
    """What the reader recorded of somebody's limits."""
    yield reading.card("interpreter", {**reading.body, "id": str(reading.address)})


def person(reading: Reading) -> Iterator[Part]:
    """What is held about one interpreter, and each of their bookings. The areas to choose from come with the form."""
    body = reading.body
    record = {**body, "coming": None, "past": None, "areas": None, "id": body["interpreter"]["id"]}
    yield reading.card("interpreter", record)
    for row in [*body["coming"], *body["past"]]:
        yield reading.part(f"booking {row['id']}", row, "interpreter+shift+session+visit", any_of="session")


def travel_times(reading: Reading) -> Iterator[Part]:
    ways = {(way.area, way.other): way.id for way in TravelTime.objects.all()}
    for row in reading.body["results"]:
        way = ways[row["area"], row["other"]]
        yield reading.part(f"{row['area']} – {row['other']}", row, "travel_time", names=[way], cards=[("travel_time", way)])


def one_agency(reading: Reading) -> Iterator[Part]:
    """A partner with its people, and each of its groups."""
    body = reading.body
    yield reading.card("agency", {**body, "groups": None})
    for row in body["groups"]:
        yield from group_parts(reading, row)


def group_parts(reading: Reading, body: Body) -> Iterator[Part]:
    of = UUID(body["group"]["id"])
    yield reading.part(f"group {of}", body, "group", cards=[("group", of)])


def one_group(reading: Reading) -> Iterator[Part]:
    yield from group_parts(reading, reading.body)


def members(reading: Reading) -> Iterator[Part]:
    """The people of an agency are told as the agency."""
    assert reading.address is not None
    for row in reading.body["results"]:
        yield reading.part(f"member {row['id']}", row, "agency", cards=[("agency", reading.address)])


def sign_ins(reading: Reading) -> Iterator[Part]:
    """Where the reader is signed in. When they were last seen is noted by the way, and told to nobody."""
    yield reading.part("", {"results": [{**row, "seen": None} for row in reading.body["results"]]}, "me+sign_in")


@dataclass(frozen=True)
class Resource:
    """A GET route. ``read_by``: the roles that may ever read it (none: everyone signed in).

    ``same_for``: roles whose fetch leaves it out, because they read the same elsewhere in it, and where.
    """

    route: str
    apart: Apart
    read_by: frozenset[str] = frozenset()
    queries: tuple[str, ...] = ("",)
    same_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def of(self) -> str | None:
        """The kind of thing whose id stands in the address."""
        return self.route.split("/")[0] if "<uuid:pk>" in self.route else None

    def url(self, pk: UUID | None, query: str) -> str:
        return f"/api/v1/{self.route.replace('<uuid:pk>', str(pk))}{query}"


TEAM, PARTNER, INTERPRETER = frozenset({"team"}), frozenset({"partner"}), frozenset({"interpreter"})
EVERY_ROLE = TEAM | PARTNER | INTERPRETER
LIMIT = ("?limit=100",)
OFFERS = tuple(f"?limit=100&show={show}" for show in ("asked", "mine", "past"))

RESOURCES = [
    Resource("me", derived("me")),
    Resource("me/sign-ins", sign_ins),
    Resource("team", rows("team_member"), TEAM),
    Resource("interpreters", rows("interpreter"), TEAM, LIMIT),
    Resource("interpreters/<uuid:pk>", person, TEAM),
    Resource("interpreters/<uuid:pk>/free-days", free_days, TEAM),
    Resource("interpreters/<uuid:pk>/limits", limits, TEAM),
    Resource("agencies", rows("agency"), TEAM | PARTNER, LIMIT),
    Resource("agencies/<uuid:pk>/members", members, TEAM | PARTNER),
    Resource("agencies/<uuid:pk>", one_agency, TEAM),
    Resource("groups/<uuid:pk>", one_group, TEAM),
    Resource("sites", rows("site"), TEAM, LIMIT),
    Resource("groups", rows("group"), TEAM | PARTNER, LIMIT),
    Resource("groups/<uuid:pk>/interpreters", derived("session+group", any_of="session"), TEAM | PARTNER),
    Resource("visits", rows("visit"), EVERY_ROLE, LIMIT),
    Resource("visits/<uuid:pk>", card("visit"), EVERY_ROLE),
    Resource("visits/<uuid:pk>/board", board, TEAM),
    Resource("visits/<uuid:pk>/confirmation", confirmation, TEAM),
    Resource("sessions", sessions, TEAM | PARTNER, LIMIT),
    Resource("sessions/<uuid:pk>", one_session, TEAM | PARTNER, same_for={"partner": "the row of their list"}),
    Resource("sessions/<uuid:pk>/message", message, TEAM | PARTNER, same_for={"team": "the partner's own"}),
    Resource("shifts/<uuid:pk>", one_shift, TEAM),
    Resource("shifts/<uuid:pk>/candidates", candidates, TEAM),
    Resource("offers", rows("offer"), INTERPRETER, OFFERS),
    Resource("offers/<uuid:pk>", card("offer"), TEAM | INTERPRETER, same_for={"team": "a line of its place"}),
    Resource("free-days", free_days, INTERPRETER),
    Resource("profile", profile, INTERPRETER),
    Resource("pairings", rows("pairing")),
    Resource("travel-times", travel_times, TEAM),
    Resource("imports", rows("import"), TEAM),
    Resource("imports/<uuid:pk>", card("import"), TEAM),
    Resource("imports/<uuid:pk>/rows", derived("import"), TEAM),
    Resource("inbox", inbox, TEAM),
    Resource("waiting", waiting, TEAM),
]

NOT_LIVE: Mapping[str, str] = {
    "sessions/<uuid:pk>/history": "Made of the very lines that were told to the reader: it cannot change without one.",
    "audit": "The log itself, and who looked at what: a page of both as they stood when it was opened.",
    "journal": "The log itself: a page of it is what stood there when it was opened.",
    "schema": "The contract; no data.",
    "docs": "The contract, to read; no data.",
    "demo/people": "Who can be signed in as in the demo; fetched signed out.",
    "offers/not-for-me": "Answers a question when it is asked. A frame would tell of places one was not asked for.",
    "offers/<uuid:pk>/message": "A text to copy, made when it is asked for.",
    "waiting/<uuid:pk>/message": "A text to copy, made when it is asked for.",
    "pairings/choices": "What a form offers to choose from, fetched with it.",
    "shifts/<uuid:pk>/edit-meaning": "What an edit would mean, asked while it is written.",
    "visits/<uuid:pk>/modes": "What holding the day another way would mean, asked while it is chosen.",
    "exports/<str:kind>": "A file, made when it is asked for.",
    "me/data": "A file, made when it is asked for.",
    "visits/<uuid:pk>/sheet": "A page to print, which says when it was made.",
}
"""GET routes that are not compared, and why not."""
