"""What is known against what the lock files pin, as servers of this test say it; the programs that ask are the real ones."""

import gzip
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

import pytest

from scripts.paths import ROOT, environment

NOBODY = "http://127.0.0.1:1/"
BAD = {"summary": "Too bad", "modified": "2026-01-01T00:00:00Z", "published": "2026-01-01T00:00:00Z"}


class Advisories(BaseHTTPRequestHandler):
    """The database that uv asks and the registry that npm asks. ``against`` are the packages something is known against."""

    against: frozenset[str] = frozenset()

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        asked = json.loads(gzip.decompress(sent) if self.headers.get("Content-Encoding") == "gzip" else sent)
        self._answer(self._of_python(asked["queries"]) if "queries" in asked else self._of_node(asked))

    def _of_python(self, asked: list[Any]) -> object:
        known = [{"vulns": [{"id": "BAD-1", "modified": BAD["modified"]}]} for _ in self.against]
        return {"results": [known[0] if one["package"]["name"] in self.against else {} for one in asked]}

    def _of_node(self, asked: dict[str, Any]) -> object:
        one = {
            "id": 1,
            "url": "https://example.org/BAD-2",
            "title": "Too bad",
            "severity": "high",
            "vulnerable_versions": ">=0",
        }
        return {name: [one] for name in self.against if name in asked}

    def do_GET(self) -> None:
        if self.path.startswith("/v1/vulns/"):
            self._answer({"id": "BAD-1", **BAD, "affected": []})
        else:
            name = unquote(self.path.strip("/"))
            self._answer(
                {"name": name, "versions": {"1.0.0": {"name": name, "version": "1.0.0"}}, "dist-tags": {"latest": "1.0.0"}}
            )

    def _answer(self, what: object) -> None:
        sent = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_said: object) -> None:
        """Nothing."""


@pytest.fixture
def advisories() -> Iterator[tuple[str, type[Advisories]]]:
    """Its address, and the class to say more through."""
    handler = type("These", (Advisories,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", handler
    server.shutdown()
    server.server_close()
    thread.join()


def audited(python: str, node: str, before: str = "pass") -> "subprocess.CompletedProcess[str]":
    """``before`` is done first."""
    code = f"from scripts import audit; {before}; audit.main()"
    env = environment(PASSERELLE_ADVISORIES=python, npm_config_registry=node, npm_config_fetch_retries="0")
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_where_nothing_is_known_it_says_against_how_many(advisories: tuple[str, type[Advisories]]) -> None:
    done = audited(advisories[0], advisories[0])
    assert done.returncode == 0, done.stderr
    assert [line.split(" known against ")[0] for line in done.stdout.splitlines()] == ["uv.lock: 0", "package-lock.json: 0"]


def test_what_is_known_against_one_of_either_side_is_named_and_fails(advisories: tuple[str, type[Advisories]]) -> None:
    url, handler = advisories
    handler.against = frozenset({"orjson", "idb-keyval"})
    done = audited(url, url)
    assert done.returncode == 1
    assert "uv.lock: 1 known against" in done.stdout
    assert "  orjson " in done.stdout
    assert "package-lock.json: 1 known against" in done.stdout
    assert "  idb-keyval " in done.stdout
    assert "(NOT_OURS)" in done.stderr


def test_where_nobody_answers_that_is_said_and_nothing_fails() -> None:
    done = audited(NOBODY, NOBODY)
    assert done.returncode == 0, done.stderr
    assert [line.split(" (")[0] for line in done.stdout.splitlines()] == [
        "uv.lock: not audited, nobody could be asked",
        "package-lock.json: not audited, nobody could be asked",
    ]


def test_what_one_side_knows_is_told_where_the_other_cannot_be_asked(advisories: tuple[str, type[Advisories]]) -> None:
    url, handler = advisories
    handler.against = frozenset({"idb-keyval"})
    done = audited(NOBODY, url)
    assert done.returncode == 1
    assert "uv.lock: not audited" in done.stdout
    assert "  idb-keyval " in done.stdout


def test_what_does_not_concern_us_is_left_out_by_its_id(advisories: tuple[str, type[Advisories]]) -> None:
    url, handler = advisories
    handler.against = frozenset({"orjson", "idb-keyval"})
    done = audited(url, url, 'audit.NOT_OURS.update({"BAD-1": "only in a mode we do not use", "BAD-2": "likewise"})')
    assert done.returncode == 0, done.stderr
    assert [line.split(" known against ")[0] for line in done.stdout.splitlines()] == ["uv.lock: 0", "package-lock.json: 0"]
