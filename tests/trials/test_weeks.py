"""Some weeks of the eleven years; and the trial sees clocks that were not kept, and times let in that are none or two."""

from datetime import UTC, date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from passerelle.bookings.services import days, moving
from passerelle.domain.time import moments_of, same_hour_on
from passerelle.imports.kinds import fridays_hours
from trials.lossless import weeks

pytestmark = pytest.mark.usefixtures("committed_db")
PART, PARIS = 0.001, "Europe/Paris"


def test_clocks_on_the_wall_are_kept_through_every_change() -> None:
    found = weeks.measure(PART)
    assert found.wrong == []
    figures = {figure.name: figure.figure for figure in found.figures}
    assert figures["lossless/weeks_wrong"] == 0
    assert figures["lossless/weeks_checked"] > 500


def test_every_friday_and_every_change_of_the_clocks_is_there() -> None:
    assert len(weeks.fridays()) == 574
    for zone in weeks.ZONES:
        assert [day.year for day in weeks.changes(zone)] == [year for year in weeks.YEARS for _ in range(2)]
    assert weeks.changes(PARIS)[:2] == [date(2026, 3, 29), date(2026, 10, 25)]


def test_a_wall_time_is_one_moment_none_or_two() -> None:
    spring, autumn = (
        [len(weeks.moments(datetime.combine(day, time(hour, 30)), PARIS)) for hour in (1, 2, 3)]
        for day in (date(2026, 3, 29), date(2026, 10, 25))
    )
    assert (spring, autumn) == ([1, 0, 1], [1, 2, 1])


def with_the_offset_it_had(moment: datetime, day: date, zone: str) -> list[datetime]:
    """A week later is seven times twenty-four hours later."""
    return [moment + (day - moment.astimezone(ZoneInfo(zone)).date())]


def nearest(moment: datetime, day: date, zone: str) -> list[datetime]:
    """An hour that the clocks skip is taken for the next one, and of one that happens twice the first."""
    return [datetime.combine(day, moment.astimezone(ZoneInfo(zone)).time(), ZoneInfo(zone)).astimezone(UTC)]


def one_of_two(of: int, moment: datetime, day: date, zone: str) -> list[datetime]:
    """Of an hour that happens twice, that one."""
    found = same_hour_on(moment, day, zone)
    return [found[of]] if len(found) == 2 else found


first, second = partial(one_of_two, 0), partial(one_of_two, 1)


@pytest.mark.parametrize(
    ("naive", "said"),
    [(with_the_offset_it_had, "begins"), (nearest, "hour_skipped"), (first, "hour_twice"), (second, "hour_twice")],
)
def test_a_naive_reckoning_is_noticed(monkeypatch: pytest.MonkeyPatch, naive: object, said: str) -> None:
    monkeypatch.setattr(days, "same_hour_on", naive)
    found = weeks.measure(PART, zones=[PARIS])
    assert any(said in one for one in found.wrong), found.wrong


def test_a_day_that_is_reckoned_in_utc_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "local_day", lambda moment, _zone: moment.astimezone(UTC).date())
    assert any("refused with ['wrong_day']" in one for one in weeks.measure(PART, zones=[PARIS]).wrong)


def test_a_sheet_that_means_the_first_of_two_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fridays_hours, "moments_of", lambda *wall: moments_of(*wall)[:1])
    assert any("in a sheet" in one for one in weeks.measure(PART, zones=[PARIS]).wrong)
