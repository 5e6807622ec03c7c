"""The product speaks the same languages on both sides, and knows what browsers call them."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation

FRONT_END = Path(__file__).resolve().parents[2] / "frontend" / "src" / "i18n" / "locales.json"


def test_both_sides_speak_the_same_languages() -> None:
    front = {
        code: (spoken["name"], spoken["messages"], spoken["direction"])
        for code, spoken in json.loads(FRONT_END.read_text()).items()
    }
    back = {
        code: (
            name,
            "interpreters" if code in settings.LANGUAGES_FOR_INTERPRETERS else "all",
            "rtl" if code in settings.LANGUAGES_BIDI else "ltr",
        )
        for code, name in settings.LANGUAGES
    }
    assert front == back


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("prs", "prs"),
        ("fa-AF,fa;q=0.9,en;q=0.8", "prs"),
        ("fa-IR,fa;q=0.9", "fa"),
        ("ps-AF,en;q=0.5", "ps"),
        ("ckb-IQ", "ckb"),
        ("ku,en;q=0.5", "ckb"),
        ("ti-ER,ti;q=0.9,en;q=0.5", "ti"),
        ("fr-BE", "fr"),
        ("am,en-US;q=0.9", "en"),
        ("tlh", "en"),
    ],
)
def test_a_browsers_wish_finds_its_language(asked: str, spoken: str) -> None:
    request = RequestFactory(headers={"Accept-Language": asked}).get("/")
    assert translation.get_language_from_request(request) == spoken
