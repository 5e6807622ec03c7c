"""Live sockets as a browser opens them, to a real server."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.test import Client
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from passerelle.accounts.models import User
from tests.support.server import Server
from tests.support.waiting import PATIENCE

NO_KEY = r'"\000aaaaaaaaa"'
"""In a cookie NUL is made of it, which no text in PostgreSQL may hold."""
HELLO = '{"type":"hello","cursor":null}'
CURSOR = 158
"""Characters of every cursor."""


def bare(frame: dict[str, Any]) -> dict[str, Any]:
    """``frame`` without its cursor, which tells nothing: it has to be there, and as long as any other."""
    rest = dict(frame)
    assert len(rest.pop("cursor")) == CURSOR
    return rest


def session_of(user: User) -> str:
    """The key of a new signed-in session of ``user``."""
    browser = Client()
    browser.force_login(user)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


@dataclass(frozen=True)
class Screen:
    """One open socket. Every wait is for a frame, never for time."""

    socket: ClientConnection
    cursor: str = ""
    """Where it was when it was greeted."""

    def hello(self, cursor: str | None = None) -> Self:
        """Say hello, going on from ``cursor``; the answer is the next frame."""
        self.say(json.dumps({"type": "hello", "cursor": cursor}))
        return self

    def is_greeted(self) -> bool:
        """Whether it says hello and is greeted; where not, it is closed."""
        try:
            return bool(self.hello().frame()["type"] == "hello")
        except ConnectionClosed:
            return False

    def say(self, text: str | bytes) -> None:
        self.socket.send(text)

    def raw(self) -> str:
        """The next frame, heartbeats left out, exactly as it was sent; they are no reason to wait for longer."""
        until = time.monotonic() + PATIENCE
        while True:
            text = self.socket.recv(timeout=max(until - time.monotonic(), 0))
            assert isinstance(text, str)
            if text != '{"type":"heartbeat"}':
                return text

    def frame(self) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(self.raw())
        return frame

    def changes(self) -> list[tuple[str, str]]:
        """What the next frame tells, as (type, kind)."""
        frame = self.frame()
        assert frame["type"] == "changes", frame
        return [(change["type"], change["kind"]) for change in frame["changes"]]

    def before(self, last: tuple[str, str]) -> list[tuple[str, str]]:
        """What is told before the change ``last``, in however many frames it comes; ``n`` must have no gap."""
        told: list[tuple[str, str]] = []
        n: int | None = None
        while last not in told:
            frame = self.frame()
            assert n is None or frame["n"] == n + 1
            n = frame["n"]
            told += [(change["type"], change["kind"]) for change in frame["changes"]]
        return told[: told.index(last)]

    def closing(self) -> tuple[int, str]:
        """The code and reason the server closes with; frames before it are read and dropped, heartbeats too."""
        until = time.monotonic() + PATIENCE
        try:
            while True:
                self.socket.recv(timeout=max(until - time.monotonic(), 0))
        except ConnectionClosed as closed:
            if closed.rcvd is None:
                raise
            return closed.rcvd.code, closed.rcvd.reason


@contextmanager
def opened(
    server: Server, *, session: str | None = None, origin: str | None = "own", path: str = "/ws", **more: Any
) -> Iterator[Screen]:
    """A socket as opened by a page of ``origin`` with the cookie of ``session``; the client has said nothing yet."""
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"} if session else {}
    address = server.socket_url.removesuffix("/ws") + path
    with connect(
        address,
        origin=server.origin if origin == "own" else origin,  # type: ignore[arg-type]
        additional_headers=headers,
        compression=None,
        open_timeout=PATIENCE,
        **more,
    ) as found:
        yield Screen(found)


@contextmanager
def screen_of(server: Server, user: User, **more: Any) -> Iterator[Screen]:
    """A screen that ``user`` just opened: signed in, greeted, live from here on. ``more`` is for ``connect``."""
    with opened(server, session=session_of(user), **more) as screen:
        greeting = screen.hello().frame()
        assert bare(greeting) == {"type": "hello", "heartbeat": 25, "resumed": False}
        yield Screen(screen.socket, greeting["cursor"])
