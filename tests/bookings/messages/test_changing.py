"""What is written to one interpreter when a session became another, in every language: values in, text out."""

from dataclasses import replace
from datetime import datetime

import pytest

from passerelle.bookings.messages.changing import Changed, Changing, text
from passerelle.bookings.messages.place import Place
from passerelle.bookings.messages.speaking import told_in
from passerelle.domain.policies.news import Next
from passerelle.domain.words import Language, Mode
from tests.bookings.messages.test_to_interpreters import EVERY, LINE, PARIS, PLACE

MOVED = Changing("Amal", Changed(PLACE, new_time=True), Next.ANSWER_AGAIN, datetime(2026, 11, 25, 18, tzinfo=PARIS))


def held(mode: Mode) -> Place:
    return replace(PLACE, mode=mode, language=Language.DARI, variety=None)


REMOTE = Changing("Amal", Changed(held(Mode.REMOTE), new_way=True), Next.YES_STANDS)
STANDBY = Changing("Amal", Changed(held(Mode.PARTNER_LED), new_way=True), Next.STANDBY_STANDS)
BOTH = Changing("Amal", Changed(held(Mode.IN_PERSON), new_time=True, new_way=True), Next.ANSWER)
ENGLISH = ["Hello", "session", "time", "now", "yes", "still", "standby", "answer", "Can you", "reason", "Friday"]


def test_who_said_yes_to_another_time_answers_again() -> None:
    assert told_in("en", text, MOVED).splitlines() == [
        "Hello Amal,",
        LINE,
        "This session has a new time.",
        "Your answer was for the time before. Can you come at the new time?",
        "Please answer by Wednesday 25 November, 18:00.",
        "A yes or a no is enough, no reason is needed.",
    ]


def test_who_keeps_the_place_only_has_to_know() -> None:
    assert told_in("en", text, REMOTE).splitlines() == [
        "Hello Amal,",
        "Friday 27 November, 10:00–11:15, Dari, By video or telephone",
        "It is now held by video or telephone.",
        "Your yes still counts: you do not need to answer again. We will tell you when you are confirmed.",
    ]


def test_who_stands_by_still_does() -> None:
    assert told_in("en", text, STANDBY).splitlines() == [
        "Hello Amal,",
        "Friday 27 November, 10:00–11:15, Dari, Calais centre",
        "It is now led by the partner.",
        "You are still on standby: you do not need to answer again.",
    ]


def test_who_has_not_answered_reads_the_question_as_it_is_now() -> None:
    assert told_in("en", text, BOTH).splitlines() == [
        "Hello Amal,",
        "Friday 27 November, 10:00–11:15, Dari, Calais centre",
        "This session has a new time.",
        "It is now held in person.",
        "Can you come?",
        "A yes or a no is enough, no reason is needed.",
    ]


@pytest.mark.parametrize("language", [code for code in EVERY if code != "en"])
@pytest.mark.parametrize("changing", [MOVED, REMOTE, STANDBY, BOTH])
def test_every_language_says_as_much_and_in_no_english(language: str, changing: Changing) -> None:
    told, english = told_in(language, text, changing), told_in("en", text, changing)
    assert len(told.splitlines()) == len(english.splitlines())
    assert "%(" not in told
    assert [word for word in ENGLISH if word in told] == []


def test_french_and_arabic_whole() -> None:
    assert told_in("fr", text, MOVED).splitlines()[2:] == [
        "Cette séance a un nouvel horaire.",
        "Votre réponse était pour l’horaire d’avant. Pouvez-vous venir au nouvel horaire ?",
        "Merci de répondre avant le mercredi 25 novembre, 18:00.",
        "Un oui ou un non suffit, sans donner de raison.",
    ]
    assert told_in("ar", text, REMOTE).splitlines()[2:] == [
        "أصبحت تُعقد عبر الفيديو أو الهاتف.",
        "ما زالت موافقتك قائمة: لا حاجة إلى الرد مرة أخرى. سنخبرك حين يتم تأكيد حضورك.",
    ]
