"""Background work of what every thing shares, on the same PostgreSQL."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from passerelle.common.idempotency import forget_answers


@app.periodic(cron="47 3 * * *")
@app.task(name="common.forget_answers", queueing_lock="common.forget_answers", pass_context=False)
def forget_old_answers(timestamp: int) -> None:
    """Every night. Uses the clock, not ``timestamp``: a late run does all that is due."""
    forget_answers(now=datetime.now(UTC))
