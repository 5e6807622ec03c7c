"""The product's ASGI application with one promise of the live socket broken: ``BROKEN`` in its environment says which.

``lose``: some changes are never handed over, though their frames are counted on. ``double``: each is told twice.
``everyone``: whoever is connected hears of everything. ``hoard``: each socket keeps a part of the memory for itself.
``rights``: nobody looks again at what somebody may hear. ``restarts``: when somebody's rights change, everybody starts over.
"""

import os
from itertools import count
from typing import Any

from passerelle.config.asgi import application as whole

# isort: split
# After the application, which sets Django up.
from passerelle.live import frames, hub, polling
from passerelle.live.consumer import LiveConsumer
from passerelle.live.ending import Ending

LOST_EVERY = 5
HOARDED = 256 * 1024
_deliver = LiveConsumer.deliver
_turn = count(1)


def _lose(self: LiveConsumer, body: str, reached: Any) -> None:
    if next(_turn) % LOST_EVERY:
        _deliver(self, body, reached)


def _double(self: LiveConsumer, body: str, reached: Any) -> None:
    _deliver(self, body, reached)
    _deliver(self, body, reached)


def _everything(self: frames.Bodies, _audiences: frames.Audiences) -> range:
    return range(len(self._lines))


def _hoard(self: LiveConsumer, *given: Any, **named: Any) -> None:
    _made(self, *given, **named)
    self.hoarded = b"x" * HOARDED  # type: ignore[attr-defined]


async def _look_at_nothing(self: Any) -> None:
    """It stays what it was."""


def _never(self: Ending, until: Any) -> None:
    """Nothing is looked at when a session runs out."""


async def _restart(self: hub.Hub, members: Any) -> None:
    self._start_over()


_made = LiveConsumer.__init__

match os.environ["BROKEN"]:
    case "lose":
        LiveConsumer.deliver = _lose  # type: ignore[method-assign]
    case "double":
        LiveConsumer.deliver = _double  # type: ignore[method-assign]
    case "everyone":
        frames.Bodies._places = _everything  # type: ignore[assignment, method-assign]
    case "hoard":
        LiveConsumer.__init__ = _hoard  # type: ignore[method-assign]
    case "rights":
        LiveConsumer.reread_rights = polling._Poll.reread_rights = _look_at_nothing  # type: ignore[method-assign]
        Ending.at = _never  # type: ignore[method-assign]
    case "restarts":
        hub.Hub._reread = _restart  # type: ignore[method-assign]

application = whole
