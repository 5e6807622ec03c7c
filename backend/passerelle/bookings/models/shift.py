import uuid
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models

from passerelle.accounts.models import User
from passerelle.agencies.models import Group
from passerelle.bookings.models.session import Session
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.standing import Standing
from passerelle.domain.states.shift import COUNTED, HELD, LIVE, WITH_HOLDER, ShiftState
from passerelle.domain.words import Language, Pay, PayOutcome, Quality
from passerelle.interpreters.models import Interpreter

_HELD = sorted(state.value for state in HELD)
_WITH_HOLDER = sorted(state.value for state in WITH_HOLDER)
_COUNTED = models.Q(state__in=sorted(state.value for state in COUNTED))
_LIVE = models.Q(state__in=sorted(state.value for state in LIVE))
_WORKED = models.Q(state=ShiftState.WORKED.value)


class Shift(Versioned):
    """One interpreter's place in a session.

    ``group`` is its session's: written and kept so by the database, for an index of who worked with whom.
    ``block`` is the booked time, brief and debrief included, as a UTC range ``[)``. ``qualities`` is a list of
    ``{what, strength}``; ``named`` is the interpreter that the quality of that name speaks of. ``ticket_paid``: the
    team pays the ticket beforehand; else it is paid back. While ``promised_until`` runs, the place is kept for
    ``promised_to`` (first refusal).
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="shifts")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, editable=False, db_index=False, related_name="+")
    language = models.CharField(max_length=8, choices=one_of(Language))
    variety = models.CharField(max_length=16, blank=True)
    pay = models.CharField(max_length=12, choices=one_of(Pay))
    ticket_paid = models.BooleanField(default=False)
    qualities = models.JSONField(default=list)
    named = models.ForeignKey(Interpreter, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=12, choices=one_of(ShiftState), default=ShiftState.OPEN)
    block = DateTimeRangeField()
    holder = models.ForeignKey(Interpreter, on_delete=models.PROTECT, null=True, blank=True, related_name="shifts")
    promised_to = models.ForeignKey(Interpreter, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    promised_until = models.DateTimeField(null=True, blank=True)
    pay_outcome = models.CharField(max_length=12, choices=one_of(PayOutcome), default=PayOutcome.NONE)
    outcome_recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            known("state", ShiftState, name="bookings_shift_state_known"),
            known("language", Language, name="bookings_shift_language_known"),
            known("pay", Pay, name="bookings_shift_pay_known"),
            # No double booking, ever: one interpreter never holds two overlapping shifts.
            ExclusionConstraint(
                name="bookings_no_double_booking",
                expressions=[("holder", RangeOperators.EQUAL), ("block", RangeOperators.OVERLAPS)],
                condition=models.Q(state__in=_HELD),
            ),
            # NULL equals nobody in an exclusion constraint, so a place without a holder must not look taken.
            models.CheckConstraint(
                condition=models.Q(state__in=_WITH_HOLDER, holder__isnull=False)
                | (~models.Q(state__in=_WITH_HOLDER) & models.Q(holder__isnull=True)),
                name="bookings_shift_taken_means_held",
            ),
            models.CheckConstraint(
                condition=models.Q(qualities__contains=[{"what": Quality.NAMED.value}], named__isnull=False)
                | (~models.Q(qualities__contains=[{"what": Quality.NAMED.value}]) & models.Q(named__isnull=True)),
                name="bookings_shift_named_says_who",
            ),
            models.CheckConstraint(
                condition=models.Q(block__isempty=False, block__lower_inf=False, block__upper_inf=False),
                name="bookings_shift_block_is_bounded",
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "state"], name="bookings_shifts_of_holder"),
            # What somebody holds or did around a day, however much they did before.
            GistIndex(fields=["holder", "block"], condition=_COUNTED, name="bookings_counted_by_block"),
            models.Index(fields=["holder", "-block"], condition=_WORKED, name="bookings_worked_by_holder"),
            models.Index(fields=["group", "holder", "-block"], condition=_WORKED, name="bookings_worked_with_group"),
            # In which languages somebody worked with a group, and when last.
            models.Index(
                fields=["group", "holder", "language", "-block"], condition=_WORKED, name="bookings_worked_in_language"
            ),
            models.Index(fields=["session"], condition=_LIVE, name="bookings_shifts_live"),
        ]

    found: Standing | None = None
    """How the place stood when this row was read; None for one that is new."""

    def __str__(self) -> str:
        return f"{self.language} ({self.state})"

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        shift = super().from_db(*args, **kwargs)
        if not shift.get_deferred_fields():
            shift.found = shift.standing
        return shift

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        return Standing(ShiftState(self.state), self.holder_id, self.promised_to_id, self.promised_until)


class Override(models.Model):
    """The safeguarding lead's recorded decision to let one person take one shift despite hard rules.

    ``rules`` lists the codes of those rules; another rule, broken later, needs a decision of its own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="overrides")
    interpreter = models.ForeignKey(Interpreter, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    rules = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shift", "interpreter"], name="bookings_override_once")]

    def __str__(self) -> str:
        return f"override by {self.by_id}"
