"""The web processes as ``docker-compose.yml`` runs them (decision 4), and who is signed in to them."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.test import Client, override_settings

from passerelle.accounts.models import User
from scripts.paths import BACKEND, BIN, ROOT
from scripts.say import stop
from tests.config.compose import command, environment

NAME = "book.example.org"
WSGI = "passerelle.config.wsgi:application"
TOLD = {
    "PASSERELLE_ORIGINS": f"https://{NAME}",
    "SECRET_KEY": "only-of-the-trials-Xq3vZr8mPw4sTn6yBd1gHj5lKc7fIo9xRu2eWa",
    "EMAIL_URL": "console:",
    "PASSERELLE_MAIL_FROM": "Passerelle <no-reply@example.org>",
    "POSTGRES_PASSWORD": "unused",
    "WEB_WORKERS": "2",
}
"""What an operator writes in ``.env``."""
UP_WITHIN = 60.0


@contextmanager
def deployed(url: str, log: Path, *, application: str = WSGI) -> Iterator[int]:
    """Two web processes of eight threads each on the database at ``url``; the port they answer on."""
    port = _free_port()
    words = command("web", TOLD)
    words = [application if word == WSGI else word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in words]
    inherited = {"PATH": f"{BIN}:/usr/bin:/bin", "PYTHONPATH": f"{BACKEND}:{ROOT}"}
    env = {**inherited, **environment("web", TOLD), "DATABASE_URL": url, "REDIS_URL": ""}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(BIN / words[0]), *words[1:]], cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
        )
    try:
        _wait(process, log, port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait(process: "subprocess.Popen[bytes]", log: Path, port: int) -> None:
    begun = time.monotonic()
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if process.poll() is not None or time.monotonic() - begun > UP_WITHIN:
                stop(f"The web processes did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def signed_in(user: User) -> str:
    """The cookie of a new session of ``user``, as the web processes read it."""
    browser = Client()
    with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):
        browser.force_login(user)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value
