"""Background work of what every thing shares, on the same PostgreSQL."""

from datetime import UTC, datetime, timedelta

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.job_context import JobContext
from procrastinate.jobs import Status

from passerelle.common.retention import forget_all
from passerelle.domain.personal import Kept

AGAIN = RetryStrategy(max_attempts=5, wait=2, retry_exceptions=[OperationalError, InterfaceError])
"""For every task: a job that met a database that went away is done again."""
SILENT_FOR = 5.0
"""Seconds without a sign of life after which a worker counts as dead. The settings say how often one gives it."""


@app.periodic(cron="47 3 * * *")
@app.task(name="common.forget", queueing_lock="common.forget", pass_context=False, retry=AGAIN)
def forget(timestamp: int) -> None:
    """Every night: whatever was kept for long enough. Uses the clock, not ``timestamp``: a late run does all that is due."""
    forget_all(now=datetime.now(UTC))


@app.periodic(cron="* * * * * */3")
@app.task(name="common.take_up_jobs", queueing_lock="common.take_up_jobs", pass_context=True, retry=AGAIN)
async def take_up_jobs(context: JobContext, timestamp: int) -> None:
    """Every three seconds: what a worker was doing when it was killed is done by another. Each job may be done twice."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT_FOR):
        try:
            await jobs.retry_job(job)
        except UniqueViolation:  # the same is waiting to be done already
            await jobs.finish_job(job, status=Status.ABORTED, delete_job=False)


@app.periodic(cron="53 3 * * *")
@app.task(name="common.forget_jobs", queueing_lock="common.forget_jobs", pass_context=True, retry=AGAIN)
async def forget_jobs(context: JobContext, timestamp: int) -> None:
    """Every night: jobs that ended long ago."""
    hours = Kept.JOBS.time // timedelta(hours=1)
    await context.app.job_manager.delete_old_jobs(hours, include_failed=True, include_cancelled=True, include_aborted=True)
