"""The built front end as it is sent: a phone on a bad line waits for every byte, once."""

from email.message import Message
from urllib.request import Request, urlopen

import pytest

from scripts.frontend import DIST
from tests.support.server import Server


def got(server: Server, path: str, takes: str) -> tuple[Message, bytes]:
    """The headers and the body, as it was sent, of what answers to somebody who ``takes`` these encodings."""
    headers = {"Accept-Encoding": takes, "Host": f"partner.localhost:{server.port}"}
    with urlopen(Request(f"{server.origin}{path}", headers=headers)) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize(("takes", "encoding"), [("gzip", "gzip"), ("gzip, deflate, br, zstd", "br")])
def test_scripts_are_sent_compressed_and_kept(asgi_server: Server, takes: str, encoding: str) -> None:
    script = max((DIST / "assets").glob("*.js"), key=lambda file: file.stat().st_size)
    headers, sent = got(asgi_server, f"/assets/{script.name}", takes)
    assert headers["Content-Encoding"] == encoding
    assert len(sent) < script.stat().st_size / 2
    assert "immutable" in headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/partner", "/api/v1/schema"])
def test_the_page_and_what_the_api_answers_are_sent_compressed_where_no_server_stands_in_front(
    asgi_server: Server, path: str
) -> None:
    _, whole = got(asgi_server, path, "identity")
    headers, sent = got(asgi_server, path, "gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert len(sent) < len(whole) / 2


def test_the_worker_and_the_manifest_are_asked_for_again_soon(asgi_server: Server) -> None:
    """Whoever keeps the product hears of a newer one; nothing of it may say that it is good for long."""
    worker, _ = got(asgi_server, "/sw.js", "identity")
    manifest, _ = got(asgi_server, "/manifest.webmanifest", "identity")
    assert worker["Content-Type"].startswith("text/javascript")
    assert manifest["Content-Type"].startswith("application/manifest+json")
    for headers in (worker, manifest):
        assert "immutable" not in headers["Cache-Control"]
        assert int(headers["Cache-Control"].split("max-age=")[1].split(",")[0]) <= 60


@pytest.mark.parametrize("path", ["/api/v1/schema", "/_allauth/browser/v1/config"])
def test_what_the_api_answers_is_written_down_by_no_browser(asgi_server: Server, path: str) -> None:
    headers, _ = got(asgi_server, path, "identity")
    assert "no-store" in headers["Cache-Control"]
