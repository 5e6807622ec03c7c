"""A part of the texts through the API; and the trial sees digits that were not read, and a rule that refuses too much."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from passerelle.domain.identifying import Kind, found_in
from trials.access import texts
from trials.access.texts import HELD_OUT, LANGUAGES, TUNING, half

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.02
LET_THROUGH = {"amina k, gmail", "بريده yusuf على جيميل"}
"""A provider without an address."""


def test_what_tells_who_somebody_is_is_refused_and_nothing_else() -> None:
    found = texts.measure(PART)
    assert found.wrong == []
    figures = {figure.name: figure.figure for figure in found.figures}
    assert figures["access/contact_strings_missed_pct"] <= texts.MOST_MISSED
    assert figures["access/innocent_texts_refused_pct"] <= texts.MOST_REFUSED


def test_there_are_a_thousand_of_each_and_both_halves_hold_every_kind_in_every_language() -> None:
    both = [half(TUNING), half(HELD_OUT)]
    for written in both:
        counted = Counter((one.kind, one.language) for one in written)
        assert counted.keys() == {(kind, language) for kind in (*Kind, texts.INNOCENT) for language in LANGUAGES}
        assert min(counted.values()) >= 12
    everything = {one.text: one.personal for written in both for one in written}
    assert min(Counter(everything.values()).values()) >= 1000
    assert len({one.text for one in both[0]} & {one.text for one in both[1]}) == 0


def test_the_half_for_tuning_is_read_as_it_was_meant() -> None:
    wrong = [one for one in half(TUNING) if bool(found_in(one.text, today=texts.WRITTEN)) != one.personal]
    assert {one.text for one in wrong} == LET_THROUGH


def western_alone(text: str, *, today: date) -> Sequence[Kind]:
    """Only Latin letters and the digits beside them are read."""
    return found_in(text.encode("ascii", "ignore").decode(), today=today)


def every_digit(text: str, *, today: date) -> Sequence[Kind]:
    """Whatever holds a digit is taken for a phone number."""
    return found_in(text, today=today) or [Kind.PHONE for _ in range(any(one.isdigit() for one in text))]


def test_scripts_that_are_not_read_are_told() -> None:
    found = texts.measure(PART, look=western_alone)
    assert any(line.startswith("missed: ") for line in found.wrong)


def test_a_rule_that_refuses_too_much_and_an_api_that_does_not_follow_it_are_told() -> None:
    found = texts.measure(PART, look=every_digit)
    assert any(line.startswith("refused: ") for line in found.wrong)
    assert any("answered otherwise than the rule to" in line for line in found.wrong)
