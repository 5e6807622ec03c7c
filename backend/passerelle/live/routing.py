"""The one socket address."""

from typing import Any

from channels.routing import URLRouter
from channels.security.websocket import WebsocketDenier
from channels.sessions import CookieMiddleware
from django.conf import settings
from django.urls import path, re_path

from passerelle.live.consumer import HEARTBEAT, HELLO_WITHIN, MOST_OF_ONE, LiveConsumer
from passerelle.live.hub import POLL, Hub
from passerelle.live.origins import OwnOrigins
from passerelle.live.seats import Seats


def sockets(*, poll: float = POLL, heartbeat: float = HEARTBEAT, hello_within: float = HELLO_WITHIN) -> Any:
    """The ASGI application for sockets, with this process's one hub. Any address but ``/ws`` is refused."""
    hub, seats = Hub(poll=poll, listen=settings.LIVE_LISTENS), Seats(MOST_OF_ONE)
    consumer: Any = LiveConsumer.as_asgi(hub=hub, seats=seats, heartbeat=heartbeat, hello_within=hello_within)
    refused: Any = WebsocketDenier.as_asgi()
    routes: Any = [path("ws", consumer), re_path("", refused)]
    return OwnOrigins(CookieMiddleware(URLRouter(routes)), settings.ORIGINS)
