import uuid

from django.db import models

from passerelle.accounts.models import TeamMember
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import CancelReason, TherapistAnswer


class Visit(Versioned):
    """One day the team goes. ``time_zone`` is where the day is reckoned; ``duty_phone`` is answered by the team that day."""

    day = models.DateField()
    time_zone = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=one_of(VisitState), default=VisitState.PLANNING)
    team_cannot_travel = models.BooleanField(default=False)
    duty_phone = models.CharField(max_length=32, blank=True)
    deputy = models.ForeignKey(TeamMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    therapists_reason = models.CharField(max_length=240, blank=True)
    cancel_reason = models.CharField(max_length=24, blank=True, choices=one_of(CancelReason))
    cancel_note = models.CharField(max_length=500, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            known("state", VisitState, name="bookings_visit_state_known"),
            models.UniqueConstraint(
                fields=["day", "time_zone"], condition=~models.Q(state=VisitState.CANCELLED), name="bookings_one_visit_a_day"
            ),
        ]
        indexes = [models.Index(fields=["day", "id"], name="bookings_visits_by_day")]

    def __str__(self) -> str:
        return f"{self.day} ({self.state})"


class VisitTherapist(models.Model):
    """A therapist put to a visit, and what they said."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="therapists")
    member = models.ForeignKey(TeamMember, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=one_of(TherapistAnswer), default=TherapistAnswer.ASKED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "member"], name="bookings_therapist_once"),
            known("answer", TherapistAnswer, name="bookings_therapist_answer_known"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.answer}"
