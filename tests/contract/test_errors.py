"""One shape for every error, wherever it arises: before a view is found, in reading, in the view, in the database."""

from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.contract.asking import ask, browser, is_refusal
from tests.contract.calls import CALLS
from tests.contract.world import COORDINATOR, World

TEN_MEGABYTES = b'{"locale": "' + b"x" * 10_000_000 + b'"}'


def codes(answer: Any) -> tuple[int, list[str]]:
    return answer.status_code, [line["code"] for line in is_refusal(answer)]


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v1/nothing", "/api/v1/sessions/12", "/api/v2/me", "/api/v1/me/", "/_allauth/no"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_that_is_none(world: World, address: str, method: str) -> None:
    assert codes(getattr(Client(), method)(address)) == (404, ["not_found"])
    assert codes(getattr(browser(world, COORDINATOR), method)(address)) == (404, ["not_found"])


@pytest.mark.parametrize("address", ["/api/v1/me", "/api/v1/sessions", "/_allauth/browser/v1/auth/code/request"])
def test_a_body_of_ten_megabytes_is_refused_unread(world: World, address: str) -> None:
    method = "PATCH" if address.endswith("me") else "POST"
    answer = browser(world, COORDINATOR).generic(method, address, TEN_MEGABYTES, "application/json")
    assert codes(answer) == (413, ["too_large"])


@pytest.mark.parametrize("key", [r'"\000aaaaaaaaa"', "ö" * 32, "' OR 1=1; --", "x" * 5_000])
@pytest.mark.parametrize("address", ["/api/v1/me", "/_allauth/browser/v1/auth/session"])
def test_a_cookie_of_no_session_is_nobodys(world: World, address: str, key: str) -> None:
    """The first is unquoted to NUL, which PostgreSQL takes in no text."""
    answer = Client(raise_request_exception=False).get(address, headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={key}"})
    assert answer.status_code == 401


def test_a_body_that_is_no_json_by_its_type(world: World) -> None:
    answer = browser(world, COORDINATOR).patch("/api/v1/me", "locale=fr", content_type="application/x-www-form-urlencoded")
    assert codes(answer) == (415, ["media_type_not_read"])


def test_an_answer_that_nobody_can_give(world: World) -> None:
    assert codes(browser(world, COORDINATOR).get("/api/v1/me", headers={"Accept": "text/html"})) == (406, ["not_acceptable"])


def test_a_fault_of_ours_says_so_and_no_more(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bookings_session CASCADE")  # gone until this test ends
    answer = browser(world, COORDINATOR, raise_request_exception=False).get("/api/v1/sessions")
    assert codes(answer) == (500, ["fault"])
    assert b"bookings" not in answer.content


def test_errors_come_in_the_readers_language(world: World) -> None:
    answer = Client(headers={"Accept-Language": "fr"}).get("/api/v1/nothing")
    assert is_refusal(answer)[0]["message"] == "Ceci n’existe pas, ou ne vous est pas accessible."


UNREADABLE = {
    "en": "What was sent is broken or not complete, so it could not be read. Nothing was changed; send it again.",
    "fr": "Ce qui a été envoyé est abîmé ou incomplet et n’a pas pu être lu. Rien n’a été modifié ; envoyez-le à nouveau.",
    "ar": "ما أُرسل تالف أو غير كامل فتعذّرت قراءته. لم يتغيّر شيء، أعد الإرسال.",
}
NOT_AN_OBJECT = {
    "en": "What was sent must be one JSON object with named fields, not a list or a single value.",
    "fr": "Ce qui est envoyé doit être un objet JSON avec des champs nommés, ni une liste ni une valeur seule.",
    "ar": "يجب أن يكون ما يُرسل كائن JSON واحدًا بخانات لها أسماء، لا قائمة ولا قيمة مفردة.",
}
NOT_READ = {
    "en": "This address does not read that kind of file or text. Send application/json.",
    "fr": "Cette adresse ne lit pas ce type de contenu. Envoyez application/json.",
    "ar": "لا يقرأ هذا العنوان هذا النوع من المحتوى. أرسل \u2068application/json\u2069.",
}
NO_METHOD = {
    "en": "This cannot be done here. This address takes GET, PATCH, HEAD, OPTIONS.",
    "fr": "Ceci n’est pas possible ici. Cette adresse accepte GET, PATCH, HEAD, OPTIONS.",
    "ar": "هذا غير ممكن هنا. يقبل هذا العنوان \u2068GET, PATCH, HEAD, OPTIONS\u2069.",
}
NOT_ACCEPTABLE = {
    "en": "The answer cannot be given in that form. Ask for application/json.",
    "fr": "La réponse ne peut pas être donnée sous cette forme. Demandez application/json.",
    "ar": "لا يمكن تقديم الجواب بهذا الشكل. اطلب \u2068application/json\u2069.",
}


class Wrong(NamedTuple):
    """What the framework refuses by itself, and how the answer says so."""

    method: str
    body: bytes
    status: int
    code: str
    words: dict[str, str]
    kind: str = "application/json"
    accept: str = "*/*"


OF_THE_FRAMEWORK = [
    *[Wrong("PATCH", body, 400, "unreadable", UNREADABLE) for body in (b"{", b'{"locale": fr}', b"\xff", b"[" * 100_000)],
    *[Wrong("PATCH", body, 400, "not_an_object", NOT_AN_OBJECT) for body in (b"[]", b'"word"', b"5", b"null", b"[null]")],
    Wrong("PATCH", b"locale=fr", 415, "media_type_not_read", NOT_READ, kind="text/plain"),
    Wrong("PATCH", b"<me/>", 415, "media_type_not_read", NOT_READ, kind="application/xml"),
    Wrong("DELETE", b"", 405, "method_not_allowed", NO_METHOD),
    Wrong("PUT", b"{}", 405, "method_not_allowed", NO_METHOD),
    Wrong("GET", b"", 406, "not_acceptable", NOT_ACCEPTABLE, accept="text/html"),
]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("wrong", OF_THE_FRAMEWORK, ids=lambda wrong: f"{wrong.method} {wrong.body[:20]!r} {wrong.kind}")
def test_what_the_framework_refuses_is_said_in_the_readers_language(world: World, language: str, wrong: Wrong) -> None:
    client = browser(world, COORDINATOR, headers={"Accept-Language": language, "Accept": wrong.accept})
    answer = client.generic(wrong.method, "/api/v1/me", wrong.body, wrong.kind)
    expected = {"errors": [{"code": wrong.code, "message": wrong.words[language]}]}
    assert (answer.status_code, answer.json()) == (wrong.status, expected)


def test_a_form_that_is_cut_off_or_none(world: World) -> None:
    client = browser(world, COORDINATOR)
    answer = client.generic("POST", "/api/v1/imports", b"--a\r\n", "multipart/form-data")
    assert codes(answer) == (400, ["unreadable"])
    answer = client.generic("POST", "/api/v1/imports", b"{}", "application/json")
    assert codes(answer) == (415, ["media_type_not_read"])
    assert is_refusal(answer)[0]["message"].endswith("Send multipart/form-data.")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_object_inside_that_is_none_is_named(world: World, language: str) -> None:
    (call,) = [found for found in CALLS if found.operation == "POST sessions"]
    subject = call.on(world)
    answer = ask(
        browser(world, COORDINATOR),
        call,
        subject,
        body={**(subject.body or {}), "needs": ["prs"]},
        accept_language=language,
    )
    expected = {"code": "not_an_object", "message": NOT_AN_OBJECT[language], "field": "needs.0"}
    assert (answer.status_code, answer.json()) == (400, {"errors": [expected]})


@pytest.mark.parametrize("address", ["/api/v1/nothing", "/healthz"])
def test_a_name_that_is_not_ours(address: str) -> None:
    assert codes(Client().get(address, headers={"Host": "elsewhere.example"})) == (400, ["host_unknown"])


def test_signing_in_without_the_token(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/_allauth/browser/v1/auth/code/request", {"email": "a@example.invalid"}, "application/json")
    assert codes(answer) == (403, ["not_allowed"])
