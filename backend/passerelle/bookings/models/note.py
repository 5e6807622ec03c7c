import uuid

from django.db import models


class DatedNote(models.Model):
    """Since when a warning stands: ``about`` is the id of the day, the session or the place it is said of.

    Kept by ``services.noting``; what stands now is always judged anew, this only dates it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.UUIDField()
    code = models.CharField(max_length=32)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "code"], name="bookings_note_once")]

    def __str__(self) -> str:
        return f"{self.code} since {self.since:%Y-%m-%d}"
