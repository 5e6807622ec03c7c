"""Background work of imports, on the same PostgreSQL."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from passerelle.common.tasks import AGAIN
from passerelle.imports.forgetting import forget_imports


@app.periodic(cron="17 3 * * *")
@app.task(name="imports.forget", queueing_lock="imports.forget", pass_context=False, retry=AGAIN)
def forget_old_imports(timestamp: int) -> None:
    """Every night. Uses the clock, not ``timestamp``: a late run does all that is due."""
    forget_imports(now=datetime.now(UTC))
