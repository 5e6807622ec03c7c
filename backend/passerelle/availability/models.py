"""When an interpreter can work: one answer a day, a default for a day of the week, a break."""

import uuid

from django.conf import settings
from django.db import models

from passerelle.interpreters.models import Interpreter


class FreeDay(models.Model):
    """An interpreter's answer for one day. No row: they have not said.

    ``recorded_by``: who of the team was told it by phone; empty where they said it here themselves.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="free_days")
    day = models.DateField()
    free = models.BooleanField()
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interpreter", "day"], name="availability_one_answer_a_day")]
        indexes = [models.Index(fields=["day", "free", "interpreter"], name="availability_by_day")]

    def __str__(self) -> str:
        return f"{self.day}: {'free' if self.free else 'not free'}"


class UsualDay(models.Model):
    """What an interpreter says of a day of every week (Monday is 0). An answer for one day beats it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="usual_days")
    weekday = models.PositiveSmallIntegerField()
    free = models.BooleanField()
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interpreter", "weekday"], name="availability_one_usual_answer"),
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="availability_weekday_known"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday}: {'free' if self.free else 'not free'}"


class Break(models.Model):
    """An interpreter is not asked for any day up to ``until``, that day included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.OneToOneField(Interpreter, on_delete=models.CASCADE, related_name="on_break")
    until = models.DateField()
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"until {self.until}"
