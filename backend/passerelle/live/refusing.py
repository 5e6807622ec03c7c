"""A handshake or a poll that is refused before anybody is looked for: 403 and why, with the headers of every answer."""

from typing import Any

import orjson
from channels.security.websocket import WebsocketDenier

from passerelle.common import safety

type Raw = list[tuple[bytes, bytes]]


def raw_headers() -> Raw:
    """``safety.headers`` as ASGI takes them."""
    return [(name.lower().encode(), value.encode()) for name, value in safety.headers().items()]


async def deny(reason: str, scope: Any, receive: Any, send: Any) -> None:
    """Refused before it is accepted: the browser sees no close code, and its developer what was answered."""
    kind = "http.response" if scope["type"] == "http" else "websocket.http.response"
    if kind.startswith("websocket") and kind not in scope.get("extensions", {}):
        await WebsocketDenier()(scope, receive, send)
        return
    body = orjson.dumps({"reason": reason})
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *raw_headers()]
    await send({"type": f"{kind}.start", "status": 403, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
