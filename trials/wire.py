"""Requests that leave in the same moment, each on a connection of its own, and what was answered to each."""

import http.client
import json
import selectors
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from uuid import uuid4

from tests.support.deployed import headers

PATIENCE = 30.0
"""Seconds after which a request counts as never answered."""


API = "/api/v1"


@dataclass(frozen=True)
class Ask:
    """One act of somebody signed in: ``session`` is their cookie, ``path`` lies below ``root``, the API's unless told.

    ``raw`` is what is sent in the place of a ``body``, as it is, and ``kind`` its type.
    """

    session: str
    path: str
    body: Any = None
    method: str = "POST"
    key: str = field(default_factory=lambda: str(uuid4()))
    raw: bytes = b""
    kind: str = "application/json"
    root: str = API


@dataclass(frozen=True)
class Answer:
    """``status`` 0 where the connection ended without one."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        return json.loads(self.body)

    def errors(self) -> list[dict[str, Any]]:
        """The lines of a refusal; none where the body is something else."""
        try:
            found = json.loads(self.body)["errors"]
        except (ValueError, TypeError, KeyError):
            return []
        return found if isinstance(found, list) else []

    def current(self) -> dict[str, Any]:
        """How the thing is now, beside the refusal of an edit that came too late; empty where nothing is shown."""
        try:
            found = json.loads(self.body)["current"]
        except (ValueError, TypeError, KeyError):
            return {}
        return found if isinstance(found, dict) else {}


@dataclass
class Wire:
    """To the web processes on ``port``, as the front server speaks to them. ``more`` are further headers.

    ``lost`` counts connections that ended without an answer; such a request is sent once more under its key, as a
    phone does that lost its signal.
    """

    port: int
    more: Mapping[str, str] = field(default_factory=dict)
    lost: int = 0

    def at_once(self, asks: Sequence[Ask], pauses: Mapping[int, float] | None = None) -> list[Answer]:
        """The answers, in the order of ``asks``. ``pauses``: seconds before the ask at that place leaves."""
        answers = self._send(asks, pauses or {})
        for place, answer in enumerate(answers):
            if answer.status == 0:
                self.lost += 1
                (answers[place],) = self._send([asks[place]], {})
        return answers

    def hang_up(self, ask: Ask) -> None:
        """Send ``ask``, and be gone before anything is answered."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as wire:
            wire.sendall(written(ask, self.more))

    def timed(self, ask: Ask) -> tuple[float, Answer]:
        """Seconds until ``ask`` was answered, from when it left, and the answer."""
        since = time.perf_counter()
        (answer,) = self._send([ask], {})
        return time.perf_counter() - since, answer

    def _send(self, asks: Sequence[Ask], pauses: Mapping[int, float]) -> list[Answer]:
        requests = [written(ask, self.more) for ask in asks]
        wires = [socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) for _ in asks]
        try:
            for place, (wire, request) in enumerate(zip(wires, requests, strict=True)):
                if pause := pauses.get(place):
                    time.sleep(pause)  # how far apart two people tap: time itself is meant
                wire.sendall(request)
            return _until_answered(wires)
        finally:
            for wire in wires:
                wire.close()


def written(ask: Ask, more: Mapping[str, str], *, stays: bool = False) -> bytes:
    """``ask`` as it is sent; the connection ``stays`` open for more."""
    body = json.dumps(ask.body).encode() if ask.body is not None else ask.raw
    sent = {
        **headers(ask.session, writes=ask.method != "GET", key=ask.key),
        "Content-Type": ask.kind,
        "Content-Length": str(len(body)),
        "Connection": "keep-alive" if stays else "close",
        **more,
    }
    lines = [f"{ask.method} {ask.root}{ask.path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def _until_answered(wires: Sequence[socket.socket]) -> list[Answer]:
    """What is answered on each, which is closed at once: a web process waits for us before it closes its own side."""
    got, found = [bytearray() for _ in wires], [Answer(0) for _ in wires]
    with selectors.DefaultSelector() as waiting:
        for place, wire in enumerate(wires):
            waiting.register(wire, selectors.EVENT_READ, (wire, place))
        while waiting.get_map() and (ready := waiting.select(PATIENCE)):
            for key, _ in ready:
                wire, place = key.data
                part = _part(wire)
                got[place] += part
                found[place] = read_answer(bytes(got[place]))
                if not part or found[place].status:
                    waiting.unregister(wire)
                    wire.close()
    return found


def _part(wire: socket.socket) -> bytes:
    try:
        return wire.recv(65_536)
    except ConnectionError:
        return b""


class _Raw:
    """Bytes as ``http.client`` reads them off a socket."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def makefile(self, _mode: str) -> BytesIO:
        return BytesIO(self._raw)


def read_answer(raw: bytes) -> Answer:
    """The answer in ``raw``, none where it is not whole."""
    try:
        response = http.client.HTTPResponse(_Raw(raw))  # type: ignore[arg-type]
        response.begin()
        return Answer(response.status, response.read(), dict(response.headers))
    except http.client.HTTPException:
        return Answer(0)
