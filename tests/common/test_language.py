"""Sentences with what is filled into them."""

from datetime import date

import pytest
from django.utils.translation import override

from passerelle.common.language import say
from passerelle.domain.refusals import MESSAGES, Code


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


def test_names_in_a_refusal_keep_their_own_direction() -> None:
    sentence = MESSAGES[Code.GROUP_UNKNOWN]
    with override("en"):
        assert "\u2068جمعية الأمل\u2069 has no group called “\u2068حلقة\u2069”" in say(
            sentence, {"partner": "جمعية الأمل", "name": "حلقة"}
        )
        assert "Art Refuge has no group called “Circle”" in say(sentence, {"partner": "Art Refuge", "name": "Circle"})
    with override("ar"):
        said = say(sentence, {"partner": "Art Refuge", "name": "حلقة"})
        assert "\u2068Art Refuge\u2069" in said
        assert "«حلقة»" in said
