"""What is asked: every operation about the pair, also in the situations that tell most of it, and each reading in every way.

What a reading may be asked with is read from the document of the API. A new filter fails here until it has words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.services.answers import stand_by_offer
from passerelle.domain.states.session import SessionState
from passerelle.domain.words import ImportKind, ImportRowState, Language
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject, one
from tests.contract.calls.shifts import standing_by
from tests.contract.routes import described
from tests.contract.world import COORDINATOR, LEAD, World
from trials.access.twins.heard import Question
from trials.access.twins.worlds import HERSELF

KINDS_OF_LINES = ("ruled_out", "changed")
TYPES_OF_LINES = ("pairing", "offer")


def _coming(world: World) -> Sequence[str]:
    return [str(world.now.date() + timedelta(weeks=weeks)) for weeks in (1, 11)]


WORDS: Mapping[str, Callable[[World], Sequence[str]]] = {
    "limit": lambda _w: ["1", "100"],
    "search": lambda _w: ["Shi", "Gr"],
    "from": _coming,
    "to": _coming,
    "state": lambda _w: [SessionState.SCHEDULED, SessionState.CONFIRMED, ImportRowState.NEW],
    "language": lambda _w: [Language.DARI, Language.FRENCH],
    "kind": lambda _w: [*KINDS_OF_LINES, ImportKind.INTERPRETERS],
    "type": lambda _w: TYPES_OF_LINES,
    "who": lambda w: [str(w.people[name].user_id) for name in (HERSELF, COORDINATOR, LEAD)],
    "thing": lambda w: [str(w.shirin.id), str(w.group.id)],
    "visit": lambda w: [str(w.visit_of(Shift.objects.filter(holder=w.shirin).latest("block")).id)],
    "zone": lambda _w: ["Europe/Paris"],
    "named": lambda w: [str(w.shirin.id)],
    "required": lambda _w: ["woman"],
    "wished": lambda _w: ["woman"],
}


def questions(call: Call, world: World) -> list[Question]:
    """The call as it is first; then, of a reading, with each word that each of its filters knows."""
    if call.writes:
        return [{}]
    known = [one for one in described(call.operation).get("parameters", []) if one["in"] == "query" and one["name"] != "cursor"]
    always = {one["name"]: _words(one, world)[0] for one in known if one.get("required")}
    return [always, *(always | {one["name"]: word} for one in known for word in _words(one, world))]


def _words(parameter: Mapping[str, Any], world: World) -> Sequence[str]:
    if "enum" in parameter["schema"]:
        words: Sequence[str] = parameter["schema"]["enum"]
        return words
    return WORDS[parameter["name"]](world)


def _her_offer(world: World, shift: Shift) -> Offer:
    return Offer.objects.get(shift=shift, interpreter=world.shirin)


def _session(shift: Shift, **body: Any) -> Subject:
    session = Session.objects.get(pk=shift.session_id)
    return one(session, version=session.version, **body)


def _visit(world: World, shift: Shift, **body: Any) -> Subject:
    visit = world.visit_of(shift)
    return one(visit, version=visit.version, **body)


def _moved(shift: Shift) -> Subject:
    hour, session = timedelta(hours=1), shift.session
    times = {"starts_at": (session.starts_at + hour).isoformat(), "ends_at": (session.ends_at + hour).isoformat()}
    return _session(shift, **times)


def _edited(shift: Shift) -> Subject:
    version = Shift.objects.get(pk=shift.id).version
    return one(shift, version=version, language="prs", pay="volunteer", qualities=[], named=None, ticket_paid=True)


def _bodiless(shift: Shift, **body: Any) -> Subject:
    return Subject({"pk": shift.session_id}, body)


def _taken_by_another(world: World) -> Shift:
    return standing_by(world).shift


def _asked(world: World) -> Shift:
    return world.asked().shift


type About = tuple[Callable[[World], Shift], Callable[[World, Shift], Subject]]

ABOUT: Mapping[str, About] = {
    "GET visits/<uuid:pk>/board": (World.confirmed, _visit),
    "GET visits/<uuid:pk>/confirmation": (World.taken, _visit),
    "GET visits/<uuid:pk>/modes": (World.confirmed, _visit),
    "GET visits/<uuid:pk>/sheet": (World.confirmed, _visit),
    "GET sessions/<uuid:pk>": (World.confirmed, lambda _w, s: _session(s)),
    "GET shifts/<uuid:pk>/candidates": (_asked, lambda _w, s: one(s)),
    "GET shifts/<uuid:pk>/edit-meaning": (World.taken, lambda _w, s: one(s)),
    "GET offers/<uuid:pk>": (_taken_by_another, lambda w, s: one(_her_offer(w, s))),
    "POST offers/<uuid:pk>/accept": (_asked, lambda w, s: one(_her_offer(w, s))),
    "POST offers/<uuid:pk>/decline": (_asked, lambda w, s: one(_her_offer(w, s))),
    "POST offers/<uuid:pk>/withdraw": (World.confirmed, lambda w, s: one(_her_offer(w, s))),
    "POST offers/<uuid:pk>/stand-down": (_asked, lambda w, s: one(_her_offer(w, s))),
    "POST shifts/<uuid:pk>/ask": (World.scheduled, lambda w, s: one(s, interpreters=[str(w.shirin.id), str(w.omid.id)])),
    "POST shifts/<uuid:pk>/assign": (_asked, lambda w, s: one(s, interpreter=str(w.shirin.id))),
    "POST shifts/<uuid:pk>/edit": (World.taken, lambda _w, s: _edited(s)),
    "POST shifts/<uuid:pk>/release": (World.taken, lambda _w, s: one(s)),
    "POST sessions/<uuid:pk>/move": (World.confirmed, lambda _w, s: _moved(s)),
    "POST sessions/<uuid:pk>/change-mode": (World.taken, lambda _w, s: _session(s, mode="remote")),
    "POST sessions/<uuid:pk>/cancel": (_asked, lambda _w, s: _bodiless(s, reason="other", note="")),
    "POST sessions/<uuid:pk>/withdraw": (_taken_by_another, lambda _w, s: _bodiless(s, note="")),
    "POST visits/<uuid:pk>/confirm": (World.taken, _visit),
}
"""By operation the place that tells most by it, as to what Shirin was asked or said, and what is sent."""


def _situations() -> Iterator[Call]:
    """What is done and read about a place; a holder who withdraws; a history that goes on (``going_on``)."""
    known = {call.operation: call for call in CALLS}
    for operation, (place, subject) in ABOUT.items():
        yield replace(known[operation], on=partial(_about, place, subject))
    yield replace(known["POST offers/<uuid:pk>/withdraw"], on=lambda w: one(_first_holder(w)))
    yield replace(known["GET sessions/<uuid:pk>/history"], on=lambda w: _session(_first_confirmed(w)))


def _about(place: Callable[[World], Shift], subject: Callable[[World, Shift], Subject], world: World) -> Subject:
    return subject(world, place(world))


def _first_holder(world: World) -> Offer:
    """Omid's yes, where Shirin said that she stands by."""
    hers = world.answered(stand_by_offer, standing_by(world))
    return Offer.objects.get(shift=hers.shift, interpreter=world.omid)


def _first_confirmed(world: World) -> Shift:
    coming = Shift.objects.filter(holder=world.shirin, session__group=world.group, session__starts_at__gt=world.now)
    return coming.earliest("block")


ASKED = (*_situations(), *(call for call in CALLS if not call.writes))
