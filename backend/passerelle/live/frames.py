"""Frames of the live socket, both ways.

``cursor`` is null both ways for now: resuming where one left off is to come, and until then every hello means
"fetch what you show". Frames never carry a line's number or its audiences: how far the journal has moved must
tell nobody that something hidden happened.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import orjson

from passerelle.journal.selectors import Line

type Audiences = frozenset[str]

HEARTBEAT = '{"type":"heartbeat"}'
MAX_CLIENT_FRAME = 4096
"""Characters. A client only ever says hello."""


class Malformed(ValueError):
    """What a client sent is not in the contract; the message says why."""


def hello(heartbeat: float) -> str:
    """The server's hello; a heartbeat follows every ``heartbeat`` seconds."""
    return orjson.dumps({"type": "hello", "cursor": None, "heartbeat": heartbeat}).decode()


def changes(n: int, body: str) -> str:
    """The ``n``-th changes frame of one socket, around a ``body`` that it shares with others."""
    return f'{{"type":"changes","n":{n},"cursor":null,"changes":{body}}}'


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
        places = tuple(sorted({place for audience in audiences for place in self._heard.get(audience, ())}))
        if not places:
            return None
        body = self._encoded.get(places)
        if body is None:
            body = self._encoded[places] = _encode([self._lines[place] for place in places])
        return body


def _encode(lines: Sequence[Line]) -> str:
    # Of several changes of one thing only the newest is told: the client fetches the thing as it now is.
    newest: dict[tuple[str, Any], Line] = {}
    for line in lines:
        newest.pop((line.entity, line.entity_id), None)
        newest[line.entity, line.entity_id] = line
    told = [{"type": line.entity, "id": line.entity_id, "version": line.version, "kind": line.kind} for line in newest.values()]
    return orjson.dumps(told).decode()
