"""The live socket: who is on it, what they may hear, and when it closes."""

import asyncio
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings

from passerelle.journal.positions import Position, cursor_of, position_of
from passerelle.live import frames
from passerelle.live.closing import REASONS, Close
from passerelle.live.door import Door
from passerelle.live.ending import Ending
from passerelle.live.frames import Audiences
from passerelle.live.hub import Hub
from passerelle.live.outbox import Outbox
from passerelle.live.rights import NOBODY, Person, person_in

HEARTBEAT = 25
"""Seconds. The same for everyone at all times: a heartbeat depends on nothing that someone may not see."""
HELLO_WITHIN = 10.0
"""Seconds a client has to say hello."""
MOST_OF_ONE = 30
"""Sockets of one person in one process: every tab of every browser they use, and more."""


class LiveConsumer(AsyncWebsocketConsumer):
    """One socket of one signed-in person. A ``Subscriber`` of the hub from the client's hello until it closes."""

    def __init__(self, hub: Hub, door: Door, heartbeat: float = HEARTBEAT, hello_within: float = HELLO_WITHIN) -> None:
        super().__init__()
        self._hub = hub
        self._door = door
        self._heartbeat = heartbeat
        self._hello_within = hello_within
        self._outbox = Outbox(self.send, self.close)
        self._timer: asyncio.TimerHandle | None = None
        self._ending = Ending(self._read_rights, self._finish)
        self._greeted = False
        self._n = 0
        self._person = NOBODY
        self.rights_as_of: Position | None = None
        self.since: Position | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._part()
            if self._person is not NOBODY:
                self._door.leave(self._person)

    @property
    def audiences(self) -> Audiences:
        return self._person.audiences

    # From the client ---------------------------------------------------------------------------

    async def connect(self) -> None:
        """Accept, and close at once where nobody is let in: only a code on an accepted socket reaches the browser."""
        self.rights_as_of = self._hub.start()
        found = await self._door.let_in(self.scope["cookies"])
        if isinstance(found, Close):
            await self.accept()
            self._finish(found)
            return
        self._person = found
        await self.accept()
        self._ending.at(found.until)
        self._timer = asyncio.get_running_loop().call_later(self._hello_within, self._finish, Close.MALFORMED, "no hello")

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if not self._outbox.is_open:
            return
        if len(text_data or bytes_data or "") > frames.MAX_CLIENT_FRAME:
            self._finish(Close.TOO_BIG)
            return
        try:
            cursor = frames.read_hello(text_data)
        except frames.Malformed as malformed:
            self._finish(Close.MALFORMED, str(malformed))
            return
        if self._greeted:
            self._finish(Close.MALFORMED, "one hello is enough")
            return
        self._greeted = True
        self.since = position_of(cursor, user_id=self._person.id) if cursor else None
        self._cancel_timer()
        self._hub.join(self)

    async def disconnect(self, code: int) -> None:
        self._part()

    # From the hub ------------------------------------------------------------------------------

    async def reread_rights(self) -> None:
        person = await self._read_rights()
        if person is None:
            self._finish(Close.SIGNED_OUT)
        else:
            self._person = person

    def welcome(self, reached: Position, *, resumed: bool) -> None:
        self._put(frames.hello(self._heartbeat, self._cursor(reached), resumed=resumed))
        self._timer = asyncio.get_running_loop().call_later(self._heartbeat, self._beat)

    def deliver(self, body: str, reached: Position) -> None:
        self._n += 1
        self._put(frames.changes(self._n, self._cursor(reached), body))

    def start_over(self) -> None:
        self._finish(Close.START_OVER)

    # -------------------------------------------------------------------------------------------

    def _cursor(self, position: Position) -> str:
        return cursor_of(position, user_id=self._person.id)

    async def _read_rights(self) -> Person | None:
        return await person_in(self.scope["cookies"].get(settings.SESSION_COOKIE_NAME))

    def _beat(self) -> None:
        self._put(frames.HEARTBEAT)
        if self._outbox.is_open:
            self._timer = asyncio.get_running_loop().call_later(self._heartbeat, self._beat)

    def _put(self, frame: str) -> None:
        if not self._outbox.put(frame):
            # Closing is honest where dropping a frame is not: the client comes back and fetches everything it shows.
            self._finish(Close.TOO_SLOW)

    def _finish(self, code: Close, reason: str | None = None) -> None:
        self._hub.leave(self)
        self._cancel_timers()
        self._outbox.finish(code, reason or REASONS[code])

    def _part(self) -> None:
        self._hub.leave(self)
        self._cancel_timers()
        self._outbox.drop()

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _cancel_timers(self) -> None:
        self._cancel_timer()
        self._ending.cancel()
