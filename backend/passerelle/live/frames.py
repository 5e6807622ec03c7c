"""Frames of the live socket, both ways.

Hello and changes carry a ``cursor`` (``journal.positions``), from which the same person's next hello goes on. Frames
never carry a line's number or its audiences, and heartbeats no cursor: how far the journal has moved must tell nobody
that something hidden happened.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import batched
from typing import Any, NamedTuple

import orjson

from passerelle.journal.selectors import Line

type Audiences = frozenset[str]

HEARTBEAT = '{"type":"heartbeat"}'
MAX_CLIENT_FRAME = 4096
"""Characters. A client only ever says hello."""


class Malformed(ValueError):
    """What a client sent is not in the contract; the message says why."""


def hello(heartbeat: float, cursor: str, *, resumed: bool) -> str:
    """The server's hello; a heartbeat follows every ``heartbeat`` seconds.

    ``resumed``: what was missed since the client's cursor follows in changes frames, or there was nothing. Otherwise the
    client fetches everything it shows.
    """
    return orjson.dumps({"type": "hello", "cursor": cursor, "heartbeat": heartbeat, "resumed": resumed}).decode()


def changes(n: int, cursor: str, body: str) -> str:
    """The ``n``-th changes frame of one socket, around a ``body`` that it shares with others."""
    return f'{{"type":"changes","n":{n},"cursor":"{cursor}","changes":{body}}}'


def read_hello(text: str | None) -> str | None:
    """The cursor in a client's hello, the one frame a client may send; ``Malformed`` for anything else."""
    if text is None:
        raise Malformed("text frames only")
    try:
        frame: Any = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Malformed("not JSON") from None
    match frame:
        case {"type": "hello", "cursor": None | str() as cursor, **more} if not more:
            return cursor
        case {"type": "hello"}:
            raise Malformed("a hello has a cursor, null or a string, and nothing else")
    raise Malformed("expected a hello")


class Part(NamedTuple):
    """Changes as a JSON array, and the number of the last line they tell: those after it are not told yet."""

    number: int
    body: str


class Bodies:
    """What each set of audiences hears of some journal lines, encoded once for all who hear the same."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._heard: dict[str, list[int]] = defaultdict(list)
        for place, line in enumerate(lines):
            for audience in line.audiences:
                self._heard[audience].append(place)
        self._encoded: dict[tuple[int, ...], str] = {}

    def heard_by(self, audiences: Audiences) -> str | None:
        """The changes that ``audiences`` hear, as a JSON array; None when they hear nothing."""
        places = self._places(audiences)
        return self._body(_newest(self._lines, places)) if places else None

    def parts(self, audiences: Audiences, *, after: int, size: int) -> list[Part]:
        """What ``audiences`` hear of the lines numbered after ``after``, at most ``size`` changes at a time."""
        places = [place for place in self._places(audiences) if self._lines[place].number > after]
        told = batched(_newest(self._lines, places), size)
        return [Part(self._lines[part[-1]].number, self._body(part)) for part in told]

    def _places(self, audiences: Audiences) -> Sequence[int]:
        return sorted({place for audience in audiences for place in self._heard.get(audience, ())})

    def _body(self, places: tuple[int, ...]) -> str:
        body = self._encoded.get(places)
        if body is None:
            body = self._encoded[places] = _encode([self._lines[place] for place in places])
        return body


def _newest(lines: Sequence[Line], places: Sequence[int]) -> tuple[int, ...]:
    # Of several changes of one thing only the newest is told: the client fetches the thing as it now is.
    newest: dict[tuple[str, Any], int] = {}
    for place in places:
        thing = (lines[place].entity, lines[place].entity_id)
        newest.pop(thing, None)
        newest[thing] = place
    return tuple(newest.values())


def _encode(lines: Sequence[Line]) -> str:
    told = [{"type": line.entity, "id": line.entity_id, "version": line.version, "kind": line.kind} for line in lines]
    return orjson.dumps(told).decode()
