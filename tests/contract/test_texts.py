"""No participant can be identified: every field for free text is looked through before anything is written."""

import pytest

from tests.contract.asking import undone
from tests.contract.texts import NOT_SCANNED, OF_PLACES, SCANNED, Text, call_of, send, texts, told_at
from tests.contract.world import World
from tests.support.snapshot import Snapshot

LOOKED_THROUGH = [text for text in texts() if str(text) in SCANNED]
PERSONAL = {
    "Ask 06 39 98 12 34": "phone_in_text",
    "amina at gmail dot com": "email_in_text",
    "Passport P01234567": "document_in_text",
    "born on 3 May 2011": "birth_in_text",
}


def test_every_free_text_is_looked_through_or_says_why_not() -> None:
    found = texts()
    silent = [str(text) for text in found if str(text) not in SCANNED and text.field not in NOT_SCANNED]
    assert not silent, f"Look through them (domain/text.py) and name them in tests/contract/texts.py: {silent}"
    assert {str(text) for text in found} >= SCANNED, "these are no longer there"
    assert NOT_SCANNED.keys() <= {text.field for text in found}, "these are no longer there"


def test_both_lists_hold_no_field_twice() -> None:
    assert not [text for text in LOOKED_THROUGH if text.field in NOT_SCANNED]


@pytest.mark.parametrize("text", LOOKED_THROUGH, ids=str)
def test_it_is_refused_at_its_field_and_nothing_is_written(world: World, text: Text) -> None:
    subject = call_of(text).on(world)
    before = Snapshot.take()
    for words, code in PERSONAL.items():
        if code == "birth_in_text" and str(text) in OF_PLACES:
            continue
        answer = send(world, text, subject, words)
        assert (answer.status_code, told_at(text, answer)) == (400, {code}), words
        assert Snapshot.take() == before


@pytest.mark.parametrize("text", [text for text in LOOKED_THROUGH if str(text) in OF_PLACES], ids=str)
def test_a_place_is_named_after_any_day(world: World, text: Text) -> None:
    subject = call_of(text).on(world)
    with undone():
        answer = send(world, text, subject, "14/07/1989, 12 rue du 8 mai 1945")
    assert answer.status_code < 400, answer.content


@pytest.mark.parametrize("text", LOOKED_THROUGH, ids=str)
def test_what_tells_nobody_is_taken_there(world: World, text: Text) -> None:
    subject = call_of(text).on(world)
    with undone():
        answer = send(world, text, subject, "Room 204, 10:30-11:45, 62100 Calais")
    assert not told_at(text, answer), answer.content
