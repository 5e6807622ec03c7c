"""Whatever an interpreter's screens send that cannot be read, the refusal is in their own words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from passerelle.domain.roles import Actor
from tests.factories.partners import FRIDAY, a_day, a_request, put_on, signed_in
from tests.factories.people import a_group_of, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team

OTHERS = sorted(code for code, _name in settings.LANGUAGES if code != "en")
WRONG: tuple[Any, ...] = (None, "", "x" * 300, "a\x00b", [], ["nonsense"], {}, -1, 10**6, "9" * 2000, "2026-02-31", True)
"""What no field of theirs takes, or only one or two."""
BODIES: dict[str, tuple[str, dict[str, Any]]] = {
    "claims": ("post", {"token": "t", "email": "shirin@example.invalid", "locale": "en"}),
    f"free-days/{FRIDAY}": ("put", {"free": True}),
    "free-days/usual": ("put", {"weekday": 4, "free": True}),
    "free-days/break": ("put", {"until": "2026-12-24"}),
    "free-days/2199-01-01": ("put", {"free": True}),
    "profile": (
        "put",
        {"version": 1, "places": ["france"], "base_area": "", "not_themes": [], "limits": {"sessions_a_day": 1}},
    ),
    "pairings": ("post", {"group": None, "agency": None, "interpreter": None}),
    "offers/6b3fe7c2-7f4e-4d4c-9d9e-2f6a5b1c0d3e/accept": ("post", {}),
}
"""By address: how it is asked, and a body as a screen sends it."""


def _spoiled(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """``body`` without each of its fields, and with each of them wrong in every way."""
    yield {}
    yield {**body, "nonsense": 1}
    for name in body:
        yield {key: value for key, value in body.items() if key != name}
        for wrong in WRONG:
            yield {**body, name: wrong}


def _told(client: Client, address: str, body: dict[str, Any], language: str) -> list[tuple[str, str]]:
    """Each problem that is told, by its code."""
    ask = getattr(client, BODIES[address][0])
    headers = {"Accept-Language": language}
    answered = ask(f"/api/v1/{address}", body, content_type="application/json", headers=headers)
    assert answered.status_code not in {401, 403, 405, 415, 429}, answered.json()  # read, and refused for what it says
    if answered.status_code < 400:
        return []
    return [(line["code"], line["message"]) for line in answered.json()["errors"]]


@pytest.fixture
def interpreter(db: None) -> Actor:
    team, agency = someone_of_the_team(), an_agency()
    put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    return acting(an_interpreter())


@pytest.mark.parametrize("address", list(BODIES))
def test_no_refusal_an_interpreter_can_meet_is_in_english_elsewhere(interpreter: Actor, address: str) -> None:
    client = Client() if address == "claims" else signed_in(interpreter)
    seen = 0
    for body in _spoiled(BODIES[address][1]):
        english = _told(client, address, body, "en")
        seen += len(english)
        for language in OTHERS if english else ():
            told = _told(client, address, body, language)
            assert [code for code, _said in told] == [code for code, _said in english]
            same = [said for (_code, said), (_again, in_english) in zip(told, english, strict=True) if said == in_english]
            assert same == [], f"{language} {body}"
    assert seen
