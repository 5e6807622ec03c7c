"""The WebSocket protocol of the ASGI server, with an end to how much one client may send (``uvicorn --ws``).

A frame with something in it ends the socket anyway unless it is the one hello. What the server handles by itself (pings, pieces
of a frame that never ends, what comes after a close) reaches no consumer, and is answered or kept for as long as it comes.
"""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from passerelle.live.allowance import Allowance
from passerelle.live.closing import REASONS, Close

AT_ONCE = 32_768
"""Bytes: a handshake with long cookies, and a hello."""
A_SECOND = 128
"""Bytes a second beside that: a pong takes ten, every twenty seconds."""
MOST_PIECES = 16
"""Of a frame that is not whole yet: the server keeps each, however little is in it."""
READ_WITHIN = 2.0
"""Seconds in which the client may read why it was closed."""


class Bounded(WebSocketsSansIOProtocol):
    """Closes who sends too much, and reads nothing more from them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._allowance = Allowance(self.loop.time(), at_once=AT_ONCE, a_second=A_SECOND)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        too_much = not self._allowance.spend(len(data), self.loop.time()) or len(self.frames) > MOST_PIECES
        if too_much and not self.transport.is_closing():
            self._stop_reading()

    def send_receive_event_to_app(self) -> None:
        """As the server does; but it closes what is no text without a reason, and with a stack in the log for each."""
        if self.curr_msg_data_type == "text" and not self.close_sent and not _is_text(b"".join(self.frames)):
            self.frames = []
            self.conn.fail(Close.NOT_TEXT, REASONS[Close.NOT_TEXT])
            self.handle_parser_exception()
        else:
            super().send_receive_event_to_app()

    def _stop_reading(self) -> None:
        if not self.handshake_complete:
            self.transport.abort()
            return
        self.transport.pause_reading()
        self.read_paused = False  # so that nothing resumes it
        if not self.close_sent:
            self.conn.fail(Close.TOO_MUCH, REASONS[Close.TOO_MUCH])
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.close_sent = True
            self.queue.put_nowait({"type": "websocket.disconnect", "code": Close.TOO_MUCH, "reason": ""})
        if self.close_timer is not None:
            self.close_timer.cancel()
        self.close_timer = self.loop.call_later(READ_WITHIN, self.transport.close)


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
