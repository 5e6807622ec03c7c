"""Who could take a place: those who fit, best first, then the others with their reasons."""

from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelle.domain.eligibility.checks import ReasonCode, Severity
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.eligibility.telling import OWN_TO_TELL
from passerelle.domain.load import Limits
from passerelle.domain.words import (
    CredentialKind,
    Gender,
    Language,
    Mode,
    Pay,
    PayStatus,
    Place,
    Quality,
    Strength,
    Theme,
    Variety,
)
from passerelle.matching.candidates import Candidate, merits, rank
from tests.domain.eligibility.cases import (
    CALAIS,
    DUNES,
    ELSEWHERE,
    GROUP,
    HOURS,
    MINUTES,
    WAYS,
    long_days,
    on_the_day,
    weekly,
)
from tests.factories.rules import DAY, a_need, a_person, booked

EVE = DAY - timedelta(days=1)
LAST_WEEK, LAST_YEAR = DAY - timedelta(weeks=1), DAY - timedelta(weeks=52)
WISHES = dict.fromkeys((Quality.WOMAN, Quality.TRAINING, Quality.CHECK, Quality.NAMED), Strength.WISHED)
SUDANESE = frozenset({Variety.SUDANESE})
NAMED = UUID("00000000-0000-4000-8000-000000000009")
ARABIC = a_need(language=Language.ARABIC, variety=Variety.SUDANESE, qualities=WISHES, named=NAMED)
PLAIN = a_person(
    "Plain", languages={Language.ARABIC: frozenset()}, gender=Gender.MAN, credentials={}, free=None
)  # fits, and nothing more
PERFECT = a_person("Perfect", languages={Language.ARABIC: SUDANESE}, interpreter_id=NAMED)
MERITS = ["named", "free", "variety", "woman", "training", "check"]


def names(found: list[Candidate]) -> list[str]:
    return [candidate.person.name for candidate in found]


def test_merits_are_told_one_by_one_in_words() -> None:
    told = merits(ARABIC, PERFECT, last_with_group=LAST_WEEK)
    assert [merit.code for merit in told] == ["continuity", *MERITS]
    assert all(merit.message.endswith(".") and merit.weight > 0 for merit in told)
    assert merits(ARABIC, PLAIN, last_with_group=None) == []


@pytest.mark.parametrize(
    ("code", "without"),
    [
        ("free", replace(PERFECT, free=None)),
        ("free", replace(PERFECT, free=False)),
        ("variety", replace(PERFECT, languages={Language.ARABIC: frozenset({Variety.LEVANTINE})})),
        ("woman", replace(PERFECT, gender=Gender.UNSAID)),
        ("training", replace(PERFECT, credentials={CredentialKind.CHECK: DAY, CredentialKind.SAFEGUARDING_TRAINING: EVE})),
        ("check", replace(PERFECT, credentials={CredentialKind.CHECK: EVE, CredentialKind.SAFEGUARDING_TRAINING: DAY})),
        ("named", replace(PERFECT, interpreter_id=uuid4())),
    ],
)
def test_merit_that_is_not_there_is_not_told(code: str, without: Person) -> None:
    told = [merit.code for merit in merits(ARABIC, without, last_with_group=None)]
    assert told == [other for other in MERITS if other != code]


@pytest.mark.parametrize("strength", [None, Strength.REQUIRED])
def test_what_is_not_wished_is_no_merit(strength: Strength | None) -> None:
    """What is required filters; it does not rank as well."""
    need = a_need(qualities=dict.fromkeys(WISHES, strength) if strength else {}, named=NAMED)
    assert [merit.code for merit in merits(need, a_person(interpreter_id=NAMED), last_with_group=None)] == ["free"]


def test_rank_puts_continuity_before_everything_else_together() -> None:
    assert names(rank(ARABIC, [PERFECT, PLAIN], last_with_group={PLAIN.interpreter_id: LAST_YEAR})) == ["Plain", "Perfect"]


def test_rank_puts_whoever_worked_with_the_group_last_first() -> None:
    early, late = a_person("A, last year"), a_person("B, last week")
    last = {early.interpreter_id: LAST_YEAR, late.interpreter_id: LAST_WEEK}
    assert names(rank(a_need(), [early, late], last_with_group=last)) == ["B, last week", "A, last year"]


def test_rank_of_namesakes_is_always_the_same() -> None:
    one, other = a_person("Amal"), a_person("Amal")
    assert rank(a_need(), [one, other], last_with_group={}) == rank(a_need(), [other, one], last_with_group={})


def test_rank_of_equals_is_by_name() -> None:
    found = rank(a_need(), [a_person("Cyrus"), a_person("Amal"), a_person("Baryal")], last_with_group={})
    assert names(found) == ["Amal", "Baryal", "Cyrus"]


WORSE = [
    ("free only as a rule", a_need(), {"usually": True}),
    ("not said whether free", a_need(), {"free": None}),
    ("another variety", replace(ARABIC, qualities={}), {"languages": {Language.ARABIC: frozenset({Variety.LEVANTINE})}}),
    ("no woman where one is wished", a_need(qualities=WISHES), {"gender": Gender.MAN}),
    ("not trained where it is wished", a_need(qualities=WISHES), {"credentials": {CredentialKind.CHECK: DAY}}),
    ("not checked where it is wished", a_need(qualities=WISHES), {"credentials": {CredentialKind.SAFEGUARDING_TRAINING: DAY}}),
]


@pytest.mark.parametrize(("need", "otherwise"), [case[1:] for case in WORSE], ids=[case[0] for case in WORSE])
def test_rank_puts_who_lacks_what_is_wished_after_who_has_it(need: Need, otherwise: dict[str, Any]) -> None:
    spoken = {need.language: SUDANESE}
    has, lacks = a_person("Zoe", languages=spoken), replace(a_person("Amal", languages=spoken), **otherwise)
    found = rank(need, [lacks, has], last_with_group={})
    assert [(c.person.name, c.fits) for c in found] == [("Zoe", True), ("Amal", True)]


def test_rank_says_all_against_who_does_not_fit_and_puts_them_after_who_does() -> None:
    man = a_person("Amal", gender=Gender.MAN, languages={Language.FARSI: frozenset()})
    known = {man.interpreter_id: LAST_WEEK}
    found = rank(a_need(women_only=True), [man, a_person("Zoe", free=None)], last_with_group=known)
    assert [(c.person.name, c.fits, [reason.code for reason in c.against]) for c in found] == [
        ("Zoe", True, [ReasonCode.FREE_UNKNOWN]),
        ("Amal", False, [ReasonCode.LANGUAGE, ReasonCode.WOMEN_ONLY]),
    ]
    assert [merit.code for merit in found[1].merits] == ["continuity", "free"]


EXCLUDED = [
    (ReasonCode.INACTIVE, a_need(), {"active": False}),
    (ReasonCode.LANGUAGE, a_need(), {"languages": {}}),
    (ReasonCode.VARIETY, replace(ARABIC, qualities={Quality.VARIETY: Strength.REQUIRED}), {"languages": PLAIN.languages}),
    (ReasonCode.PLACE, a_need(mode=Mode.REMOTE), {"places": frozenset({Place.FRANCE})}),
    (ReasonCode.PAY, a_need(), {"pay_status": PayStatus.EXPENSES_ONLY}),
    (ReasonCode.CLASH, a_need(), {"bookings": (booked(starts=timedelta()),)}),
    (ReasonCode.ANOTHER_NAMED, a_need(qualities={Quality.NAMED: Strength.REQUIRED}, named=uuid4()), {}),
    (ReasonCode.TRAVEL, a_need(stop=CALAIS), {"bookings": (booked(starts=HOURS(2), minutes=30, stop=DUNES),), "routes": WAYS}),
    (ReasonCode.ON_BREAK, a_need(), {"break_until": DAY}),
    (ReasonCode.NOT_AVAILABLE, a_need(), {"free": False}),
    (ReasonCode.NOT_AVAILABLE, a_need(theme=Theme.GRIEF), {"not_themes": frozenset({Theme.GRIEF})}),
    (ReasonCode.NOT_AVAILABLE, a_need(with_whom=frozenset({GROUP})), {"not_with": frozenset({GROUP})}),
    (ReasonCode.NOT_AVAILABLE, a_need(), {"limits": Limits(hours_a_month=1)}),
    (ReasonCode.WEEKS_IN_A_ROW, a_need(), {"bookings": weekly(-8, 0)}),
    (ReasonCode.SESSIONS_A_DAY, a_need(), {"bookings": on_the_day(4)}),
    (ReasonCode.HOURS_A_MONTH, a_need(), {"bookings": long_days(10)}),
    (ReasonCode.CONSECUTIVE_MINUTES, a_need(), {"bookings": (booked(starts=MINUTES(-190), minutes=171),)}),
    (ReasonCode.WOMEN_ONLY, a_need(women_only=True), {"gender": Gender.MAN}),
    (ReasonCode.WOMAN_REQUIRED, a_need(qualities={Quality.WOMAN: Strength.REQUIRED}), {"gender": Gender.MAN}),
    (ReasonCode.CHECK_REQUIRED, a_need(qualities={Quality.CHECK: Strength.REQUIRED}), {"credentials": {}}),
    (ReasonCode.TRAINING_REQUIRED, a_need(qualities={Quality.TRAINING: Strength.REQUIRED}), {"credentials": {}}),
    (
        ReasonCode.CHECK_FOR_UNDER_18S,
        a_need(under_18s=True),
        {"credentials": {CredentialKind.SAFEGUARDING_TRAINING: DAY}},
    ),
    (ReasonCode.TRAINING_FOR_UNDER_18S, a_need(under_18s=True), {"credentials": {CredentialKind.CHECK: DAY}}),
]


@pytest.mark.parametrize(("code", "need", "otherwise"), EXCLUDED, ids=[case[0].value for case in EXCLUDED])
def test_each_exclusion_carries_its_reason_in_words(code: ReasonCode, need: Need, otherwise: dict[str, Any]) -> None:
    (candidate,) = rank(need, [a_person(**otherwise)], last_with_group={})
    assert (candidate.fits, [reason.code for reason in candidate.against]) == (False, [code])
    assert candidate.against[0].message.endswith(".")


def test_every_reason_excludes_but_what_nobody_has_said() -> None:
    doubts = {ReasonCode.FREE_UNKNOWN, ReasonCode.TRAVEL_UNKNOWN}
    assert {case[0] for case in EXCLUDED} == set(ReasonCode) - OWN_TO_TELL - doubts
    (far,) = rank(a_need(stop=CALAIS), [a_person(bookings=(booked(starts=HOURS(6), stop=ELSEWHERE),))], last_with_group={})
    assert far.fits
    (unsaid,) = rank(a_need(), [a_person(free=None)], last_with_group={})
    assert unsaid.fits
    (another,) = rank(replace(ARABIC, qualities={}), [PLAIN], last_with_group={})
    assert another.fits
    assert {reason.severity for reason in another.against} == {Severity.CAUTION}


def test_what_is_known_of_a_person_holds_no_answers() -> None:
    """Rule 3: whatever someone said no to, ranking cannot know it. A new fact about persons is thought about here.

    What is reckoned from the facts, and cannot be given, is none.
    """
    assert {field.name for field in fields(Person) if field.init} == {
        "interpreter_id", "name", "gender", "pay_status", "languages", "places", "credentials", "bookings", "free", "active",
        "usually", "break_until", "not_themes", "not_with", "limits", "routes",
    }  # fmt: skip


persons = st.builds(
    a_person,
    st.text(alphabet="abc", min_size=1, max_size=2),
    gender=st.sampled_from(Gender),
    pay_status=st.sampled_from(PayStatus),
    languages=st.dictionaries(st.just(Language.ARABIC), st.frozensets(st.sampled_from(Variety))),
    credentials=st.dictionaries(st.sampled_from(CredentialKind), st.just(DAY)),
    free=st.sampled_from([True, None, False]),
    interpreter_id=st.uuids(),
)
crowds = st.lists(persons, max_size=6, unique_by=lambda person: (person.name, person.interpreter_id))
histories = st.lists(st.sampled_from([None, LAST_WEEK, LAST_YEAR]), min_size=6, max_size=6)


def worked(crowd: list[Person], when: list[date | None]) -> dict[UUID, date]:
    return {person.interpreter_id: day for person, day in zip(crowd, when, strict=False) if day is not None}


WISHED_NOT: list[dict[str, Any]] = [
    {"free": False},
    {"not_themes": frozenset({Theme.GRIEF})},
    {"not_with": frozenset({GROUP})},
    {"limits": Limits(hours_a_month=1)},
]


@given(crowd=st.data(), free=st.sampled_from([True, None]), usually=st.booleans())
def test_what_somebody_does_not_want_reads_the_same_whatever_it_is(
    crowd: st.DataObject, free: bool | None, usually: bool
) -> None:
    """Rule 11: reasons, merits and order of one who is not available tell nothing of why, nor of how much."""
    others = crowd.draw(crowds)
    need = replace(ARABIC, theme=Theme.GRIEF, with_whom=frozenset({GROUP}))
    person = replace(PERFECT, free=free, usually=usually)
    worlds = [replace(person, **wish) for wish in [*WISHED_NOT, WISHED_NOT[0] | WISHED_NOT[1] | WISHED_NOT[2]]]
    read = [
        [
            (c.person.interpreter_id, c.fits, c.against, c.merits)
            for c in rank(need, [*others, world], last_with_group={person.interpreter_id: LAST_WEEK})
        ]
        for world in worlds
    ]
    assert all(reading == read[0] for reading in read)
    (told,) = [line for line in read[0] if line[0] == person.interpreter_id]
    assert [reason.code for reason in told[2]] == [ReasonCode.NOT_AVAILABLE]


@given(crowd=crowds, when=histories, pay=st.sampled_from(Pay))
def test_pay_never_ranks(crowd: list[Person], when: list[date | None], pay: Pay) -> None:
    """Among those who fit: whatever each is given, the order is the same."""
    need, last = replace(ARABIC, pay=Pay.VOLUNTEER), worked(crowd, when)
    order = [c.person.interpreter_id for c in rank(need, crowd, last_with_group=last)]
    for status in PayStatus:
        all_alike = [replace(person, pay_status=status) for person in crowd]
        assert [c.person.interpreter_id for c in rank(need, all_alike, last_with_group=last)] == order
    fitting = {c.person.interpreter_id for c in rank(replace(need, pay=pay), crowd, last_with_group=last) if c.fits}
    ranked = [c.person.interpreter_id for c in rank(replace(need, pay=pay), crowd, last_with_group=last)]
    assert [one for one in ranked if one in fitting] == [one for one in order if one in fitting]


@given(crowd=crowds, when=histories)
def test_who_fits_comes_first_and_continuity_first_among_them(crowd: list[Person], when: list[date | None]) -> None:
    last = worked(crowd, when)
    found = rank(ARABIC, crowd, last_with_group=last)
    assert sorted(c.person.interpreter_id for c in found) == sorted(person.interpreter_id for person in crowd)
    assert [c.fits for c in found] == sorted((c.fits for c in found), reverse=True)
    known = [c.person.interpreter_id in last for c in found if c.fits]
    assert known == sorted(known, reverse=True)


@given(crowd=crowds, when=histories, order=st.randoms())
def test_rank_does_not_depend_on_the_order_in_which_people_come(
    crowd: list[Person], when: list[date | None], order: Random
) -> None:
    last, mixed = worked(crowd, when), list(crowd)
    order.shuffle(mixed)
    assert rank(ARABIC, mixed, last_with_group=last) == rank(ARABIC, crowd, last_with_group=last)
