"""Days that are long over, and what was said of them: gone, by the clock. Screens show the days to come."""

from datetime import datetime

from passerelle.availability.models import Break, FreeDay
from passerelle.common.retention import Forgetting
from passerelle.domain.personal import Kept


def forget_days(*, now: datetime) -> int:
    """Delete what was said of days, and breaks that ended; returns how many. What is usual of a day of the week stays."""
    last = (now - Kept.DAYS.time).date()
    days, _by_model = FreeDay.objects.filter(day__lt=last).delete()
    breaks, _by_model = Break.objects.filter(until__lt=last).delete()
    return days + breaks


FORGETTING = (Forgetting(Kept.DAYS, ("availability.FreeDay", "availability.Break"), forget_days),)
