"""Requests of many people at once from one event loop, each on a connection of its own, as the front server hands them on."""

import asyncio
import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NoReturn

from tests.support.deployed import headers

PATIENCE = 60.0
"""Seconds after which a request counts as never answered."""


@dataclass(frozen=True)
class Got:
    """``status`` 0 where the connection ended without an answer."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def well(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        return json.loads(self.body)


async def ask(port: int, session: str, path: str, *, method: str = "GET", body: Any = None, key: str = "") -> Got:
    """``path`` lies below the API's root. Never raises: what was not answered in time, or not whole, has status 0."""
    sent = json.dumps(body).encode() if body is not None else b""
    told = {**headers(session, writes=method != "GET", key=key), "Content-Length": str(len(sent)), "Connection": "close"}
    lines = [f"{method} /api/v1{path} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items()), "", ""]
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write("\r\n".join(lines).encode() + sent)
                return _read(await reader.read())
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return Got(0)


class _Raw:
    """Bytes as ``http.client`` reads them off a socket."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def makefile(self, _mode: str) -> BytesIO:
        return BytesIO(self._raw)


def _read(raw: bytes) -> Got:
    try:
        response = http.client.HTTPResponse(_Raw(raw))  # type: ignore[arg-type]
        response.begin()
        return Got(response.status, response.read(), dict(response.headers))
    except http.client.HTTPException:
        return Got(0)


def refused(what: str, got: Got) -> NoReturn:
    """A trial cannot go on where what it begins with is refused."""
    raise AssertionError(f"{what} was answered {got.status}: {got.body[:500]!r}")
