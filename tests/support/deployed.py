"""The services of ``docker-compose.yml`` as processes of this machine: its commands and settings, our programs and ports.

No front server stands between: what it adds are headers. Which Redis there is says ``TRIED_REDIS_URL``; ``more`` may say
another (``tests.support.redis``). Without, they run as where there is none.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

from scripts.paths import BACKEND, BIN, ROOT
from scripts.ports import free_port, until_open
from tests.config.compose import command, environment
from tests.support.waiting import PATIENCE

NAME = "book.example.org"
ORIGIN = f"https://{NAME}"
TOLD = {
    "PASSERELLE_ORIGINS": ORIGIN,
    "SECRET_KEY": "of-no-place-but-here-Xq3vZr8mPw4sTn6yBd1gHj5lKc7fIo9xRu2eWa",
    "EMAIL_URL": "console:",
    "PASSERELLE_MAIL_FROM": "Passerelle <no-reply@example.org>",
    "POSTGRES_PASSWORD": "unused",
}
"""What an operator writes in ``.env``."""
WSGI, ASGI = "passerelle.config.wsgi:application", "passerelle.config.asgi:application"
UP_WITHIN = 60.0
REDIS = "TRIED_REDIS_URL"
"""Of the surroundings: the Redis that all of the product's processes are told of, as in the compose file."""
SESSION_COOKIE, CSRF_COOKIE = "__Host-sessionid", "__Host-csrftoken"


def settings(service: str, url: str, **told: str) -> dict[str, str]:
    """The environment of a process of ``service`` on the database at ``url``."""
    inherited = {"PATH": f"{BIN}:/usr/bin:/bin", "PYTHONPATH": f"{BACKEND}:{ROOT}", "PYTHONUNBUFFERED": "1"}
    return {**inherited, **environment(service, {**TOLD, **told}), "DATABASE_URL": url, "REDIS_URL": os.environ.get(REDIS, "")}


@contextmanager
def running(
    service: str,
    url: str,
    log: Path,
    *,
    port: int = 0,
    application: str = "",
    told: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
) -> Iterator["subprocess.Popen[bytes]"]:
    """The process of ``service``, ended at the end. ``told`` is what ``.env`` says besides, ``more`` its own environment."""
    words = words_of(service, port, told, application)
    env = settings(service, url, **(told or {})) | dict(more or {})
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def web(url: str, log: Path, *, workers: int = 2, threads: int = 8, application: str = WSGI) -> Iterator[int]:
    """HTTP on threads, or another ``application`` run the same way; the port it answers on."""
    port, told = free_port(), {"WEB_WORKERS": str(workers), "WEB_THREADS": str(threads)}
    with running("web", url, log, port=port, application=application, told=told) as process:
        until_open(port, process, log, within=UP_WITHIN)
        yield port


@contextmanager
def sockets(url: str, log: Path, *, application: str = ASGI, more: Mapping[str, str] | None = None) -> Iterator[int]:
    """The service that owns the live sockets: the same code under ASGI, which answers HTTP too."""
    port = free_port()
    with running("sockets", url, log, port=port, application=application, more=more) as process:
        until_open(port, process, log, within=UP_WITHIN)
        yield port


@contextmanager
def hubs(
    url: str, log: Path, count: int, *, application: str = ASGI, more: Mapping[str, str] | None = None
) -> Iterator[list[int]]:
    """So many of those, each with a hub and a log of its own; the ports. People are spread over them."""
    with ExitStack() as stack:
        logs = [log.with_name(f"{log.name}.{number}.log") for number in range(count)]
        yield [stack.enter_context(sockets(url, one, application=application, more=more)) for one in logs]


@contextmanager
def worker(url: str, log: Path, *, more: Mapping[str, str] | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    """Background work. One that ended by itself meanwhile would be missed by nobody: that is an error."""
    with running("worker", url, log, more=more) as process:
        yield process
        if process.poll() is not None:
            raise RuntimeError(f"The worker ended by itself:\n{log.read_text(errors='replace')[-2_000:]}")


def headers(
    session: str, *, writes: bool, key: str = "", cookies: tuple[str, str] = (SESSION_COOKIE, CSRF_COOKIE)
) -> dict[str, str]:
    """What the front server hands on of somebody whose cookie is ``session``."""
    token = "t" * 32
    found = {"Host": NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
    found["Cookie"] = f"{cookies[0]}={session}; {cookies[1]}={token}"
    if writes:
        found |= {"Origin": ORIGIN, "X-CSRFToken": token, "Idempotency-Key": key or str(uuid4())}
        found["Content-Type"] = "application/json"
    return found


def words_of(service: str, port: int, told: Mapping[str, str] | None = None, application: str = "") -> list[str]:
    """The command of ``service`` as it is run here, with its own application unless told another."""
    words = _here(command(service, {**TOLD, **(told or {})}), port)
    return [application if application and word in {WSGI, ASGI} else word for word in words]


def _here(words: list[str], port: int) -> list[str]:
    """A command of the image as it is run here: our programs, this machine alone, our port."""
    program = [sys.executable] if words[0] == "python" else [str(BIN / words[0])]
    ours = [f"--port={port}" if word == "--port=8000" else word for word in words[1:]]
    return [*program, *(re.sub(r"0\.0\.0\.0(:8000)?", lambda m: f"127.0.0.1:{port}" if m[1] else "127.0.0.1", w) for w in ours)]
