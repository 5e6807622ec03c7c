"""The web service as ``docker-compose.yml`` runs it (decision 4), here; and somebody signed in who asks it."""

import http.client
import json
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from scripts.paths import BACKEND, BIN, ROOT, RUN
from scripts.say import stop
from tests.config.compose import command, environment

NAME = "book.example.org"
TOLD = {
    "PASSERELLE_ORIGINS": f"https://{NAME}",
    "SECRET_KEY": "only-of-the-bench-Xq3vZr8mPw4sTn6yBd1gHj5lKc7fIo9xRu2eWa",
    "EMAIL_URL": "console:",
    "PASSERELLE_MAIL_FROM": "Passerelle <no-reply@example.org>",
    "POSTGRES_PASSWORD": "unused",
}
"""What an operator writes in ``.env``."""
UP_WITHIN, ANSWERS_WITHIN = 30.0, 60.0


def settings(url: str) -> dict[str, str]:
    """The environment of a process of the product on the database at ``url``."""
    inherited = {"PATH": f"{BIN}:/usr/bin:/bin", "PYTHONPATH": f"{BACKEND}:{ROOT}", "PYTHONUNBUFFERED": "1"}
    return {**inherited, **environment("web", TOLD), "DATABASE_URL": url, "REDIS_URL": ""}


@contextmanager
def web(url: str, *, workers: int = 2, threads: int = 8, application: str = "") -> Iterator[int]:
    """The service on the database at ``url``, or another ``application`` run the same way; the port it answers on."""
    port = free_port()
    words = command("web", {**TOLD, "WEB_WORKERS": str(workers), "WEB_THREADS": str(threads)})
    words = [f"--bind=127.0.0.1:{port}" if word.startswith("--bind=") else word for word in words]
    if application:
        words = [re.sub(r"^passerelle\.config\.wsgi:application$", application, word) for word in words]
    with running([str(BIN / words[0]), *words[1:]], settings(url), RUN / f"bench-web-{port}.log", port):
        yield port


@contextmanager
def sockets(url: str) -> Iterator[int]:
    """The service that owns the live sockets: the same code under ASGI, which answers HTTP too."""
    port = free_port()
    here = {"--host=0.0.0.0": "--host=127.0.0.1", "--port=8000": f"--port={port}"}
    words = [here.get(word, word) for word in command("sockets", TOLD)]
    with running([str(BIN / words[0]), *words[1:]], settings(url), RUN / f"bench-sockets-{port}.log", port):
        yield port


@contextmanager
def running(words: list[str], env: Mapping[str, str], log: Path, port: int) -> Iterator[None]:
    """The process ``words`` start, from when it takes connections on ``port``."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True)
    try:
        _wait(process, log, port)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
    log.unlink()


def _wait(process: "subprocess.Popen[bytes]", log: Path, port: int) -> None:
    begun = time.monotonic()
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if process.poll() is not None or time.monotonic() - begun > UP_WITHIN:
                stop(f"It did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
        token = "t" * 32
        headers = {"Host": NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
        headers["Cookie"] = f"sessionid={self.session}; csrftoken={token}"
        if method == "POST":
            headers |= {"Origin": f"https://{NAME}", "X-CSRFToken": token, "Idempotency-Key": str(uuid4())}
            headers |= {"Content-Type": "application/json", "Content-Length": str(len(body or b""))}
        begun = time.perf_counter()
        try:
            return self._once(method, path, body, headers, begun)
        except (http.client.RemoteDisconnected, ConnectionError):  # the server let a connection go that was idle
            self._wire.close()
            return self._once(method, path, body, headers, time.perf_counter())

    def _once(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str], begun: float) -> Answer:
        self._wire.request(method, path, body, headers)
        answer = self._wire.getresponse()
        return Answer(answer.status, answer.read(), time.perf_counter() - begun)
