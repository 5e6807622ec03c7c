"""By a name that is not ours nothing is answered but that, in the reader's language and in our own shape."""

import http.client
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scripts.ports import free_port, until_open
from tests.support.browser import Answer
from tests.support.database import database_url
from tests.support.deployed import NAME, UP_WITHIN, running
from tests.support.waiting import PATIENCE

SENT = "evil.example.net"
SENTENCES = {
    "en": "This address is not one of Passerelle’s. Open the link that you were given, or ask the team for it.",
    "fr": "Cette adresse n’est pas une adresse de Passerelle. Ouvrez le lien qu’on vous a donné, ou demandez-le à l’équipe.",
    "ar": "هذا العنوان ليس من عناوين Passerelle. افتح الرابط الذي أُعطي لك، أو اطلبه من الفريق.",
}


@pytest.fixture(params=["web", "sockets"])
def served(request: pytest.FixtureRequest, committed_db: None, tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A process as it is deployed, on threads or on ASGI; its port and its log."""
    port, log = free_port(), tmp_path / "log"
    with running(request.param, database_url(), log, port=port) as process:
        until_open(port, process, log, within=UP_WITHIN)
        yield port, log


def ask(port: int, host: str, path: str, *, language: str = "en", method: str = "GET") -> Answer:
    headers = {"Host": host, "X-Forwarded-Proto": "https", "Accept-Language": language}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request(method, path, headers=headers)
        found = connection.getresponse()
        return Answer(found.status, found.read(), found.headers)


def test_a_name_that_is_not_ours_is_refused_in_our_own_words(served: tuple[int, Path]) -> None:
    port, log = served
    for language, sentence in SENTENCES.items():
        for path in ("/api/v1/me", "/api/v1/nowhere", "/_allauth/browser/v1/config"):
            told = ask(port, SENT, path, language=language)
            assert (told.status, told.json()) == (400, {"errors": [{"code": "host_unknown", "message": sentence}]})
        page = ask(port, SENT, "/team", language=language)
        assert (page.status, page.headers.get_content_type()) == (400, "text/html")
        assert f"<p>{sentence}</p>" in page.body.decode()
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.body.decode()
        assert SENT.encode() not in page.body
    assert ask(port, "not a name<script>", "/").status == 400
    assert ask(port, SENT, "/api/v1/demo/sign-in", method="POST").json()["errors"][0]["code"] == "host_unknown"
    assert ask(port, NAME, "/api/v1/me").status == 401
    said = log.read_text()
    assert said.count("a request by a name that is not among those of PASSERELLE_ORIGINS") == 14
    assert not any(word in said for word in ("Traceback", "DisallowedHost", SENT, "script>"))
