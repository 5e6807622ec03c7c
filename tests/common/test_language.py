"""Sentences with what is filled into them."""

from datetime import date

import pytest
from django.utils.translation import override

from passerelle.common.language import say


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", date(2027, 1, 1), "1er janvier 2027"),
        ("fr", date(2027, 1, 21), "21 janvier 2027"),
    ],
)
def test_a_day_in_a_sentence_is_said_in_its_language(language: str, day: date, words: str) -> None:
    with override(language):
        assert say("%(day)s", {"day": day}) == words
