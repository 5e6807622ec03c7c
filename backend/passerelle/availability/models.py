"""When an interpreter can work: one answer a day."""

import uuid

from django.db import models

from passerelle.interpreters.models import Interpreter


class FreeDay(models.Model):
    """An interpreter's answer for one day. No row: they have not said."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="free_days")
    day = models.DateField()
    free = models.BooleanField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interpreter", "day"], name="availability_one_answer_a_day")]
        indexes = [models.Index(fields=["day", "free", "interpreter"], name="availability_by_day")]

    def __str__(self) -> str:
        return f"{self.day}: {'free' if self.free else 'not free'}"
