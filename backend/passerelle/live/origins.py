"""Sockets and polls are opened from our own pages only. A browser sends cookies along from anyone's; the origin tells."""

import logging
from typing import Any
from urllib.parse import ParseResult, urlparse

from channels.security.websocket import OriginValidator

from passerelle.live.refusing import deny

FOREIGN = "not from a page of ours"

logger = logging.getLogger(__name__)


class OwnOrigins(OriginValidator):
    """Channels' check of scheme, host and port; also refuses, instead of failing on, what is no origin at all.

    A refused handshake answers 403 and is never accepted, so the browser sees no close code. A poll is a POST, with
    which browsers say the origin of the page too; it gets 403 as well.
    """

    async def __call__(self, scope: Any, receive: Any, send: Any) -> Any:
        sent = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
        if len(sent) != 1 or not _readable(sent[0]):
            logger.warning("A socket without one readable origin was refused: %.200r", sent)
            return await deny(FOREIGN, scope, receive, send)
        if not self.valid_origin(urlparse(sent[0])):
            return await deny(FOREIGN, scope, receive, send)
        application: Any = self.application
        return await application(scope, receive, send)

    def valid_origin(self, parsed_origin: ParseResult | None) -> bool:
        valid = super().valid_origin(parsed_origin)
        if not valid:
            logger.warning("A socket from a foreign origin was refused: %.200r", parsed_origin and parsed_origin.geturl())
        return valid


def _readable(origin: str) -> bool:
    # Channels lets urlparse's errors through, and they end as a server error with a traceback.
    try:
        parsed = urlparse(origin)
        return bool(parsed.scheme and parsed.hostname and (parsed.port is None or parsed.port))
    except ValueError:
        return False
