"""The live socket: who is on it, what they may hear, and when it closes."""

import asyncio
import logging
from typing import Any

import django.db
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings

from passerelle.live import frames
from passerelle.live.closing import REASONS, Close
from passerelle.live.frames import Audiences
from passerelle.live.hub import Hub
from passerelle.live.outbox import Outbox
from passerelle.live.rights import heard_in
from passerelle.live.source import Position

logger = logging.getLogger(__name__)

HEARTBEAT = 25
"""Seconds. The same for everyone at all times: a heartbeat depends on nothing that someone may not see."""
HELLO_WITHIN = 10.0
"""Seconds a client has to say hello."""


class LiveConsumer(AsyncWebsocketConsumer):
    """One socket of one signed-in person. A ``Subscriber`` of the hub from the client's hello until it closes."""

    def __init__(self, hub: Hub, heartbeat: float = HEARTBEAT, hello_within: float = HELLO_WITHIN) -> None:
        super().__init__()
        self._hub = hub
        self._heartbeat = heartbeat
        self._hello_within = hello_within
        self._outbox = Outbox(self.send, self.close)
        self._timer: asyncio.TimerHandle | None = None
        self._greeted = False
        self._n = 0
        self.audiences: Audiences = frozenset()
        self.rights_as_of: Position | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._part()

    # From the client ---------------------------------------------------------------------------

    async def connect(self) -> None:
        """Accept, and close at once where there is nobody: only a code on an accepted socket reaches the browser."""
        self.rights_as_of = self._hub.start()
        try:
            heard = await self._read_rights()
        except django.db.Error as error:
            logger.warning("A socket is sent away, the database does not answer: %s", error)
            await self.accept()
            self._finish(Close.TRY_LATER)
            return
        await self.accept()
        if heard is None:
            self._finish(Close.SIGNED_OUT)
        else:
            self.audiences = heard
            self._timer = asyncio.get_running_loop().call_later(self._hello_within, self._finish, Close.MALFORMED, "no hello")

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if not self._outbox.is_open:
            return
        if len(text_data or bytes_data or "") > frames.MAX_CLIENT_FRAME:
            self._finish(Close.TOO_BIG)
            return
        try:
            frames.read_hello(text_data)
        except frames.Malformed as malformed:
            self._finish(Close.MALFORMED, str(malformed))
            return
        if self._greeted:
            self._finish(Close.MALFORMED, "one hello is enough")
            return
        self._greeted = True
        self._cancel_timer()
        self._hub.join(self)

    async def disconnect(self, code: int) -> None:
        self._part()

    # From the hub ------------------------------------------------------------------------------

    async def reread_rights(self) -> None:
        heard = await self._read_rights()
        if heard is None:
            self._finish(Close.SIGNED_OUT)
        else:
            self.audiences = heard

    def welcome(self) -> None:
        self._put(frames.hello(self._heartbeat))
        self._timer = asyncio.get_running_loop().call_later(self._heartbeat, self._beat)

    def deliver(self, body: str) -> None:
        self._n += 1
        self._put(frames.changes(self._n, body))

    def start_over(self) -> None:
        self._finish(Close.START_OVER)

    # -------------------------------------------------------------------------------------------

    async def _read_rights(self) -> Audiences | None:
        return await heard_in(self.scope["cookies"].get(settings.SESSION_COOKIE_NAME))

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
        self._cancel_timer()
        self._outbox.finish(code, reason or REASONS[code])

    def _part(self) -> None:
        self._hub.leave(self)
        self._cancel_timer()
        self._outbox.drop()

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
