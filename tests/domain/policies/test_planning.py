"""When something can be planned, and when a day or an hour is nothing that anybody means."""

from datetime import UTC, date, datetime, timedelta

import pytest

from passerelle.domain.policies.planning import against_day, against_times
from passerelle.domain.refusals import Code

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "against"),
    [
        (TODAY - timedelta(days=1), [Code.IN_THE_PAST]),
        (TODAY, []),
        (TODAY + timedelta(days=366), []),
        (TODAY + timedelta(days=367), [Code.DAY_TOO_FAR]),
        (date.max, [Code.DAY_TOO_FAR]),
    ],
)
def test_a_day_is_neither_over_nor_more_than_a_year_ahead(day: date, against: list[Code]) -> None:
    assert [(found.code, found.field) for found in against_day(day, today=TODAY)] == [(code, "day") for code in against]


@pytest.mark.parametrize(
    ("starts_at", "length", "against"),
    [
        (NOW + HOUR, HOUR, []),
        (NOW + HOUR, 12 * HOUR, []),
        (NOW + timedelta(days=366), HOUR, []),
        (NOW + HOUR, 0 * HOUR, [(Code.ENDS_BEFORE_IT_STARTS, "ends_at")]),
        (NOW + HOUR, 12 * HOUR + timedelta(minutes=1), [(Code.SESSION_TOO_LONG, "ends_at")]),
        (NOW, -HOUR, [(Code.ENDS_BEFORE_IT_STARTS, "ends_at"), (Code.IN_THE_PAST, "starts_at")]),
        (NOW + timedelta(days=366, seconds=1), HOUR, [(Code.DAY_TOO_FAR, "starts_at")]),
    ],
)
def test_times_of_a_session_are_those_that_somebody_can_mean(
    starts_at: datetime, length: timedelta, against: list[tuple[Code, str]]
) -> None:
    found = against_times(starts_at, starts_at + length, now=NOW)
    assert [(problem.code, problem.field) for problem in found] == against
