"""Each check: when it speaks and when it is silent; all of them together tell every reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelle.domain.eligibility.checks import (
    CHECKS,
    HARD_CHECKS,
    Check,
    Reason,
    ReasonCode,
    against_asking,
    blocking,
    hard_rules,
    reasons_against,
)
from passerelle.domain.eligibility.facts import Need, Person
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
from tests.domain.eligibility.cases import (
    BLOCKS,
    CALAIS,
    CHECK,
    DUNES,
    FIRES,
    GROUP,
    HARD_RULE,
    SILENT,
    TRAINING,
    WAYS,
    WISH,
    YESTERDAY,
    Case,
    Found,
    sudanese_arabic,
    weekly,
)
from tests.factories.rules import DAY, a_need, a_person, booked


def named[T](cases: dict[Check, list[T]]) -> list[Any]:
    return [
        pytest.param(check, case, id=f"{check.__name__}-{number}")
        for check, some in cases.items()
        for number, case in enumerate(some)
    ]


def found(reasons: list[Reason]) -> list[Found]:
    return [(reason.code, reason.severity) for reason in reasons]


@pytest.mark.parametrize(("check", "case"), named(FIRES))
def test_check_speaks_and_its_reason_is_among_those_told(check: Check, case: tuple[Case, Found]) -> None:
    (need, person), wanted = case
    reason = check(need, person)
    assert reason is not None
    assert (reason.code, reason.severity) == wanted
    assert reason.message.endswith(".")
    assert found(reasons_against(need, person)) == [wanted]


@pytest.mark.parametrize(("check", "case"), named(SILENT))
def test_check_is_silent(check: Check, case: Case) -> None:
    assert check(*case) is None


def test_every_check_has_cases_and_is_in_the_list_once() -> None:
    assert set(FIRES) == set(SILENT) == set(CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


def test_every_code_is_some_checks_reason() -> None:
    """All but one, which is what the others read of several (``telling``)."""
    told = {wanted[0] for cases in FIRES.values() for _, wanted in cases}
    assert told == set(ReasonCode) - {ReasonCode.NOT_AVAILABLE}


@pytest.mark.parametrize("missing", CHECKS, ids=lambda check: check.__name__)
def test_without_any_one_check_a_reason_goes_untold(missing: Check) -> None:
    """The guard on the list: leave one out, and some case above passes that must not."""
    rest = tuple(check for check in CHECKS if check is not missing)
    assert all(reasons_against(*case, checks=rest) == [] for case, _ in FIRES[missing])


def test_reasons_against_is_empty_for_who_fits_without_a_doubt() -> None:
    assert reasons_against(a_need(), a_person()) == []


def test_reasons_against_tells_all_of_them_in_the_order_of_the_checks() -> None:
    need = replace(sudanese_arabic(Strength.REQUIRED), women_only=True, under_18s=True)
    need = replace(need, stop=CALAIS, theme=Theme.GRIEF, with_whom=frozenset({GROUP}))
    person = a_person(
        active=False,
        gender=Gender.MAN,
        pay_status=PayStatus.EXPENSES_ONLY,
        languages={Language.ARABIC: frozenset()},
        places=frozenset(),
        credentials={},
        bookings=(booked(starts=timedelta()), booked(starts=timedelta(minutes=120), minutes=180, stop=DUNES), *weekly(-9, 0)),
        free=False,
        break_until=DAY,
        not_themes=frozenset({Theme.GRIEF}),
        not_with=frozenset({GROUP}),
        limits=Limits(hours_a_month=1),
        routes=WAYS,
    )
    told = reasons_against(need, person)
    assert found(told) == [
        (ReasonCode.INACTIVE, BLOCKS),
        (ReasonCode.VARIETY, BLOCKS),
        (ReasonCode.PLACE, BLOCKS),
        (ReasonCode.PAY, BLOCKS),
        (ReasonCode.CLASH, BLOCKS),
        (ReasonCode.TRAVEL, BLOCKS),
        (ReasonCode.CONSECUTIVE_MINUTES, BLOCKS),
        (ReasonCode.WEEKS_IN_A_ROW, BLOCKS),
        (ReasonCode.WOMEN_ONLY, HARD_RULE),
        (ReasonCode.CHECK_FOR_UNDER_18S, HARD_RULE),
        (ReasonCode.TRAINING_FOR_UNDER_18S, HARD_RULE),
        (ReasonCode.ON_BREAK, WISH),
        (ReasonCode.NOT_PAIRED, WISH),
        (ReasonCode.NOT_THEME, WISH),
        (ReasonCode.OWN_LIMIT, WISH),
        (ReasonCode.NOT_FREE, WISH),
    ]
    assert blocking(told) == told[:8]
    assert hard_rules(told) == told[8:11]
    assert against_asking(told) == [*told[:8], *told[11:]]


needs = st.builds(
    a_need,
    language=st.sampled_from([Language.DARI, Language.ARABIC]),
    variety=st.sampled_from([None, *Variety]),
    pay=st.sampled_from(Pay),
    mode=st.sampled_from(Mode),
    place=st.sampled_from([Place.UK, Place.FRANCE]),
    women_only=st.booleans(),
    under_18s=st.booleans(),
    qualities=st.dictionaries(st.sampled_from(Quality), st.sampled_from(Strength)),
)
persons = st.builds(
    a_person,
    active=st.booleans(),
    gender=st.sampled_from(Gender),
    pay_status=st.sampled_from(PayStatus),
    languages=st.dictionaries(
        st.sampled_from([Language.DARI, Language.ARABIC, Language.FARSI]), st.frozensets(st.sampled_from(Variety))
    ),
    places=st.frozensets(st.sampled_from(Place)),
    credentials=st.dictionaries(st.sampled_from(CredentialKind), st.sampled_from([YESTERDAY, DAY])),
    free=st.sampled_from([True, False, None]),
)


@given(need=needs, person=persons)
def test_every_reason_is_told_whatever_else_is_wrong(need: Need, person: Person) -> None:
    """No check hides another's reason, and none is told twice."""
    told = reasons_against(need, person)
    assert told == [reason for check in CHECKS if (reason := check(need, person)) is not None]
    assert len({reason.code for reason in told}) == len(told)


@given(need=needs, person=persons)
def test_hard_rules_guard_women_and_children_whatever_else_is_so(need: Need, person: Person) -> None:
    """Rule 6 in one sentence each, apart from the code's."""
    told = {reason.code for reason in hard_rules(reasons_against(need, person))}
    woman_needed = need.women_only or need.requires(Quality.WOMAN)
    safe = {kind for kind, until in person.credentials.items() if until >= need.day}
    assert bool(told & {ReasonCode.WOMEN_ONLY, ReasonCode.WOMAN_REQUIRED}) == (woman_needed and person.gender != Gender.WOMAN)
    assert (ReasonCode.CHECK_FOR_UNDER_18S in told) == (need.under_18s and CHECK not in safe)
    assert (ReasonCode.TRAINING_FOR_UNDER_18S in told) == (need.under_18s and TRAINING not in safe)


MORE: list[tuple[str, Callable[[Person], Person]]] = [
    ("a credential", lambda person: replace(person, credentials={**person.credentials, CHECK: DAY, TRAINING: DAY})),
    ("a place", lambda person: replace(person, places=frozenset(Place))),
    ("a fee", lambda person: replace(person, pay_status=PayStatus.FEES)),
    ("a day said free", lambda person: replace(person, free=True)),
]


@pytest.mark.parametrize("more", [way for _, way in MORE], ids=[name for name, _ in MORE])
@given(need=needs, person=persons)
def test_having_more_never_adds_a_reason(more: Callable[[Person], Person], need: Need, person: Person) -> None:
    before = {reason.code for reason in reasons_against(need, person)}
    assert {reason.code for reason in reasons_against(need, more(person))} <= before


def test_the_hard_checks_are_those_that_tell_of_a_hard_rule() -> None:
    """Whoever asks for hard rules only asks no other check, so none may be missing."""
    telling = [check for check in CHECKS if any(severity is HARD_RULE for _, (_, severity) in FIRES[check])]
    assert list(HARD_CHECKS) == telling
