from typing import Any, Self

from django.db import models

from passerelle.accounts.models import User
from passerelle.bookings.models.shift import Shift
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.eligibility.facts import Person
from passerelle.domain.states.offer import OfferState
from passerelle.interpreters.models import Interpreter


class Offer(Versioned):
    """One shift put to one interpreter, and their answer. ``reserved_at`` orders the reserves of a shift."""

    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="offers")
    interpreter = models.ForeignKey(Interpreter, on_delete=models.PROTECT, related_name="offers")
    state = models.CharField(max_length=12, choices=one_of(OfferState), default=OfferState.NEW)
    asked_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    undo_until = models.DateTimeField(null=True, blank=True)
    reserved_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            known("state", OfferState, name="bookings_offer_state_known"),
            models.UniqueConstraint(fields=["shift", "interpreter"], name="bookings_asked_once"),
            # Two holders, seen from the answers: one shift has at most one standing yes.
            models.UniqueConstraint(
                fields=["shift"], condition=models.Q(state=OfferState.ACCEPTED), name="bookings_one_yes_a_shift"
            ),
        ]
        indexes = [models.Index(fields=["interpreter", "state", "id"], name="bookings_offers_of_interpreter")]

    found: OfferState | None = None
    """What it was when this row was read; None for one that is new."""
    answered_by: Person | None = None
    """Its interpreter as the rules saw them, where an answer to it was judged: what they hold, and the ways between."""

    def __str__(self) -> str:
        return f"{self.interpreter_id}: {self.state}"

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        offer = super().from_db(*args, **kwargs)
        if "state" not in offer.get_deferred_fields():
            offer.found = OfferState(offer.state)
        return offer
