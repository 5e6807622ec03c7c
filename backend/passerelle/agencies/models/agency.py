import uuid

from django.conf import settings
from django.db import models

from passerelle.common.models import Versioned


class Agency(Versioned):
    """A partner organisation."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person who asks on an agency's behalf. ``told_by_default``: hears of each session the agency asks for from now on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    active = models.BooleanField(default=True)
    told_by_default = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "user"], name="agencies_member_once")]

    def __str__(self) -> str:
        return f"{self.user} ({self.agency})"
