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
