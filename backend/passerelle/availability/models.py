"""When an interpreter can work: one answer a day, a default for a day of the week, a break."""

import uuid

from django.conf import settings
from django.db import models

from passerelle.interpreters.models import Interpreter


def _says_when(name: str) -> models.CheckConstraint:
    """Whatever somebody of the team recorded has its moment."""
    return models.CheckConstraint(condition=models.Q(recorded_by=None) | models.Q(recorded_at__isnull=False), name=name)


class FreeDay(models.Model):
    """An interpreter's answer for one day. No row: they have not said.

    ``recorded_by``, ``recorded_at``: who of the team was told it by phone, and when; empty where they said it here themselves.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="free_days")
    day = models.DateField()
    free = models.BooleanField()
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interpreter", "day"], name="availability_one_answer_a_day"),
            _says_when("availability_day_recorded_when"),
        ]
        indexes = [models.Index(fields=["day", "free", "interpreter"], name="availability_by_day")]

    def __str__(self) -> str:
        return f"{self.day}: {'free' if self.free else 'not free'}"


class UsualDay(models.Model):
    """What an interpreter says of a day of every week (Monday is 0). An answer for one day beats it. See ``FreeDay``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="usual_days")
    weekday = models.PositiveSmallIntegerField()
    free = models.BooleanField()
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interpreter", "weekday"], name="availability_one_usual_answer"),
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="availability_weekday_known"),
            _says_when("availability_usual_recorded_when"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday}: {'free' if self.free else 'not free'}"


class Break(models.Model):
    """An interpreter is not asked for any day up to ``until``, that day included. ``recorded_at``: see ``FreeDay``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.OneToOneField(Interpreter, on_delete=models.CASCADE, related_name="on_break")
    until = models.DateField()
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"until {self.until}"
