from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from passerelle.accounts.models import User
from passerelle.demo.world.founding import People

PEOPLE, SIGN_IN, ME = "/api/v1/demo/people", "/api/v1/demo/sign-in", "/api/v1/me"


def sign_in(client: Client, key: str, **headers: str) -> Any:
    return client.post(SIGN_IN, {"key": key}, content_type="application/json", headers=headers)


def test_people_are_the_three_of_the_demo(cast: People, demo_mode: None) -> None:
    answer = Client().get(PEOPLE)
    assert answer.status_code == 200
    assert answer.json() == {
        "results": [
            {"key": "partner", "name": "Juliette Carpentier", "role": "Art Refuge"},
            {"key": "interpreter", "name": "Shirin", "role": "interpreter"},
            {"key": "team", "name": "Hannah Whitlock", "role": "coordinator"},
        ]
    }


@pytest.mark.parametrize(
    ("key", "roles", "team_role"),
    [("partner", ["partner"], None), ("interpreter", ["interpreter"], None), ("team", ["team"], "coordinator")],
)
def test_sign_in_answers_with_me_and_keeps_me(
    cast: People, demo_mode: None, key: str, roles: list[str], team_role: str | None
) -> None:
    client = Client()
    answer = sign_in(client, key)
    assert answer.status_code == 200
    me = answer.json()
    assert (me["roles"], me["team_role"], me["environment"]) == (roles, team_role, {"demo": True})
    assert client.get(ME).json() == me


def test_sign_in_as_another_takes_their_place(cast: People, demo_mode: None) -> None:
    client = Client()
    for key in ("team", "interpreter", "partner"):
        sign_in(client, key)
        assert client.get(ME).json()["roles"] == [key]


def test_sign_in_needs_the_csrf_token_that_people_hands_out(cast: People, demo_mode: None) -> None:
    client = Client(enforce_csrf_checks=True)
    refused = sign_in(client, "team")
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (403, "not_allowed")
    assert client.get(ME).status_code == 401
    client.get(PEOPLE)
    token = client.cookies["csrftoken"].value
    assert sign_in(client, "team", **{"X-CSRFToken": token}).status_code == 200
    assert UUID(client.get(ME).json()["id"]) == User.objects.get(name="Hannah Whitlock").id


@pytest.mark.parametrize("body", [{"key": "owner"}, {}, {"key": "team", "password": "x"}])
def test_sign_in_refuses_what_is_malformed(cast: People, demo_mode: None, body: dict[str, str]) -> None:
    assert Client().post(SIGN_IN, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("path", [PEOPLE, SIGN_IN])
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
def test_outside_demo_mode_nothing_is_there(cast: People, path: str, method: str) -> None:
    """The people are there, so signing in would work if the guard slept."""
    client = Client()
    answer = client.generic(method.upper(), path, '{"key": "team"}', content_type="application/json")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")
    assert client.get(ME).status_code == 401


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_sign_in_is_only_posted(cast: People, demo_mode: None, method: str) -> None:
    assert Client().generic(method.upper(), SIGN_IN, "{}", content_type="application/json").status_code == 405
