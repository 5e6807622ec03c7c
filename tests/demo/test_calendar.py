from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from passerelle.demo.world.calendar import calendar

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("now", "next_friday", "last_friday"),
    [
        (datetime(2026, 11, 23, 0, 0, tzinfo=PARIS), date(2026, 11, 27), date(2026, 11, 20)),
        (datetime(2026, 11, 26, 23, 59, tzinfo=PARIS), date(2026, 11, 27), date(2026, 11, 20)),
        (datetime(2026, 11, 27, 5, 59, tzinfo=PARIS), date(2026, 11, 27), date(2026, 11, 20)),
        # The team has left: today is neither past nor still to be prepared.
        (datetime(2026, 11, 27, 6, 0, tzinfo=PARIS), date(2026, 12, 4), date(2026, 11, 20)),
        (datetime(2026, 11, 28, 0, 0, tzinfo=PARIS), date(2026, 12, 4), date(2026, 11, 27)),
        # Friday in Calais while it is Thursday in UTC.
        (datetime(2026, 11, 26, 23, 30, tzinfo=ZoneInfo("UTC")), date(2026, 11, 27), date(2026, 11, 20)),
        (datetime(2026, 12, 31, 12, 0, tzinfo=PARIS), date(2027, 1, 1), date(2026, 12, 25)),
    ],
)
def test_calendar_knows_the_fridays_around_now(now: datetime, next_friday: date, last_friday: date) -> None:
    found, week = calendar(now), timedelta(weeks=1)
    assert found.coming == tuple(next_friday + on * week for on in range(8))
    assert found.past == tuple(last_friday - back * week for back in range(11, -1, -1))
