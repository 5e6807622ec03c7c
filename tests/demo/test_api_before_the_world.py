"""The demo's doors where no world was built."""

from django.test import Client

from tests.demo.test_api import PEOPLE, sign_in


def test_people_are_none_before_the_world_is_built(db: None, demo_mode: None) -> None:
    assert Client().get(PEOPLE).json() == {"results": []}
    answer = sign_in(Client(), "team")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")
