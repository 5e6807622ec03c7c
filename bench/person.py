"""Somebody signed in who asks the product, and how long each answer took."""

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from tests.support.deployed import headers

ANSWERS_WITHIN = 60.0


class Answer(NamedTuple):
    """``seconds`` from the first byte sent to the last one read."""

    status: int
    body: bytes
    seconds: float

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Person:
    """Somebody signed in, over one connection that is kept as a front server keeps it."""

    port: int
    session: str = ""

    def __post_init__(self) -> None:
        self._wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWERS_WITHIN)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, body: Any = None) -> Answer:
        return self._ask("POST", path, json.dumps(body).encode() if body is not None else None)

    def close(self) -> None:
        self._wire.close()

    def _ask(self, method: str, path: str, body: bytes | None) -> Answer:
        sent = headers(self.session, writes=method == "POST")
        if method == "POST":
            sent["Content-Length"] = str(len(body or b""))
        begun = time.perf_counter()
        try:
            return self._once(method, path, body, sent, begun)
        except (http.client.RemoteDisconnected, ConnectionError):  # the server let a connection go that was idle
            self._wire.close()
            return self._once(method, path, body, sent, time.perf_counter())

    def _once(self, method: str, path: str, body: bytes | None, sent: Mapping[str, str], begun: float) -> Answer:
        self._wire.request(method, path, body, sent)
        answer = self._wire.getresponse()
        return Answer(answer.status, answer.read(), time.perf_counter() - begun)
