"""Some weeks of the eleven years; and the trial sees clocks that were not kept, and times that do not exist let in."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from passerelle.bookings.services import days, moving
from passerelle.domain.time import same_hour_on
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


def with_the_offset_it_had(moment: datetime, day: date, zone: str) -> datetime:
    """A week later is seven times twenty-four hours later."""
    return moment + (day - moment.astimezone(ZoneInfo(zone)).date())


def nearest(moment: datetime, day: date, zone: str) -> datetime:
    """An hour that the clocks skip is taken for the next one."""
    return datetime.combine(day, moment.astimezone(ZoneInfo(zone)).time(), ZoneInfo(zone)).astimezone(UTC)


def the_second(moment: datetime, day: date, zone: str) -> datetime | None:
    """Of an hour that happens twice, not the first."""
    found = same_hour_on(moment, day, zone)
    later = found + timedelta(hours=1) if found else None
    return later if later and weeks.on_the_wall(later, zone) == weeks.on_the_wall(found, zone) else found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("naive", "said"), [(with_the_offset_it_had, "begins"), (nearest, "skipped"), (the_second, "the first")]
)
def test_a_naive_reckoning_is_noticed(monkeypatch: pytest.MonkeyPatch, naive: object, said: str) -> None:
    monkeypatch.setattr(days, "same_hour_on", naive)
    found = weeks.measure(PART, zones=[PARIS])
    assert any(said in one for one in found.wrong), found.wrong


def test_a_day_that_is_reckoned_in_utc_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "local_day", lambda moment, _zone: moment.astimezone(UTC).date())
    assert any("refused with ['wrong_day']" in one for one in weeks.measure(PART, zones=[PARIS]).wrong)
