"""The same log by long poll, where something on the way lets no socket through.

A poll is a hello by POST. It is answered at once with what was missed since its cursor, or that everything is to be fetched;
else with the first changes there are, and after ``HOLD`` seconds with none. It waits on no thread.
"""

import asyncio
from typing import Any, NamedTuple

import orjson
from django.conf import settings

from passerelle.journal.positions import Position, cursor_of, position_of
from passerelle.live import frames
from passerelle.live.closing import REASONS, Close
from passerelle.live.door import Door
from passerelle.live.ending import Ending
from passerelle.live.frames import Audiences
from passerelle.live.hub import Hub
from passerelle.live.refusing import raw_headers
from passerelle.live.rights import Person, person_in
from passerelle.live.turns import WAIT

PATH = "/ws/poll"
HOLD = 25.0
"""Seconds an answer takes at most: less than what servers on the way allow. The same for everyone at all times."""

STATUS = {
    Close.TRY_LATER: 503,
    Close.MALFORMED: 400,
    Close.SIGNED_OUT: 401,
    Close.TOO_SOON: 429,
    Close.TOO_MANY: 429,
}
"""What a socket is closed with, as a poll is answered."""

_HEADERS = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]


class Answer(NamedTuple):
    status: int
    body: bytes
    more: tuple[tuple[bytes, bytes], ...] = ()
    """Headers that other answers do not have."""


class Gone(Exception):
    """Nobody waits for the answer any more."""


def told(cursor: str, bodies: list[str], *, resumed: bool) -> Answer:
    """Of one shape whatever happened. Only what its reader may hear makes it come sooner, or longer."""
    changes = ",".join(body[1:-1] for body in bodies)
    return Answer(200, f'{{"cursor":"{cursor}","resumed":{"true" if resumed else "false"},"changes":[{changes}]}}'.encode())


def refused(code: Close, reason: str | None = None) -> Answer:
    more = ((b"retry-after", str(WAIT).encode()),) if code is Close.TOO_SOON else ()
    return Answer(STATUS[code], orjson.dumps({"reason": reason or REASONS[code]}), more)


class Polls:
    """The ASGI application for polls: as many of one person as there are seats, shared with their sockets."""

    def __init__(self, hub: Hub, door: Door, *, hold: float, hello_within: float) -> None:
        self._hub = hub
        self._door = door
        self._hold = hold
        self._hello_within = hello_within

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            status, body, more = await self._answer(scope, receive)
        except Gone:
            return
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": status, "headers": [*_HEADERS, length, *more, *raw_headers()]})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Any, receive: Any) -> Answer:
        as_of = self._hub.start()
        found = await self._door.let_in(scope["cookies"])
        if isinstance(found, Close):
            return refused(found)
        try:
            session = scope["cookies"].get(settings.SESSION_COOKIE_NAME)
            return await self._held(_Poll(self._hub, found, session, as_of), receive)
        finally:
            self._door.leave(found)

    async def _held(self, poll: "_Poll", receive: Any) -> Answer:
        try:
            async with asyncio.timeout(self._hello_within):
                poll.hear(await _text(receive))
        except frames.Malformed as malformed:
            return refused(Close.MALFORMED, str(malformed))
        except TimeoutError:
            return refused(Close.MALFORMED, "no hello")
        leaving = asyncio.create_task(poll.watch(receive))
        try:
            async with asyncio.timeout(self._hold):
                return await poll.answered()
        except TimeoutError:
            return poll.so_far()
        finally:
            poll.part()
            leaving.cancel()


class _Poll:
    """One request, a ``Subscriber`` of the hub until it is answered."""

    def __init__(self, hub: Hub, person: Person, session: str | None, as_of: Position | None) -> None:
        self._hub = hub
        self._person = person
        self._session = session
        self._bodies: list[str] = []
        self._reached: Position | None = None
        self._answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._ending = Ending(self._read_rights, self._send_away)
        self.rights_as_of = as_of
        self.since: Position | None = None

    @property
    def audiences(self) -> Audiences:
        return self._person.audiences

    # From the client ---------------------------------------------------------------------------

    def hear(self, text: str) -> None:
        """Begin where the hello says; ``Malformed`` when it is none."""
        cursor = frames.read_hello(text)
        self.since = position_of(cursor, user_id=self._person.id) if cursor else None

    async def answered(self) -> Answer:
        self._ending.at(self._person.until)
        self._hub.join(self)
        return await self._answer

    async def watch(self, receive: Any) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        if not self._answer.done():
            self._answer.set_exception(Gone())

    def so_far(self) -> Answer:
        """What it was told; when it was held long enough, nothing, and where it was greeted, whatever others heard since."""
        return refused(Close.TRY_LATER) if self._reached is None else self._told(self._reached, resumed=True)

    def part(self) -> None:
        self._hub.leave(self)
        self._ending.cancel()

    # From the hub ------------------------------------------------------------------------------

    async def reread_rights(self) -> None:
        person = await self._read_rights()
        if person is None:
            self._send_away(Close.SIGNED_OUT)
        else:
            self._person = person

    def welcome(self, reached: Position, *, resumed: bool) -> None:
        self._reached = reached
        if not resumed:
            self._settle(self._told(reached, resumed=False))

    def deliver(self, body: str, reached: Position) -> None:
        self._reached = reached
        self._bodies.append(body)
        if len(self._bodies) == 1:
            # After all that is delivered in this turn: what was missed comes in several parts.
            asyncio.get_running_loop().call_soon(lambda: self._settle(self.so_far()))

    def start_over(self) -> None:
        if not self._bodies and not self._answer.done():
            self.since = self._reached = None
            self._hub.join(self)

    # -------------------------------------------------------------------------------------------

    def _told(self, reached: Position, *, resumed: bool) -> Answer:
        return told(cursor_of(reached, user_id=self._person.id), self._bodies, resumed=resumed)

    async def _read_rights(self) -> Person | None:
        return await person_in(self._session)

    def _send_away(self, code: Close) -> None:
        self._hub.leave(self)
        self._settle(refused(code))

    def _settle(self, answer: Answer) -> None:
        if not self._answer.done():
            self._answer.set_result(answer)


async def _text(receive: Any) -> str:
    """The body, of which no more is read than a hello may have."""
    read = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        read += bytes(message.get("body", b""))
        if len(read) > frames.MAX_CLIENT_FRAME:
            raise frames.Malformed(REASONS[Close.TOO_BIG])
        if not message.get("more_body"):
            return read.decode(errors="replace")
