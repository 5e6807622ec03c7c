"""Every kind of answer carries the same headers, whoever gives it: Django, a file, the poll, a refused socket, the front."""

import http.client
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path

import pytest

from passerelle.config import policy
from scripts.frontend import DIST
from scripts.paths import FRONTEND, ROOT
from scripts.ports import free_port, until_open
from tests.support.browser import Answer
from tests.support.database import database_url
from tests.support.deployed import NAME, ORIGIN, UP_WITHIN, running
from tests.support.waiting import PATIENCE

CADDYFILE = (ROOT / "deploy" / "Caddyfile").read_text()
OFF = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation gyroscope hid "
    "magnetometer microphone midi payment picture-in-picture screen-wake-lock serial usb xr-spatial-tracking"
)
CARRIED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in OFF.split()),
}
"""By every answer, beside the policy of what a page may load."""
POLICY = (
    r"default-src 'none'; script-src 'self' 'sha256-[\w+/]{43}='; style-src 'self' 'sha256-[\w+/]{43}='; img-src 'self'; "
    rf"font-src 'self'; connect-src 'self' wss://{re.escape(NAME)}; manifest-src 'self'; worker-src 'self'; object-src 'none'; "
    r"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
DOCS = POLICY.replace("img-src 'self'", "img-src 'self' data:")
ELSEWHERE = "https://evil.example.net"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@dataclass(frozen=True)
class Kind:
    """A kind of answer: what is asked, what its status is, and which of our processes gives it."""

    path: str
    status: int = 200
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    by: tuple[str, ...] = ("web", "sockets")
    policy: str = POLICY


def asset() -> str:
    return f"/assets/{next((DIST / 'assets').glob('*.js')).name}"


KINDS = {
    "page": Kind("/team"),
    "page, as a phone keeps it": Kind("/index.html"),
    "script": Kind(asset() if DIST.is_dir() else "/assets/missing.js"),
    "service worker": Kind("/sw.js"),
    "manifest": Kind("/manifest.webmanifest"),
    "picture": Kind("/mark.svg"),
    "file of the documentation": Kind("/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css"),
    "documentation": Kind("/api/v1/docs", policy=DOCS),
    "script of the documentation": Kind("/api/v1/docs?script=", policy=DOCS),
    "api": Kind("/api/v1/schema"),
    "signed out": Kind("/api/v1/me", 401),
    "no token": Kind("/api/v1/visits", 401, "POST"),
    "not found": Kind("/api/v1/nothing", 404),
    "wrong method": Kind("/healthz", 405, "OPTIONS"),
    "another name": Kind("/api/v1/me", 400, headers={"Host": "evil.example.net"}),
    "page at another name": Kind("/team", 400, headers={"Host": "evil.example.net"}),
    "health": Kind("/healthz"),
    "sign-in": Kind("/_allauth/browser/v1/config"),
    "sign-in, refused": Kind("/_allauth/browser/v1/auth/login", 403, "POST"),
    "poll, signed out": Kind("/ws/poll", 401, "POST", {"Origin": ORIGIN}, ("sockets",)),
    "poll from elsewhere": Kind("/ws/poll", 403, "POST", {"Origin": ELSEWHERE}, ("sockets",)),
    "socket from elsewhere": Kind("/ws", 403, headers={"Origin": ELSEWHERE, **UPGRADE}, by=("sockets",)),
    "socket at another address": Kind("/ws/else", 403, headers={"Origin": ORIGIN, **UPGRADE}, by=("sockets",)),
}


@pytest.fixture(scope="module", params=["web", "sockets"])
def served(
    request: pytest.FixtureRequest, django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, int]]:
    """A process as it is deployed, on threads or on ASGI, and its port."""
    port, log = free_port(), tmp_path_factory.mktemp("served") / "log"
    with running(request.param, database_url(), log, port=port) as process:
        until_open(port, process, log, within=UP_WITHIN)
        yield request.param, port


def ask(port: int, kind: Kind) -> Answer:
    headers = {"Host": NAME, "X-Forwarded-Proto": "https", **kind.headers}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request(kind.method, kind.path, headers=headers)
        found = connection.getresponse()
        return Answer(found.status, found.read(), found.headers)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_carries_them_once(served: tuple[str, int], kind: str) -> None:
    service, port = served
    asked = KINDS[kind]
    if service not in asked.by:
        return  # the front leads nobody there
    answer = ask(port, asked)
    assert answer.status == asked.status
    carried = {name: answer.headers.get_all(name) for name in CARRIED}
    assert carried == {name: [value] for name, value in CARRIED.items()}
    policies = answer.headers.get_all("Content-Security-Policy") or []
    assert [bool(re.fullmatch(asked.policy, found)) for found in policies] == [True], policies
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_front_gives_what_it_serves_itself_the_same() -> None:
    (block,) = re.findall(r"^\theader \{\n(.*?)^\t\}", CADDYFILE, re.MULTILINE | re.DOTALL)
    said = dict(re.findall(r'^\t\t([\w-]+) "?(.*?)"?$', block, re.MULTILINE))
    assert said == CARRIED
    assert "\t\t-Server\n" in block, "what is taken off makes Caddy write the others last, over those of the back end"


def test_the_fronts_page_has_the_policy_that_django_would_give_it(tmp_path: Path) -> None:
    line = policy.line(DIST / "index.html").replace("{http.request.hostport}", NAME)
    (found,) = re.fullmatch(r'header Content-Security-Policy "([^"]*)"', line).groups()  # type: ignore[union-attr]
    assert re.fullmatch(POLICY, found)
    (page,) = re.findall(r"^\thandle \{\n(.*?)^\t\}", CADDYFILE, re.MULTILINE | re.DOTALL)
    assert "\t\timport policy.caddy\n" in page


def test_what_stands_in_the_page_is_let_through_by_what_it_is(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<style>a{}</style><script>b()</script><script type=module src=/c.js></script><p style='d'>")
    found = policy.policy(page, ["wss://book.example"])
    assert found["script-src"] == ["'self'", "'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='"]
    assert found["style-src"] == ["'self'", "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"]
    assert found["connect-src"] == ["'self'", "wss://book.example"]
    assert policy.policy(tmp_path / "missing.html", [])["script-src"] == ["'self'"]


def test_no_word_lets_through_what_stands_in_a_page_or_comes_from_another_server() -> None:
    for words in policy.policy(Path("missing"), []).values():
        assert set(words) <= {"'none'", "'self'"}


def test_a_page_with_another_policy_is_another_page_to_a_phone() -> None:
    """The phone answers with the page as it was sent, headers and all, until the build names another one."""
    policy_of_the_build = md5((FRONTEND / "policy.json").read_bytes(), usedforsecurity=False).hexdigest()
    kept = (DIST / "sw.js").read_text()
    ((before, after),) = re.findall(r'revision:"([^"]+)",url:"index\.html"|url:"index\.html",revision:"([^"]+)"', kept)
    assert (before or after).endswith(f"-{policy_of_the_build}")
