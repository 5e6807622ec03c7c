"""Long polls as a browser asks them, of a real server."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from tests.support.server import Server
from tests.support.waiting import PATIENCE


@dataclass(frozen=True)
class Poll:
    """One request that was sent; the answer is waited for when it is asked for."""

    wire: http.client.HTTPConnection

    def raw(self) -> tuple[int, bytes]:
        answer = self.wire.getresponse()
        return answer.status, answer.read()

    def told(self) -> dict[str, Any]:
        """A good answer, as JSON."""
        status, body = self.raw()
        assert status == 200, (status, body)
        found: dict[str, Any] = json.loads(body)
        return found

    def changes(self) -> list[tuple[str, str]]:
        """What the answer tells, as (type, kind)."""
        return [(change["type"], change["kind"]) for change in self.told()["changes"]]

    def reason(self) -> tuple[int, str]:
        """Of an answer that is none: its status, and why."""
        status, body = self.raw()
        return status, json.loads(body)["reason"]


@contextmanager
def polled(
    server: Server, session: str | None, cursor: str | None = None, *, origin: str | None = "own", body: bytes | None = None
) -> Iterator[Poll]:
    """A poll from a page of ``origin`` with the cookie of ``session``, going on from ``cursor``."""
    wire = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE * 2)
    headers = {"Content-Type": "application/json"}
    if session is not None:
        headers["Cookie"] = f"{settings.SESSION_COOKIE_NAME}={session}"
    if origin is not None:
        headers["Origin"] = server.origin if origin == "own" else origin
    hello = json.dumps({"type": "hello", "cursor": cursor}).encode()
    wire.request("POST", "/ws/poll", hello if body is None else body, headers)
    try:
        yield Poll(wire)
    finally:
        wire.close()


def begun(server: Server, session: str) -> str:
    """The cursor of a first poll, which is answered at once: fetch everything, and go on from here."""
    with polled(server, session) as poll:
        answer = poll.told()
    assert (answer["resumed"], answer["changes"]) == (False, [])
    cursor: str = answer["cursor"]
    return cursor
