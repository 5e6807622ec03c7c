"""Spans, days and deadlines, also where clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelle.domain.time import (
    FIRST_REFUSAL,
    FIRST_REFUSAL_SHORT,
    Diary,
    Span,
    answer_request_by,
    booked_block,
    confirmed_by,
    first_refusal_until,
    local_day,
    moments_of,
    same_hour_on,
)

LONDON, PARIS = ZoneInfo("Europe/London"), ZoneInfo("Europe/Paris")
BEGINS = datetime(2026, 11, 27, 10, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def minutes(first: int, last: int) -> Span:
    return Span(BEGINS + first * MINUTE, BEGINS + last * MINUTE)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((0, 60), (60, 120), False),
        ((0, 60), (59, 120), True),
        ((0, 60), (0, 60), True),
        ((0, 60), (20, 30), True),
        ((0, 60), (-10, 0), False),
        ((0, 60), (-10, 1), True),
        ((0, 60), (61, 70), False),
    ],
)
def test_spans_overlap_when_they_share_a_moment_and_touching_is_not_sharing(
    one: tuple[int, int], other: tuple[int, int], overlap: bool
) -> None:
    assert minutes(*one).overlaps(minutes(*other)) is overlap
    assert minutes(*other).overlaps(minutes(*one)) is overlap


def in_zone(zone: ZoneInfo) -> st.SearchStrategy[Span]:
    """Spans of up to five hours around the night of 25 October 2026, when clocks go back, as told in ``zone``."""
    around = st.integers(-6 * 60, 6 * 60).map(lambda m: datetime(2026, 10, 25, 1, tzinfo=UTC) + m * MINUTE)
    length = st.integers(1, 5 * 60).map(lambda m: m * MINUTE)
    return st.builds(lambda start, long: Span(start.astimezone(zone), (start + long).astimezone(zone)), around, length)


@pytest.mark.parametrize("zone", [LONDON, PARIS, ZoneInfo("UTC")], ids=str)
@given(data=st.data())
def test_spans_are_judged_by_moments_whatever_the_clock_on_the_wall_says(zone: ZoneInfo, data: st.DataObject) -> None:
    one, other = data.draw(in_zone(zone)), data.draw(in_zone(zone))
    shared = min(one.end.timestamp(), other.end.timestamp()) - max(one.start.timestamp(), other.start.timestamp())
    assert one.overlaps(other) is (shared > 0)
    assert one.length.total_seconds() == one.end.timestamp() - one.start.timestamp()


def wall(zone: ZoneInfo, month: int, day: int, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=zone, fold=fold)


CLOCKS_CHANGE = [
    # In spring an hour is left out: from half past midnight to half past three is two hours.
    (LONDON, (wall(LONDON, 3, 29, 0, 30), wall(LONDON, 3, 29, 3, 30)), 2 * HOUR),
    (PARIS, (wall(PARIS, 3, 29, 1, 30), wall(PARIS, 3, 29, 4, 30)), 2 * HOUR),
    # In autumn an hour comes twice.
    (LONDON, (wall(LONDON, 10, 25, 0, 30), wall(LONDON, 10, 25, 3, 30)), 4 * HOUR),
    (PARIS, (wall(PARIS, 10, 25, 1, 30), wall(PARIS, 10, 25, 4, 30)), 4 * HOUR),
    (PARIS, (wall(PARIS, 10, 25, 2, 30), wall(PARIS, 10, 25, 2, 30, fold=1)), HOUR),
]


@pytest.mark.parametrize(("zone", "ends", "length"), CLOCKS_CHANGE)
def test_length_counts_the_hours_that_passed(zone: ZoneInfo, ends: tuple[datetime, datetime], length: timedelta) -> None:
    assert Span(*ends).length == length


@pytest.mark.parametrize(("zone", "ends", "length"), CLOCKS_CHANGE)
def test_booked_block_adds_brief_and_debrief_to_the_hours_that_passed(
    zone: ZoneInfo, ends: tuple[datetime, datetime], length: timedelta
) -> None:
    block = booked_block(Span(*ends))
    assert block.length == 15 * MINUTE + length + 10 * MINUTE
    assert block.start.tzinfo is block.end.tzinfo is UTC


def test_booked_block_of_an_ordinary_session() -> None:
    session = Span(wall(PARIS, 11, 27, 11), wall(PARIS, 11, 27, 12, 15))
    assert booked_block(session) == Span(BEGINS - 15 * MINUTE, BEGINS + 85 * MINUTE)
    assert booked_block(session, brief=5 * MINUTE, debrief=timedelta()) == Span(BEGINS - 5 * MINUTE, BEGINS + 75 * MINUTE)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 26, 23, 30, tzinfo=UTC), "Europe/London", date(2026, 11, 26)),
        (datetime(2026, 11, 26, 23, 30, tzinfo=UTC), "Europe/Paris", date(2026, 11, 27)),
        (datetime(2026, 6, 25, 23, 30, tzinfo=UTC), "Europe/London", date(2026, 6, 26)),
        (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), "Europe/London", date(2026, 3, 28)),
        (datetime(2026, 3, 29, 22, 59, tzinfo=UTC), "Europe/London", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "Europe/London", date(2026, 3, 30)),
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), "Europe/Paris", date(2026, 10, 24)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "Europe/Paris", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "Europe/Paris", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "Europe/Paris", date(2026, 10, 26)),
    ],
)
def test_local_day_is_the_day_at_the_place(moment: datetime, zone: str, day: date) -> None:
    assert local_day(moment, zone) == day
    assert local_day(moment.astimezone(LONDON), zone) == day


@given(
    moment=st.integers(0, 366 * 24 * 60).map(lambda m: datetime(2026, 1, 1, tzinfo=UTC) + m * MINUTE),
    zone=st.sampled_from(["Europe/London", "Europe/Paris"]),
)
def test_local_day_holds_every_moment_between_its_midnights(moment: datetime, zone: str) -> None:
    day = local_day(moment, zone)
    midnight, next_midnight = (datetime(d.year, d.month, d.day, tzinfo=ZoneInfo(zone)) for d in (day, day + timedelta(1)))
    assert midnight.timestamp() <= moment.timestamp() < next_midnight.timestamp()


TWO_DAYS = timedelta(days=2)


@pytest.mark.parametrize(
    ("ahead", "given_time"),
    [
        (timedelta(days=4), FIRST_REFUSAL),
        (TWO_DAYS, FIRST_REFUSAL),
        (TWO_DAYS - MINUTE, FIRST_REFUSAL_SHORT),
        (HOUR, HOUR),
        (20 * MINUTE, 20 * MINUTE),
    ],
)
def test_first_refusal_is_half_a_day_an_hour_when_near_and_never_past_the_beginning(
    ahead: timedelta, given_time: timedelta
) -> None:
    assert first_refusal_until(now=BEGINS - ahead, block_start=BEGINS) == BEGINS - ahead + given_time


def test_first_refusal_is_as_long_on_the_night_the_clocks_change() -> None:
    """Asked on the Saturday evening for the Sunday week: twelve hours are twelve hours."""
    now, block = wall(PARIS, 10, 24, 20), wall(PARIS, 11, 1, 10)
    assert (first_refusal_until(now=now, block_start=block) - now.astimezone(UTC)) == FIRST_REFUSAL
    near = wall(PARIS, 10, 26, 19, 30)
    assert near.astimezone(UTC) - now.astimezone(UTC) == timedelta(hours=48, minutes=30)
    assert (first_refusal_until(now=now, block_start=near) - now.astimezone(UTC)) == FIRST_REFUSAL


STARTS = datetime(2026, 11, 27, 13, tzinfo=UTC)  # a Friday, two in the afternoon in Paris
EVENING_BEFORE = datetime(2026, 11, 26, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (datetime(2026, 11, 25, 9, tzinfo=UTC), EVENING_BEFORE),
        (EVENING_BEFORE - MINUTE, EVENING_BEFORE),
        (EVENING_BEFORE, STARTS),
        (STARTS - HOUR, STARTS),
    ],
)
def test_answer_request_by_is_within_three_days_and_before_it_is_too_late(asked: datetime, answer: datetime) -> None:
    assert answer_request_by(asked, STARTS, "Europe/Paris") == answer


@pytest.mark.parametrize(
    ("now", "known"),
    [
        (datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 25, 17, tzinfo=UTC)),
        (datetime(2026, 11, 25, 17, tzinfo=UTC), EVENING_BEFORE),
        (EVENING_BEFORE, None),
    ],
)
def test_confirmed_by_is_the_next_of_two_evenings_at_the_place(now: datetime, known: datetime | None) -> None:
    assert confirmed_by(STARTS, "Europe/Paris", now=now) == known


def test_confirmed_by_is_six_in_the_evening_on_both_sides_of_a_change_of_clocks() -> None:
    """Clocks go back on Sunday 25 October: the Saturday evening is still in summer time."""
    monday = wall(PARIS, 10, 26, 10)
    now = wall(PARIS, 10, 20, 10)
    assert confirmed_by(monday, "Europe/Paris", now=now) == wall(PARIS, 10, 24, 18).astimezone(UTC)


def test_same_hour_on_is_what_clocks_show_there_whatever_the_season() -> None:
    winter, summer = wall(PARIS, 12, 4, 9, 30), date(2026, 7, 3)
    moved = same_hour_on(winter, summer, PARIS.key)
    assert moved == [wall(PARIS, 7, 3, 9, 30)]
    assert moved[0].utcoffset() == timedelta(0)
    assert same_hour_on(moved[0], date(2026, 12, 4), PARIS.key) == [winter]


def test_same_hour_on_a_day_that_skips_it_is_none() -> None:
    at_half_past_two = wall(PARIS, 12, 4, 2, 30)
    assert same_hour_on(at_half_past_two, date(2026, 3, 29), PARIS.key) == []
    assert same_hour_on(at_half_past_two, date(2026, 3, 29), LONDON.key) == []  # half past one there, skipped too
    assert same_hour_on(wall(PARIS, 12, 4, 3), date(2026, 3, 29), PARIS.key) == [wall(PARIS, 3, 29, 3)]


def test_same_hour_on_a_day_that_has_it_twice_is_both_from_whichever_it_comes() -> None:
    autumn = date(2026, 10, 25)
    both = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert same_hour_on(wall(PARIS, 12, 4, 2, 30), autumn, PARIS.key) == both
    assert [same_hour_on(one, autumn, PARIS.key) for one in both] == [both, both]
    assert same_hour_on(wall(PARIS, 12, 4, 3), autumn, PARIS.key) == [wall(PARIS, 10, 25, 3)]
    assert [same_hour_on(one, date(2026, 11, 1), PARIS.key) for one in both] == [[wall(PARIS, 11, 1, 2, 30)]] * 2


@pytest.mark.parametrize(
    ("day", "clock", "at"),
    [
        (date(2026, 3, 29), time(1, 59), [datetime(2026, 3, 29, 0, 59, tzinfo=UTC)]),
        (date(2026, 3, 29), time(2), []),
        (date(2026, 3, 29), time(2, 59), []),
        (date(2026, 3, 29), time(3), [datetime(2026, 3, 29, 1, tzinfo=UTC)]),
        (date(2026, 10, 25), time(1, 59), [datetime(2026, 10, 24, 23, 59, tzinfo=UTC)]),
        (date(2026, 10, 25), time(2), [datetime(2026, 10, 25, hour, tzinfo=UTC) for hour in (0, 1)]),
        (date(2026, 10, 25), time(2, 59), [datetime(2026, 10, 25, hour, 59, tzinfo=UTC) for hour in (0, 1)]),
        (date(2026, 10, 25), time(3), [datetime(2026, 10, 25, 2, tzinfo=UTC)]),
    ],
)
def test_moments_of_a_wall_time_are_one_none_or_two(day: date, clock: time, at: list[datetime]) -> None:
    assert moments_of(day, clock, PARIS.key) == at
    assert moments_of(day, clock.replace(fold=1), PARIS.key) == at


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=40))
def test_a_diary_knows_every_clash(written: list[tuple[int, int]]) -> None:
    """As if each had been compared with all that went before."""
    diary, kept = Diary(), list[Span]()
    for first, length in written:
        span = minutes(first, first + length)
        clashing = [one for one in kept if one.overlaps(span)]
        found = diary.clash(span)
        assert (found in clashing) if clashing else found is None
        if not clashing:
            diary.add(span)
            kept.append(span)
