"""What blocks a session from being confirmed, and what is only said."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from passerelle.domain.readiness import NoteCode, SessionFacts, ShiftFacts, blocks, needs_cover, warnings, warnings_of_the_day
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language, Mode

GONE = [ShiftState.UNFILLED, ShiftState.CANCELLED, ShiftState.WORKED, ShiftState.MISSED]

type Found = list[tuple[NoteCode, UUID | None]]


def a_place(state: ShiftState = ShiftState.TAKEN, language: Language = Language.DARI, *, hard: bool = False) -> ShiftFacts:
    return ShiftFacts(uuid4(), state, language, needs_override=hard)


def a_session(*places: ShiftFacts) -> SessionFacts:
    """Scheduled, seven people who need Dari, an hour, with brief and contact: nothing to say about it."""
    return SessionFacts(
        state=SessionState.SCHEDULED,
        mode=Mode.IN_PERSON,
        length=timedelta(minutes=60),
        people_by_language=((Language.DARI, 7),),
        shifts=places,
        has_brief=True,
        has_contact=True,
    )


def blocking(session: SessionFacts, gap_reason: str = "") -> Found:
    return [(note.code, note.shift_id) for note in blocks(session, gap_reason=gap_reason)]


def said(session: SessionFacts) -> list[NoteCode]:
    return [note.code for note in warnings(session)]


def test_a_session_whose_places_are_taken_is_ready_and_nothing_is_said() -> None:
    session = a_session(a_place(), a_place(ShiftState.CONFIRMED, Language.FRENCH))
    assert (blocking(session), said(session)) == ([], [])


def test_an_empty_place_blocks_until_somebody_says_why_it_may_stay_empty() -> None:
    empty, other = a_place(ShiftState.OPEN), a_place(ShiftState.OPEN, Language.FRENCH)
    session = a_session(a_place(), empty, other)
    assert blocking(session) == [
        (NoteCode.GAP_WITHOUT_REASON, empty.shift_id),
        (NoteCode.GAP_WITHOUT_REASON, other.shift_id),
    ]
    assert blocking(session, " \n") == blocking(session)
    assert blocking(session, "A volunteer of theirs speaks it.") == []


@pytest.mark.parametrize("places", [[], [a_place(state) for state in GONE]], ids=["none", "closed"])
def test_a_session_without_a_live_place_blocks_until_somebody_says_why(places: list[ShiftFacts]) -> None:
    session = a_session(*places)
    assert blocking(session) == [(NoteCode.NO_SHIFTS, None)]
    assert blocking(session, "They all speak English.") == []
    assert blocking(replace(session, mode=Mode.REMOTE)) == [(NoteCode.NO_SHIFTS, None)]
    assert blocking(replace(session, mode=Mode.PARTNER_LED)) == []


@pytest.mark.parametrize("state", [ShiftState.TAKEN, ShiftState.CONFIRMED])
def test_a_hard_rule_blocks_and_no_reason_for_a_gap_lifts_it(state: ShiftState) -> None:
    held, empty = a_place(state, hard=True), a_place(ShiftState.OPEN)
    assert blocking(a_session(held, empty), "Nobody is free.") == [(NoteCode.NEEDS_OVERRIDE, held.shift_id)]
    assert blocking(a_session(held, empty)) == [
        (NoteCode.NEEDS_OVERRIDE, held.shift_id),
        (NoteCode.GAP_WITHOUT_REASON, empty.shift_id),
    ]
    assert blocking(replace(a_session(held), mode=Mode.PARTNER_LED)) == [(NoteCode.NEEDS_OVERRIDE, held.shift_id)]


@pytest.mark.parametrize("state", GONE)
def test_a_hard_rule_on_a_place_that_is_closed_blocks_nothing(state: ShiftState) -> None:
    assert blocking(a_session(a_place(), a_place(state, hard=True))) == []


def test_each_warning_by_itself() -> None:
    session = a_session(a_place())
    assert said(replace(session, has_brief=False)) == [NoteCode.EMPTY_BRIEF]
    assert said(replace(session, has_contact=False)) == [NoteCode.NO_CONTACT]
    assert said(replace(session, change_waiting=True)) == [NoteCode.CHANGE_WAITING]
    assert said(replace(session, has_brief=False, has_contact=False, change_waiting=True)) == [
        NoteCode.EMPTY_BRIEF,
        NoteCode.NO_CONTACT,
        NoteCode.CHANGE_WAITING,
    ]


def test_warnings_stop_nothing() -> None:
    session = replace(a_session(a_place()), has_brief=False, has_contact=False, change_waiting=True)
    assert blocking(replace(session, length=timedelta(hours=2))) == []


@pytest.mark.parametrize(
    ("people", "minutes", "wished"), [(7, 89, False), (8, 89, True), (7, 90, True), (8, 90, True), (1, 90, True)]
)
def test_a_second_interpreter_is_wished_from_eight_people_or_ninety_minutes(people: int, minutes: int, wished: bool) -> None:
    session = replace(a_session(a_place()), people_by_language=((Language.DARI, people),), length=timedelta(minutes=minutes))
    assert said(session) == [NoteCode.SECOND_INTERPRETER] * wished


def many(*places: ShiftFacts) -> SessionFacts:
    return replace(a_session(*places), people_by_language=((Language.DARI, 8),))


def test_a_second_interpreter_is_wished_where_there_is_one_in_that_language() -> None:
    assert said(many(a_place(), a_place())) == []
    assert said(many(a_place(), a_place(ShiftState.OPEN))) == []
    assert said(many(a_place(), a_place(ShiftState.CANCELLED))) == [NoteCode.SECOND_INTERPRETER]
    assert said(many(a_place(), a_place(language=Language.FARSI))) == [NoteCode.SECOND_INTERPRETER]
    assert said(many()) == []


def test_no_second_interpreter_is_wished_of_a_session_the_partner_leads() -> None:
    assert said(replace(many(a_place()), mode=Mode.PARTNER_LED)) == []


def test_people_of_one_language_count_together_whatever_varieties_they_speak() -> None:
    arabic = a_place(language=Language.ARABIC)
    session = replace(a_session(arabic), people_by_language=((Language.ARABIC, 5), (Language.ARABIC, 3)))
    assert said(session) == [NoteCode.SECOND_INTERPRETER]
    assert said(replace(session, length=timedelta(minutes=90))) == [NoteCode.SECOND_INTERPRETER]
    assert said(replace(session, people_by_language=((Language.ARABIC, 5), (Language.ARABIC, 2)))) == []


def test_a_session_in_person_is_warned_of_when_the_team_cannot_travel() -> None:
    session = replace(a_session(a_place()), team_cannot_travel=True)
    assert said(session) == [NoteCode.CANNOT_TRAVEL]
    for mode in (Mode.REMOTE, Mode.PARTNER_LED):
        assert said(replace(session, mode=mode)) == []


def test_the_day_is_warned_of_until_two_therapists_said_yes() -> None:
    for reason in ("", "One is ill"):
        said_of_it = [len(warnings_of_the_day(therapists_yes=yes, therapists_reason=reason)) for yes in range(4)]
        assert said_of_it == [1, 1, 0, 0]
    with_reason, without = (
        warnings_of_the_day(therapists_yes=1, therapists_reason=reason)[0].message for reason in ("One is ill", " ")
    )
    assert with_reason != without


def test_needs_cover_is_a_confirmed_session_with_a_place_that_is_not() -> None:
    sure = a_place(ShiftState.CONFIRMED)
    for state in (ShiftState.OPEN, ShiftState.TAKEN):
        assert needs_cover(replace(a_session(sure, a_place(state)), state=SessionState.CONFIRMED))
        assert not needs_cover(a_session(sure, a_place(state)))
    for places in ([sure], [sure, *(a_place(state) for state in GONE)], []):
        assert not needs_cover(replace(a_session(*places), state=SessionState.CONFIRMED))


def test_every_note_says_a_sentence_and_every_code_is_said() -> None:
    session = replace(a_session(a_place(hard=True), a_place(ShiftState.OPEN, Language.FRENCH)), has_brief=False)
    everything = replace(session, has_contact=False, change_waiting=True, team_cannot_travel=True, length=timedelta(hours=2))
    of_the_day = warnings_of_the_day(therapists_yes=1, therapists_reason="")
    notes = [*blocks(everything), *warnings(everything), *blocks(a_session()), *of_the_day]
    assert {note.code for note in notes} == set(NoteCode)
    assert all(note.message.endswith(".") for note in notes)
