"""The addresses of what is live: one for sockets, one for polls, with one hub for both."""

from functools import partial
from typing import Any

from channels.routing import ProtocolTypeRouter, URLRouter
from channels.sessions import CookieMiddleware
from django.conf import settings
from django.urls import path, re_path

from passerelle.live.consumer import HEARTBEAT, HELLO_WITHIN, MOST_OF_ONE, LiveConsumer
from passerelle.live.door import Door
from passerelle.live.hub import POLL, Hub
from passerelle.live.origins import OwnOrigins
from passerelle.live.polling import HOLD, PATH, Polls
from passerelle.live.refusing import deny
from passerelle.live.seats import Seats
from passerelle.live.turns import Turns


def live_beside(
    http: Any,
    *,
    poll: float = POLL,
    heartbeat: float = HEARTBEAT,
    hello_within: float = HELLO_WITHIN,
    hold: float = HOLD,
    turns: Turns | None = None,
) -> Any:
    """The ASGI application of a process: ``http``, sockets and polls. A socket at any address but ``/ws`` is refused."""
    hub, door = Hub(poll=poll, listen=settings.LIVE_LISTENS), Door(Seats(MOST_OF_ONE), turns or Turns())
    consumer: Any = LiveConsumer.as_asgi(hub=hub, door=door, heartbeat=heartbeat, hello_within=hello_within)
    denied: Any = partial(deny, "no such address")
    routes: Any = [path("ws", consumer), re_path("", denied)]
    polls = _own(Polls(hub, door, hold=hold, hello_within=hello_within))

    async def either(scope: Any, receive: Any, send: Any) -> None:
        await (polls if scope["path"] == PATH else http)(scope, receive, send)

    return ProtocolTypeRouter({"http": either, "websocket": _own(URLRouter(routes))})


def _own(application: Any) -> Any:
    return OwnOrigins(CookieMiddleware(application), settings.ORIGINS)
