"""One shape for every error, wherever it arises: before a view is found, in reading, in the view, in the database."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.contract.asking import browser, is_refusal
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


def test_a_body_that_is_no_json_by_its_type(world: World) -> None:
    answer = browser(world, COORDINATOR).patch("/api/v1/me", "locale=fr", content_type="application/x-www-form-urlencoded")
    assert codes(answer) == (415, ["invalid"])


def test_an_answer_that_nobody_can_give(world: World) -> None:
    assert codes(browser(world, COORDINATOR).get("/api/v1/me", headers={"Accept": "text/html"})) == (406, ["invalid"])


def test_a_fault_of_ours_says_so_and_no_more(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bookings_session CASCADE")  # gone until this test ends
    answer = browser(world, COORDINATOR, raise_request_exception=False).get("/api/v1/sessions")
    assert codes(answer) == (500, ["fault"])
    assert b"bookings" not in answer.content


def test_errors_come_in_the_readers_language(world: World) -> None:
    answer = Client(headers={"Accept-Language": "fr"}).get("/api/v1/nothing")
    assert is_refusal(answer)[0]["message"] == "Ceci n’existe pas, ou ne vous est pas accessible."


@pytest.mark.parametrize("address", ["/api/v1/nothing", "/healthz"])
def test_a_name_that_is_not_ours(address: str) -> None:
    assert codes(Client().get(address, headers={"Host": "elsewhere.example"})) == (400, ["invalid"])


def test_signing_in_without_the_token(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/_allauth/browser/v1/auth/code/request", {"email": "a@example.invalid"}, "application/json")
    assert codes(answer) == (403, ["not_allowed"])
