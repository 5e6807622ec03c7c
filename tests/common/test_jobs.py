"""What a killed worker was doing is done by another, once it gives no sign of life."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.periodic import PeriodicDeferrer

from passerelle.bookings.tasks import tend_bookings
from passerelle.common.tasks import AGAIN, take_up_jobs
from tests.support.processes import manage

pytestmark = pytest.mark.usefixtures("committed_db")


def being_done_by_a_worker(silent_for: str, lock: str = "a round of its own") -> int:
    """A job that a worker took, of which nothing was heard since."""
    job: int = tend_bookings.configure(queueing_lock=lock).defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH worker AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) RETURNING id)"
            " UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM worker) WHERE id = %s",
            [silent_for, job],
        )
    return job


def status(job: int) -> str:
    return str(ProcrastinateJob.objects.get(id=job).status)


def one_worker_works() -> None:
    take_up_jobs.configure().defer(timestamp=0)
    manage("procrastinate", "worker", "--one-shot")


def test_a_job_of_a_dead_worker_is_done() -> None:
    job = being_done_by_a_worker("6 seconds")
    one_worker_works()
    assert status(job) == "succeeded"


def test_a_job_of_a_worker_that_lives_is_left_to_it() -> None:
    job = being_done_by_a_worker("-1 minute")  # it gives signs on and on while the other starts
    one_worker_works()
    assert status(job) == "doing"


def test_a_job_whose_next_is_waiting_already_is_given_up() -> None:
    job = being_done_by_a_worker("6 seconds", lock="bookings.tend")
    take_up_jobs.configure().defer(timestamp=0)
    after: int = tend_bookings.configure().defer(timestamp=60)
    manage("procrastinate", "worker", "--one-shot")
    assert (status(job), status(after)) == ("aborted", "succeeded")


def test_a_night_that_no_worker_was_there_for_is_made_up_for_when_one_comes() -> None:
    """Until the next: however long it was away."""
    the_next_night = datetime(2026, 11, 24, 3, 47, tzinfo=UTC).timestamp()
    comes = PeriodicDeferrer(app.periodic_registry, **app.periodic_defaults)
    due = {one.task.name: at for one, at in comes.get_previous_tasks(at=the_next_night - 1)}
    nightly = {"common.forget", "common.forget_jobs"}
    assert {name: due.get(name, 0) >= the_next_night - 24 * 3600 for name in nightly} == dict.fromkeys(nightly, True)


def test_every_task_of_ours_is_done_again_where_the_database_went_away() -> None:
    ours = {name: task for name, task in app.tasks.items() if task.func.__module__.startswith("passerelle.")}
    assert len(ours) > 2
    assert [name for name, task in ours.items() if task.retry_strategy is not AGAIN] == []
