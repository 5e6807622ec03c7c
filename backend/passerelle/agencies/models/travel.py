from django.db import models

from passerelle.common.models import Versioned
from passerelle.domain.travel import MOST_MINUTES


class TravelTime(Versioned):
    """How long the way between two areas takes, the same both ways: ``area`` is the one first in the alphabet."""

    area = models.CharField(max_length=120, db_collation="C")
    other = models.CharField(max_length=120, db_collation="C")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "other"], name="agencies_one_way_between"),
            # In code points, not by a language's alphabet: the same order here and in Python.
            models.CheckConstraint(condition=models.Q(area__lt=models.F("other")), name="agencies_way_in_one_direction"),
            models.CheckConstraint(
                condition=models.Q(minutes__gte=1, minutes__lte=MOST_MINUTES), name="agencies_way_of_some_minutes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} – {self.other}: {self.minutes} min"
