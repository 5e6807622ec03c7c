"""Who is coming, in every language it can be told in: values in, text out."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from passerelle.bookings.messages.coming import Coming, Interpreting, Needed, text
from passerelle.bookings.messages.speaking import languages, told_in
from passerelle.domain.policies.news import New
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span
from passerelle.domain.words import Language, Mode, Variety

PARIS = ZoneInfo("Europe/Paris")
DARI, SUDANESE = Needed(Language.DARI), Needed(Language.ARABIC, Variety.SUDANESE)
ASKED = Coming(
    group="Women’s art table",
    state=SessionState.REQUESTED,
    mode=Mode.IN_PERSON,
    starts_at=datetime(2026, 11, 27, 10, tzinfo=PARIS),
    ends_at=datetime(2026, 11, 27, 11, 15, tzinfo=PARIS),
    area="Calais centre",
    needed=(DARI, SUDANESE),
    know_by=datetime(2026, 11, 25, 18, tzinfo=PARIS),
)
CONFIRMED = replace(
    ASKED,
    state=SessionState.CONFIRMED,
    place="Maison du Petit Phare, 14 rue des Voiliers, 62100 Calais",
    needed=(),
    interpreters=(Interpreting("Shirin", DARI), Interpreting("Amal", SUDANESE)),
    therapists=("Ruth", "Tom"),
    duty_phone="+33 1 99 00 12 34",
    know_by=None,
)


def test_confirmed_in_english() -> None:
    assert told_in("en", text, CONFIRMED).splitlines() == [
        "Women’s art table",
        "Friday 27 November, 10:00–11:15",
        "Where: Maison du Petit Phare, 14 rue des Voiliers, 62100 Calais",
        "Interpreters: Shirin – Dari, Amal – Arabic (Sudanese)",
        "Therapists: Ruth, Tom",
        "Confirmed",
        "The team’s phone on the day: +33 1 99 00 12 34",
    ]


def test_confirmed_in_french() -> None:
    assert told_in("fr", text, CONFIRMED).splitlines() == [
        "Women’s art table",
        "vendredi 27 novembre, 10:00–11:15",
        "Où : Maison du Petit Phare, 14 rue des Voiliers, 62100 Calais",
        "Interprètes : Shirin – dari, Amal – arabe (soudanais)",
        "Thérapeutes : Ruth, Tom",
        "Confirmé",
        "Téléphone de l’équipe ce jour-là : +33 1 99 00 12 34",
    ]


def test_in_arabic_names_and_numbers_keep_their_direction() -> None:
    lines = told_in("ar", text, CONFIRMED).splitlines()
    assert lines[0] == "\u2068Women’s art table\u2069"
    assert lines[1] == "الجمعة 27 نوفمبر، من 10:00 إلى 11:15"
    assert lines[-1].endswith("\u2068+33 1 99 00 12 34\u2069")
    assert "\u2068" not in told_in("fr", text, CONFIRMED)


@pytest.mark.parametrize(
    ("coming", "told"),
    [
        (ASKED, "Not confirmed yet: we will know by Wednesday 25 November, 18:00."),
        (replace(ASKED, know_by=None), "Not confirmed yet: we will know as soon as it is decided."),
        (replace(ASKED, state=SessionState.SCHEDULED), "Not confirmed yet: we will know by Wednesday 25 November, 18:00."),
        (replace(ASKED, state=SessionState.HELD), "This session was held."),
        (
            replace(CONFIRMED, looking_for=(DARI,), know_by=ASKED.know_by),
            "Confirmed. We will know about the missing interpreter by Wednesday 25 November, 18:00.",
        ),
        (
            replace(CONFIRMED, looking_for=(DARI,), duty_phone=""),
            "Confirmed. We will know about the missing interpreter as soon as one is found.",
        ),
    ],
)
def test_it_says_how_sure_it_is_and_when_more_is_known(coming: Coming, told: str) -> None:
    assert told in told_in("en", text, coming).splitlines()


MOVED = replace(
    ASKED,
    state=SessionState.SCHEDULED,
    mode=Mode.REMOTE,
    new=New(
        time=True,
        way=True,
        was=Span(datetime(2026, 11, 20, 14, tzinfo=PARIS), datetime(2026, 11, 20, 15, 30, tzinfo=PARIS)),
    ),
)


def test_what_changed_stands_under_when_it_is() -> None:
    assert told_in("en", text, MOVED).splitlines()[1:5] == [
        "Friday 27 November, 10:00–11:15",
        "This session was moved from Friday 20 November, 14:00–15:30 to Friday 27 November, 10:00–11:15.",
        "It is now held by video or telephone.",
        "By video or telephone",
    ]
    assert "Cette séance a un nouvel horaire." in told_in("fr", text, replace(MOVED, new=New(time=True))).splitlines()


def test_before_it_is_confirmed_only_area_and_languages() -> None:
    assert told_in("en", text, ASKED).splitlines()[2:4] == [
        "Where: Calais centre",
        "Languages: Dari, Arabic (Sudanese)",
    ]


def test_what_is_missing_is_said() -> None:
    coming = replace(CONFIRMED, interpreters=CONFIRMED.interpreters[:1], looking_for=(SUDANESE,))
    assert told_in("en", text, coming).splitlines()[3:5] == [
        "Interpreters: Shirin – Dari",
        "Still looking for an interpreter: Arabic (Sudanese)",
    ]


@pytest.mark.parametrize("state", [SessionState.DECLINED, SessionState.WITHDRAWN, SessionState.CANCELLED])
def test_what_does_not_take_place_says_that_and_no_more(state: SessionState) -> None:
    assert told_in("en", text, replace(CONFIRMED, state=state)).splitlines() == [
        "Women’s art table",
        "Friday 27 November, 10:00–11:15",
        "This session does not take place.",
    ]


def test_held_otherwise_than_in_person() -> None:
    assert "By video or telephone" in told_in("en", text, replace(CONFIRMED, mode=Mode.REMOTE)).splitlines()
    led = replace(CONFIRMED, mode=Mode.PARTNER_LED, therapists=())
    assert "Led by the partner, without therapists" in told_in("en", text, led).splitlines()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("coming", [ASKED, MOVED, CONFIRMED, replace(CONFIRMED, looking_for=(DARI,), mode=Mode.REMOTE)])
def test_every_language_says_as_much(language: str, coming: Coming) -> None:
    """No placeholder is left, no line lost."""
    told = told_in(language, text, coming)
    assert len(told.splitlines()) == len(told_in("en", text, coming).splitlines())
    assert "%(" not in told


def test_names_of_another_script_stand_in_their_order_whatever_the_language() -> None:
    people = (Interpreting("فاطمة", DARI), Interpreting("أمل", DARI), Interpreting("Luc", DARI))
    mixed = replace(CONFIRMED, group="حلقة النساء", interpreters=people, therapists=("Amina", "شيرين", "Luc"))
    lines = told_in("en", text, mixed).splitlines()
    assert lines[0] == "\u2068حلقة النساء\u2069"
    assert lines[3:5] == [
        "Interpreters: \u2068فاطمة\u2069 – Dari, \u2068أمل\u2069 – Dari, Luc – Dari",
        "Therapists: Amina, \u2068شيرين\u2069, Luc",
    ]
    assert "\u2068Amina\u2069، \u2068شيرين\u2069، \u2068Luc\u2069" in told_in("ar", text, mixed)
