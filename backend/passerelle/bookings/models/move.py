import uuid

from django.db import models

from passerelle.bookings.models.session import Session


class Move(models.Model):
    """When a session was, until it was moved at ``at``. The journal says that it was; it holds no values."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, db_index=False, related_name="moves")
    at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="bookings_move_ends_after_start")
        ]
        indexes = [models.Index(fields=["session", "at"], name="bookings_moves_of_session")]

    def __str__(self) -> str:
        return f"{self.session_id} from {self.starts_at:%Y-%m-%d}"
