"""What is written to one interpreter, in every language: values in, text out."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from passerelle.bookings.messages import asking, cancelling, confirming
from passerelle.bookings.messages.asking import Asking
from passerelle.bookings.messages.cancelling import Cancelling
from passerelle.bookings.messages.changing import Changed
from passerelle.bookings.messages.confirming import Confirming
from passerelle.bookings.messages.place import Place
from passerelle.bookings.messages.speaking import told_in
from passerelle.bookings.messages.why import Why
from passerelle.domain.policies.news import New
from passerelle.domain.words import CancelReason, Language, Mode, Variety

PARIS = ZoneInfo("Europe/Paris")
PLACE = Place(
    starts_at=datetime(2026, 11, 27, 10, tzinfo=PARIS),
    ends_at=datetime(2026, 11, 27, 11, 15, tzinfo=PARIS),
    language=Language.ARABIC,
    variety=Variety.SUDANESE,
    mode=Mode.IN_PERSON,
    area="Calais centre",
)
ON_SCREEN = replace(PLACE, language=Language.DARI, variety=None, mode=Mode.REMOTE)
ASKING = Asking("Amal", (Changed(PLACE), Changed(ON_SCREEN)), answer_by=datetime(2026, 11, 25, 18, tzinfo=PARIS))
BEGINS = datetime(2026, 11, 27, 9, 45, tzinfo=PARIS)
EXACT = "Maison du Petit Phare, 14 rue des Voiliers, 62100 Calais"
CONFIRMING = Confirming("Amal", PLACE, BEGINS, exact=EXACT, duty_phone="+33 1 99 00 12 34")
LINE = "Friday 27 November, 10:00–11:15, Arabic (Sudanese), Calais centre"
ENGLISH = ["Hello", "Can you", "answer", "reason", "confirmed.", "brief", "Where", "team", "needed"]
ENGLISH += ["This session", "Friday", "No ", "Nobody"]
EVERY = [code for code, _name in settings.LANGUAGES]


def test_one_question_for_all_the_places() -> None:
    assert told_in("en", asking.text, ASKING).splitlines() == [
        "Hello Amal,",
        "Can you come?",
        LINE,
        "Friday 27 November, 10:00–11:15, Dari, By video or telephone",
        "Please answer by Wednesday 25 November, 18:00.",
        "A yes or a no is enough, no reason is needed.",
    ]


def test_a_question_without_a_deadline_names_none() -> None:
    assert told_in("en", asking.text, Asking("Amal", (Changed(PLACE),))).splitlines() == [
        "Hello Amal,",
        "Can you come?",
        LINE,
        "A yes or a no is enough, no reason is needed.",
    ]


AGAIN = Asking(
    "Amal",
    places=(Changed(ON_SCREEN, New(way=True)), Changed(PLACE)),
    again=(Changed(PLACE, New(time=True)),),
    answer_by=ASKING.answer_by,
)


def test_what_is_asked_again_stands_before_the_question_and_each_place_says_what_is_new() -> None:
    assert told_in("en", asking.text, AGAIN).splitlines() == [
        "Hello Amal,",
        LINE,
        "This session has a new time.",
        "Your answer was for the time before. Can you come at the new time?",
        "Can you come?",
        "Friday 27 November, 10:00–11:15, Dari, By video or telephone",
        "It is now held by video or telephone.",
        LINE,
        "Please answer by Wednesday 25 November, 18:00.",
        "A yes or a no is enough, no reason is needed.",
    ]


def test_where_all_is_asked_again_the_question_is_put_once() -> None:
    assert told_in("en", asking.text, replace(AGAIN, places=(), answer_by=None)).splitlines()[3:] == [
        "Your answer was for the time before. Can you come at the new time?",
        "A yes or a no is enough, no reason is needed.",
    ]


def test_confirmed_with_the_exact_place_behind_what_a_lock_screen_shows() -> None:
    assert told_in("en", confirming.text, CONFIRMING).splitlines() == [
        "Hello Amal,",
        "You are confirmed. Thank you!",
        LINE,
        "We begin at 09:45 with the brief.",
        f"Where: {EXACT}",
        "The team’s phone on the day: +33 1 99 00 12 34",
    ]


def test_confirmed_where_nobody_goes_anywhere() -> None:
    assert told_in("en", confirming.text, Confirming("Amal", ON_SCREEN, BEGINS)).splitlines() == [
        "Hello Amal,",
        "You are confirmed. Thank you!",
        "Friday 27 November, 10:00–11:15, Dari, By video or telephone",
        "We begin at 09:45 with the brief.",
    ]


@pytest.mark.parametrize(
    ("takes_place", "said"),
    [
        (True, "You are not needed this time. Thank you for being ready to come."),
        (False, "This session does not take place."),
    ],
)
def test_not_needed_and_cancelled(takes_place: bool, said: str) -> None:
    assert told_in("en", cancelling.text, Cancelling("Amal", PLACE, takes_place)).splitlines() == ["Hello Amal,", LINE, said]


def test_cancelled_says_why_to_who_counted_on_it() -> None:
    why = Why(CancelReason.NO_CROSSING, "The port is closed.")
    assert told_in("en", cancelling.text, Cancelling("Amal", PLACE, takes_place=False, why=why)).splitlines() == [
        "Hello Amal,",
        LINE,
        "This session does not take place.",
        "No crossing",
        "The port is closed.",
    ]
    other = Cancelling("Amal", PLACE, takes_place=False, why=Why(CancelReason.OTHER))
    assert told_in("en", cancelling.text, other).splitlines() == ["Hello Amal,", LINE, "This session does not take place."]


@pytest.mark.parametrize("language", [code for code in EVERY if code != "en"])
def test_no_english_is_left_in_any_other_language(language: str) -> None:
    texts = [told_in(language, asking.text, AGAIN), told_in(language, confirming.text, CONFIRMING)]
    texts += [told_in(language, cancelling.text, Cancelling("Amal", PLACE, takes_place)) for takes_place in (True, False)]
    texts += [told_in(language, cancelling.text, Cancelling("Amal", PLACE, False, Why(reason))) for reason in CancelReason]
    for english in ENGLISH:
        assert not [text for text in texts if english in text], english


def test_french_and_arabic_whole() -> None:
    assert told_in("fr", asking.text, Asking("Amal", (Changed(PLACE),))).splitlines() == [
        "Bonjour Amal,",
        "Pouvez-vous venir ?",
        "vendredi 27 novembre, 10:00–11:15, arabe (soudanais), Calais centre",
        "Un oui ou un non suffit, sans donner de raison.",
    ]
    assert told_in("ar", asking.text, ASKING).splitlines()[:2] == ["مرحباً \u2068Amal\u2069،", "هل يمكنك الحضور؟"]
