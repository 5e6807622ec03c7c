"""For each check, what makes it speak, and it alone, and what leaves it silent."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from passerelle.domain.eligibility import checks
from passerelle.domain.eligibility.checks import Check, ReasonCode, Severity
from passerelle.domain.eligibility.facts import Need, Person
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
    Variety,
)
from tests.factories.rules import DAY, SHIFT, a_need, a_person, booked

BLOCKS, HARD_RULE, CAUTION = Severity.BLOCKS, Severity.HARD_RULE, Severity.CAUTION
CHECK, TRAINING = CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING
SUDANESE, LEVANTINE = Variety.SUDANESE, Variety.LEVANTINE
NOT_WOMEN = [gender for gender in Gender if gender is not Gender.WOMAN]
SOMEBODY = UUID("00000000-0000-4000-8000-000000000002")
YESTERDAY = DAY - timedelta(days=1)

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
    checks.is_free: [
        ((a_need(), a_person(free=False)), (ReasonCode.NOT_FREE, CAUTION)),
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
    checks.is_free: [(a_need(), a_person(free=True))],
    checks.is_the_one_named: [
        (requiring(Quality.NAMED, named=SOMEBODY), a_person(interpreter_id=SOMEBODY)),
        (a_need(qualities={Quality.NAMED: Strength.WISHED}, named=SOMEBODY), a_person()),
        (a_need(named=SOMEBODY), a_person()),
    ],
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
