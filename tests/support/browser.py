"""One browser: one jar of cookies for every name a product answers on, each name reached at 127.0.0.1."""

import http.client
import json
import urllib.request
from http.cookiejar import CookieJar
from typing import Any, NamedTuple
from uuid import uuid4

from passerelle.config import cookies
from tests.support.waiting import PATIENCE


class Answer(NamedTuple):
    status: int
    body: bytes
    headers: http.client.HTTPMessage

    def json(self) -> Any:
        return json.loads(self.body)


class Browser:
    """Keeps cookies as a browser does: by the name in the address bar.

    With ``behind_front`` it speaks as through a front server that ended its https: the host without our port, and a
    header that says so.
    """

    def __init__(self, port: int, *, behind_front: bool = False) -> None:
        self.port, self.jar, self.behind_front = port, CookieJar(), behind_front

    def get(self, name: str, path: str) -> Answer:
        return self._ask("GET", name, path, None, {})

    def post(self, name: str, path: str, body: Any) -> Answer:
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid4()),
            "X-CSRFToken": self.cookie(name, cookies.named(cookies.CSRF, https=self.behind_front)),
            "Origin": self.origin(name),
        }
        return self._ask("POST", name, path, json.dumps(body).encode(), headers)

    def sign_in(self, name: str, key: str) -> Answer:
        """Press the demo's button for ``key`` on the page of ``name``."""
        self.get(name, "/api/v1/demo/people")
        return self.post(name, "/api/v1/demo/sign-in", {"key": key})

    def password(self, name: str, email: str, password: str) -> Answer:
        """Sign in by hand."""
        self.get(name, "/api/v1/demo/people")
        return self.post(name, "/_allauth/browser/v1/auth/login", {"email": email, "password": password})

    def origin(self, name: str) -> str:
        return f"https://{name}" if self.behind_front else f"http://{name}:{self.port}"

    def cookie(self, name: str, which: str) -> str:
        return next((c.value or "" for c in self.jar if c.name == which and c.domain == name), "")

    def _ask(self, method: str, name: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        asked = urllib.request.Request(f"{self.origin(name)}{path}", method=method)
        self.jar.add_cookie_header(asked)
        told = {"Host": self.origin(name).partition("://")[2], **dict(asked.header_items()), **headers}
        if self.behind_front:
            told |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        wire.request(method, path, body, told)
        answer = wire.getresponse()
        self.jar.extract_cookies(answer, asked)
        found = Answer(answer.status, answer.read(), answer.headers)
        wire.close()
        return found
