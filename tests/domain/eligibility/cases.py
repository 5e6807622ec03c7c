"""For each check, what makes it speak, and it alone, and what leaves it silent."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from passerelle.domain.eligibility import checks
from passerelle.domain.eligibility.checks import Check, ReasonCode, Severity
from passerelle.domain.eligibility.facts import Booking, Need, Person
from passerelle.domain.load import NO_LIMITS, Limits
from passerelle.domain.travel import Routes, Stop
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
from tests.factories.rules import DAY, SHIFT, a_need, a_person, booked

BLOCKS, HARD_RULE, WISH, CAUTION = Severity.BLOCKS, Severity.HARD_RULE, Severity.WISH, Severity.CAUTION
CHECK, TRAINING = CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING
SUDANESE, LEVANTINE = Variety.SUDANESE, Variety.LEVANTINE
NOT_WOMEN = [gender for gender in Gender if gender is not Gender.WOMAN]
SOMEBODY = UUID("00000000-0000-4000-8000-000000000002")
YESTERDAY = DAY - timedelta(days=1)

GROUP, AGENCY = UUID(int=1), UUID(int=2)
CALAIS, HANGAR = Stop(UUID(int=11), "Calais"), Stop(UUID(int=12), "Calais")
DUNES, ELSEWHERE = Stop(UUID(int=13), "Dunes"), Stop(UUID(int=14), "Elsewhere")
WAYS = Routes.of([("Dunes", "Calais", 40)])


def MINUTES(number: int) -> timedelta:  # noqa: N802  (a unit, as in a table)
    return timedelta(minutes=number)


def HOURS(number: int) -> timedelta:  # noqa: N802
    return timedelta(hours=number)


type Case = tuple[Need, Person]
type Found = tuple[ReasonCode, Severity]


def sudanese_arabic(strength: Strength | None = None) -> Need:
    return a_need(language=Language.ARABIC, variety=SUDANESE, qualities={Quality.VARIETY: strength} if strength else {})


def speaker_of_arabic(*varieties: Variety) -> Person:
    return a_person(languages={Language.ARABIC: frozenset(varieties)})


def requiring(quality: Quality, **otherwise: Any) -> Need:
    return a_need(qualities={quality: Strength.REQUIRED}, **otherwise)


def wishing(quality: Quality) -> Need:
    return a_need(qualities={quality: Strength.WISHED})


def far(*bookings: Booking) -> Person:
    """Somebody with these bookings, and a table of ways that knows one: forty minutes from Calais to the dunes."""
    return a_person(bookings=bookings, routes=WAYS)


def on_the_day(number: int) -> tuple[Booking, ...]:
    """Short bookings on the day of the need, with a rest before each."""
    return tuple(booked(starts=HOURS(3 + 2 * place), minutes=60) for place in range(number))


def weekly(first: int, last: int) -> tuple[Booking, ...]:
    """A booking in each week from ``first`` to ``last``, counted from the need's own, which has none."""
    return tuple(booked(starts=timedelta(weeks=week)) for week in range(first, last + 1) if week)


def long_days(number: int) -> tuple[Booking, ...]:
    """Four hours each, on one day of the need's month: a Monday in the week before."""
    return tuple(
        replace(booked(starts=timedelta(days=-11) + HOURS(5 * place), minutes=240), day=DAY - timedelta(days=11))
        for place in range(number)
    )


FIRES: dict[Check, list[tuple[Case, Found]]] = {
    checks.is_active: [((a_need(), a_person(active=False)), (ReasonCode.INACTIVE, BLOCKS))],
    checks.speaks_the_language: [
        ((a_need(), a_person(languages={Language.FARSI: frozenset()})), (ReasonCode.LANGUAGE, BLOCKS)),
        ((a_need(), a_person(languages={})), (ReasonCode.LANGUAGE, BLOCKS)),
    ],
    checks.speaks_the_variety: [
        ((sudanese_arabic(Strength.REQUIRED), speaker_of_arabic(LEVANTINE)), (ReasonCode.VARIETY, BLOCKS)),
        ((sudanese_arabic(Strength.WISHED), speaker_of_arabic(LEVANTINE)), (ReasonCode.VARIETY, CAUTION)),
        ((sudanese_arabic(), speaker_of_arabic()), (ReasonCode.VARIETY, CAUTION)),
    ],
    checks.can_work_there: [
        ((a_need(), a_person(places=frozenset({Place.UK, Place.REMOTE}))), (ReasonCode.PLACE, BLOCKS)),
        ((a_need(place=Place.UK), a_person(places=frozenset({Place.FRANCE}))), (ReasonCode.PLACE, BLOCKS)),
        ((a_need(mode=Mode.REMOTE), a_person(places=frozenset({Place.FRANCE}))), (ReasonCode.PLACE, BLOCKS)),
        ((a_need(mode=Mode.PARTNER_LED), a_person(places=frozenset({Place.REMOTE}))), (ReasonCode.PLACE, BLOCKS)),
    ],
    checks.pay_fits: [((a_need(), a_person(pay_status=PayStatus.EXPENSES_ONLY)), (ReasonCode.PAY, BLOCKS))],
    checks.does_not_clash: [
        ((a_need(), a_person(bookings=(booked(starts=timedelta(minutes=99)),))), (ReasonCode.CLASH, BLOCKS)),
        ((a_need(), a_person(bookings=(booked(starts=timedelta(minutes=-99)),))), (ReasonCode.CLASH, BLOCKS)),
        ((a_need(), a_person(bookings=(booked(starts=timedelta(minutes=40), minutes=5),))), (ReasonCode.CLASH, BLOCKS)),
    ],
    checks.has_time_to_travel: [
        # The way takes 40 minutes, from the end of the one to the start of the other.
        ((a_need(stop=CALAIS), far(booked(starts=HOURS(2), minutes=30, stop=DUNES))), (ReasonCode.TRAVEL, BLOCKS)),
        ((a_need(stop=CALAIS), far(booked(starts=HOURS(-1), minutes=30, stop=DUNES))), (ReasonCode.TRAVEL, BLOCKS)),
        # Of one area, but not the same place: a quarter of an hour.
        ((a_need(stop=CALAIS), far(booked(starts=MINUTES(114), minutes=30, stop=HANGAR))), (ReasonCode.TRAVEL, BLOCKS)),
    ],
    checks.knows_the_way: [
        ((a_need(stop=CALAIS), far(booked(starts=HOURS(6), stop=ELSEWHERE))), (ReasonCode.TRAVEL_UNKNOWN, CAUTION)),
    ],
    checks.rests_in_between: [
        ((a_need(), a_person(bookings=(booked(starts=MINUTES(129), minutes=51),))), (ReasonCode.CONSECUTIVE_MINUTES, CAUTION)),
        ((a_need(), a_person(bookings=(booked(starts=MINUTES(-190), minutes=171),))), (ReasonCode.CONSECUTIVE_MINUTES, BLOCKS)),
    ],
    checks.has_few_sessions_a_day: [
        ((a_need(), a_person(bookings=on_the_day(2))), (ReasonCode.SESSIONS_A_DAY, CAUTION)),
        ((a_need(), a_person(bookings=on_the_day(4))), (ReasonCode.SESSIONS_A_DAY, BLOCKS)),
    ],
    checks.has_weeks_off: [
        ((a_need(), a_person(bookings=weekly(-4, 0))), (ReasonCode.WEEKS_IN_A_ROW, CAUTION)),
        ((a_need(), a_person(bookings=weekly(-2, 3))), (ReasonCode.WEEKS_IN_A_ROW, CAUTION)),
        ((a_need(), a_person(bookings=weekly(-8, 0))), (ReasonCode.WEEKS_IN_A_ROW, BLOCKS)),
    ],
    checks.has_few_hours_a_month: [
        ((a_need(), a_person(bookings=long_days(5))), (ReasonCode.HOURS_A_MONTH, CAUTION)),
        ((a_need(), a_person(bookings=long_days(10))), (ReasonCode.HOURS_A_MONTH, BLOCKS)),
    ],
    checks.keeps_own_limits: [
        ((a_need(), a_person(limits=Limits(consecutive_minutes=99))), (ReasonCode.OWN_LIMIT, WISH)),
        ((a_need(), a_person(limits=Limits(sessions_a_day=1), bookings=on_the_day(1))), (ReasonCode.OWN_LIMIT, WISH)),
        ((a_need(), a_person(limits=Limits(weeks_in_a_row=1), bookings=weekly(-1, 0))), (ReasonCode.OWN_LIMIT, WISH)),
        ((a_need(), a_person(limits=Limits(hours_a_month=1))), (ReasonCode.OWN_LIMIT, WISH)),
    ],
    checks.takes_the_theme: [
        (
            (a_need(theme=Theme.GRIEF), a_person(not_themes=frozenset({Theme.GRIEF, Theme.PLAY}))),
            (ReasonCode.NOT_THEME, WISH),
        ),
    ],
    checks.takes_the_pairing: [
        ((a_need(with_whom=frozenset({GROUP, AGENCY})), a_person(not_with=frozenset({GROUP}))), (ReasonCode.NOT_PAIRED, WISH)),
        ((a_need(with_whom=frozenset({GROUP, AGENCY})), a_person(not_with=frozenset({AGENCY}))), (ReasonCode.NOT_PAIRED, WISH)),
    ],
    checks.is_not_on_a_break: [
        ((a_need(), a_person(break_until=DAY)), (ReasonCode.ON_BREAK, WISH)),
        ((a_need(), a_person(break_until=DAY + timedelta(days=30))), (ReasonCode.ON_BREAK, WISH)),
    ],
    checks.is_free: [
        ((a_need(), a_person(free=False)), (ReasonCode.NOT_FREE, WISH)),
        ((a_need(), a_person(free=False, usually=True)), (ReasonCode.NOT_FREE, WISH)),
        ((a_need(), a_person(free=None)), (ReasonCode.FREE_UNKNOWN, CAUTION)),
    ],
    checks.is_the_one_named: [
        ((requiring(Quality.NAMED, named=SOMEBODY), a_person()), (ReasonCode.ANOTHER_NAMED, BLOCKS)),
    ],
    checks.is_the_woman_required: [
        ((requiring(Quality.WOMAN), a_person(gender=gender)), (ReasonCode.WOMAN_REQUIRED, HARD_RULE)) for gender in NOT_WOMEN
    ],
    checks.respects_women_only: [
        ((a_need(women_only=True), a_person(gender=gender)), (ReasonCode.WOMEN_ONLY, HARD_RULE)) for gender in NOT_WOMEN
    ],
    checks.has_the_check_required: [
        ((requiring(Quality.CHECK), a_person(credentials={TRAINING: DAY})), (ReasonCode.CHECK_REQUIRED, BLOCKS)),
        ((requiring(Quality.CHECK), a_person(credentials={CHECK: YESTERDAY})), (ReasonCode.CHECK_REQUIRED, BLOCKS)),
    ],
    checks.has_the_training_required: [
        ((requiring(Quality.TRAINING), a_person(credentials={CHECK: DAY})), (ReasonCode.TRAINING_REQUIRED, BLOCKS)),
        ((requiring(Quality.TRAINING), a_person(credentials={TRAINING: YESTERDAY})), (ReasonCode.TRAINING_REQUIRED, BLOCKS)),
    ],
    checks.has_the_check_for_under_18s: [
        ((a_need(under_18s=True), a_person(credentials={TRAINING: DAY})), (ReasonCode.CHECK_FOR_UNDER_18S, HARD_RULE)),
        (
            (a_need(under_18s=True), a_person(credentials={CHECK: YESTERDAY, TRAINING: DAY})),
            (ReasonCode.CHECK_FOR_UNDER_18S, HARD_RULE),
        ),
    ],
    checks.has_the_training_for_under_18s: [
        ((a_need(under_18s=True), a_person(credentials={CHECK: DAY})), (ReasonCode.TRAINING_FOR_UNDER_18S, HARD_RULE)),
        (
            (a_need(under_18s=True), a_person(credentials={CHECK: DAY, TRAINING: YESTERDAY})),
            (ReasonCode.TRAINING_FOR_UNDER_18S, HARD_RULE),
        ),
    ],
}
"""Cases in which a check speaks, and it alone."""

SILENT: dict[Check, list[Case]] = {
    checks.is_active: [(a_need(), a_person())],
    checks.speaks_the_language: [(a_need(), a_person(languages={Language.FARSI: frozenset(), Language.DARI: frozenset()}))],
    checks.speaks_the_variety: [
        (sudanese_arabic(Strength.REQUIRED), speaker_of_arabic(LEVANTINE, SUDANESE)),
        (a_need(language=Language.ARABIC), speaker_of_arabic(LEVANTINE)),
        (sudanese_arabic(Strength.REQUIRED), a_person()),  # not the language at all: that is another check's reason
    ],
    checks.can_work_there: [
        (a_need(), a_person(places=frozenset({Place.FRANCE}))),
        (a_need(mode=Mode.REMOTE), a_person(places=frozenset({Place.REMOTE}))),
        (a_need(mode=Mode.PARTNER_LED), a_person(places=frozenset({Place.FRANCE}))),
    ],
    checks.pay_fits: [
        (a_need(pay=Pay.VOLUNTEER), a_person(pay_status=PayStatus.EXPENSES_ONLY)),
        (a_need(pay=Pay.VOLUNTEER), a_person(pay_status=PayStatus.FEES)),
        (a_need(), a_person(pay_status=PayStatus.FEES)),
    ],
    checks.does_not_clash: [
        (a_need(), a_person(bookings=(booked(starts=timedelta(minutes=100)), booked(starts=timedelta(minutes=-100))))),
        (a_need(), a_person(bookings=(booked(starts=timedelta(), shift_id=SHIFT),))),
    ],
    checks.is_the_one_named: [
        (requiring(Quality.NAMED, named=SOMEBODY), a_person(interpreter_id=SOMEBODY)),
        (a_need(qualities={Quality.NAMED: Strength.WISHED}, named=SOMEBODY), a_person()),
        (a_need(named=SOMEBODY), a_person()),
    ],
    checks.has_time_to_travel: [
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(140), stop=DUNES), booked(starts=MINUTES(-140), stop=DUNES))),
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(100), stop=CALAIS))),  # the same place: no way at all
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(115), stop=HANGAR))),
        (a_need(), far(booked(starts=MINUTES(101), stop=DUNES))),  # remote: nobody goes anywhere
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(101)))),
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(101), stop=ELSEWHERE))),  # unknown: that is another check's caution
        (a_need(stop=CALAIS), far(booked(starts=MINUTES(50), stop=DUNES))),  # overlaps: that is the clash's reason
    ],
    checks.knows_the_way: [
        (a_need(stop=CALAIS), far(booked(starts=HOURS(6), stop=DUNES))),
        (a_need(stop=CALAIS), far(booked(starts=HOURS(24), stop=ELSEWHERE))),
        (a_need(), far(booked(starts=HOURS(6), stop=ELSEWHERE))),
    ],
    checks.rests_in_between: [
        (a_need(), a_person(bookings=(booked(starts=MINUTES(120), minutes=50),))),
        (a_need(), a_person(bookings=(booked(starts=MINUTES(130), minutes=300),))),  # half an hour is a rest
        (a_need(), a_person(bookings=(booked(starts=MINUTES(-130)),))),
    ],
    checks.has_few_sessions_a_day: [(a_need(), a_person(bookings=(*on_the_day(1), *weekly(-1, 1))))],
    checks.has_weeks_off: [
        (a_need(), a_person(bookings=weekly(-3, 0))),
        (a_need(), a_person(bookings=(*weekly(-9, -2), *weekly(2, 9)))),  # a week off on either side
    ],
    checks.has_few_hours_a_month: [
        (a_need(), a_person(bookings=long_days(4))),
        (a_need(), a_person(bookings=tuple(replace(line, day=DAY + timedelta(days=5)) for line in long_days(9)))),
    ],
    checks.keeps_own_limits: [
        (a_need(), a_person(limits=NO_LIMITS)),
        (a_need(), a_person(limits=Limits(100, 1, 1, 2))),
    ],
    checks.takes_the_theme: [
        (a_need(theme=Theme.GRIEF), a_person(not_themes=frozenset({Theme.PLAY}))),
        (a_need(), a_person(not_themes=frozenset(Theme))),
    ],
    checks.takes_the_pairing: [
        (a_need(with_whom=frozenset({GROUP, AGENCY})), a_person(not_with=frozenset({UUID(int=3)}))),
        (a_need(), a_person(not_with=frozenset({GROUP, AGENCY}))),
    ],
    checks.is_not_on_a_break: [(a_need(), a_person()), (a_need(), a_person(break_until=YESTERDAY))],
    checks.is_free: [(a_need(), a_person(free=True)), (a_need(), a_person(free=True, usually=True))],
    checks.is_the_woman_required: [
        (requiring(Quality.WOMAN), a_person()),
        (wishing(Quality.WOMAN), a_person(gender=Gender.MAN)),
        (requiring(Quality.WOMAN, women_only=True), a_person(gender=Gender.MAN)),  # said once, by the group's own rule
    ],
    checks.respects_women_only: [(a_need(women_only=True), a_person()), (a_need(), a_person(gender=Gender.MAN))],
    checks.has_the_check_required: [
        (requiring(Quality.CHECK), a_person(credentials={CHECK: DAY})),
        (wishing(Quality.CHECK), a_person(credentials={})),
        (requiring(Quality.CHECK, under_18s=True), a_person(credentials={})),  # said once, by the hard rule
    ],
    checks.has_the_training_required: [
        (requiring(Quality.TRAINING), a_person(credentials={TRAINING: DAY})),
        (wishing(Quality.TRAINING), a_person(credentials={})),
        (requiring(Quality.TRAINING, under_18s=True), a_person(credentials={})),
    ],
    checks.has_the_check_for_under_18s: [
        (a_need(under_18s=True), a_person(credentials={CHECK: DAY})),
        (a_need(), a_person(credentials={})),
    ],
    checks.has_the_training_for_under_18s: [
        (a_need(under_18s=True), a_person(credentials={TRAINING: DAY})),
        (a_need(), a_person(credentials={})),
    ],
}
