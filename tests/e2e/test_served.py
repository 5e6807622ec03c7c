"""The built front end as it is sent: a phone on a bad line waits for every byte, once."""

from urllib.request import Request, urlopen

from scripts.frontend import DIST
from tests.support.server import Server


def test_scripts_are_sent_compressed_and_kept(asgi_server: Server) -> None:
    script = max((DIST / "assets").glob("*.js"), key=lambda file: file.stat().st_size)
    headers = {"Accept-Encoding": "gzip", "Host": "partner.localhost"}
    asked = Request(f"http://127.0.0.1:{asgi_server.port}/assets/{script.name}", headers=headers)
    with urlopen(asked) as answer:
        sent = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(sent) < script.stat().st_size / 2
    assert "immutable" in answer.headers["Cache-Control"]
