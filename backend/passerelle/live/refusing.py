"""A handshake or a poll that is refused before anybody is looked for: 403 and no word, with the headers of every answer."""

from typing import Any

from channels.security.websocket import WebsocketDenier

from passerelle.common import safety

type Raw = list[tuple[bytes, bytes]]


def raw_headers() -> Raw:
    """``safety.headers`` as ASGI takes them."""
    return [(name.lower().encode(), value.encode()) for name, value in safety.headers().items()]


async def deny(scope: Any, receive: Any, send: Any) -> None:
    """Refused before it is accepted, so that the browser sees no close code."""
    kind = "http.response" if scope["type"] == "http" else "websocket.http.response"
    if kind.startswith("websocket") and kind not in scope.get("extensions", {}):
        await WebsocketDenier()(scope, receive, send)
        return
    await send({"type": f"{kind}.start", "status": 403, "headers": [(b"content-length", b"0"), *raw_headers()]})
    await send({"type": f"{kind}.body", "body": b""})
