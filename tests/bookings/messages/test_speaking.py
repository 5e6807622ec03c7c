"""What every message shares, in the languages of interpreters too."""

from datetime import date, datetime

import pytest
from django.conf import settings
from django.utils.translation import override

from passerelle.bookings.messages.speaking import (
    day_words,
    hours_words,
    language_words,
    languages,
    moment_words,
    own_direction,
)
from passerelle.domain.spoken import LANGUAGES, VARIETIES
from passerelle.domain.words import Language, Variety

FRIDAY = date(2026, 11, 27)
START, END = datetime(2026, 11, 27, 10), datetime(2026, 11, 27, 11, 15)  # noqa: DTZ001  (a wall clock is all that is read)


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Friday 27 November"),
        ("fr", "vendredi 27 novembre"),
        ("ar", "الجمعة 27 نوفمبر"),
        ("fa", "جمعه 27 نوامبر"),
        ("prs", "جمعه 27 نومبر"),
        ("ps", "جمعه 27 نومبر"),
        ("ckb", "ھەینی 27 تشرینی دووەم"),
        ("ti", "ዓርቢ 27 ሕዳር"),
    ],
)
def test_days_are_said_in_every_language(language: str, day: str) -> None:
    with override(language):
        assert day_words(FRIDAY) == day


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", date(2027, 1, 1), "vendredi 1er janvier"),
        ("fr", date(2027, 1, 11), "lundi 11 janvier"),
        ("en", date(2027, 1, 1), "Friday 1 January"),
        ("ar", date(2027, 1, 1), "الجمعة 1 يناير"),
    ],
)
def test_the_first_of_a_month_is_counted_in_french_alone(language: str, day: date, words: str) -> None:
    with override(language):
        assert day_words(day) == words


def test_every_language_of_the_product_says_days_of_its_own() -> None:
    """None of them falls back to English without a word."""
    said = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            said[code] = day_words(FRIDAY)
    assert [code for code, day in said.items() if "Friday" in day] == ["en"]


@pytest.mark.parametrize(
    ("language", "hours"),
    [("en", "10:00–11:15"), ("ar", "من 10:00 إلى 11:15"), ("ps", "له 10:00 تر 11:15"), ("ti", "ካብ 10:00 ክሳብ 11:15")],
)
def test_hours_are_said_in_words_where_a_dash_could_be_read_from_either_end(language: str, hours: str) -> None:
    with override(language):
        assert hours_words(START, END) == hours


def test_a_moment_has_the_comma_of_its_language() -> None:
    with override("fr"):
        assert moment_words(START) == "vendredi 27 novembre, 10:00"
    with override("ar"):
        assert moment_words(START) == "الجمعة 27 نوفمبر، \u206810:00\u2069"


def test_names_are_kept_in_their_direction_only_where_the_text_runs_from_the_right() -> None:
    isolating = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            if own_direction("Ruth") != "Ruth":
                isolating.add(code)
    assert isolating == {"ar", "fa", "prs", "ps", "ckb"}


def test_every_language_and_variety_asked_for_has_its_word() -> None:
    assert (set(LANGUAGES), set(VARIETIES)) == (set(Language), set(Variety))
    with override("fr"):
        assert language_words(Language.ARABIC, Variety.LEVANTINE) == "arabe (levantin)"


def test_partners_are_written_to_in_the_languages_that_say_everything() -> None:
    with override("ps"):
        assert languages() == ["en", "fr", "ar"]
    with override("ar"):
        assert languages() == ["ar", "en", "fr"]
