"""Background work of bookings, on the same PostgreSQL."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from passerelle.bookings.services.timers import tend, tend_notes
from passerelle.common.tasks import AGAIN


@app.periodic(cron="* * * * *")
@app.task(name="bookings.tend", queueing_lock="bookings.tend", pass_context=False, retry=AGAIN)
def tend_bookings(timestamp: int) -> None:
    """Every minute: what time does by itself. Uses the clock, not ``timestamp``: a late run does all that is due."""
    tend(now=datetime.now(UTC))
    tend_notes(now=datetime.now(UTC))
