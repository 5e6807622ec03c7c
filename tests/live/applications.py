"""The same application with one number changed, for tests of what only that number shows."""

import os
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passerelle.config.settings")
http = get_asgi_application()

from passerelle.live.routing import live_beside  # noqa: E402  (needs Django set up)
from passerelle.live.turns import Turns  # noqa: E402

only_woken = live_beside(http, poll=86_400, hold=86_400)
"""Never looks at the journal by itself: what arrives was brought by a wake-up. A poll is held until there is something."""

impatient = live_beside(http, heartbeat=0.1, hello_within=1.0, hold=0.5)

seldom = live_beside(http, turns=Turns(at_once=40, a_second=0.5))
"""One person may come so often at once, and then so seldom that the slowest machine asks faster in a loop."""

hasty = live_beside(http, hello_within=2.0)
"""Who never comes to an end with what they say is not waited for so long."""

_usual = live_beside(http)
_hoard: list[bytes] = []


async def frail(scope: Any, receive: Any, send: Any) -> None:
    """Fails at every poll."""
    if scope["path"] == "/ws/poll":
        raise ValueError("a poll")
    await _usual(scope, receive, send)


async def hoarding(scope: Any, receive: Any, send: Any) -> None:
    """Keeps something of every poll for ever."""
    if scope["path"] == "/ws/poll":
        _hoard.append(os.urandom(262_144))
    await _usual(scope, receive, send)
