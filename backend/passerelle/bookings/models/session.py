import uuid

from django.db import models

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency, Group, Member
from passerelle.bookings.models.visit import Visit
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.states.session import ON_A_VISIT, OPEN, SessionState
from passerelle.domain.words import Mode, Quality, Theme
from passerelle.interpreters.models import Interpreter

NAMED_SAYS_WHO = models.Q(requirements__contains=[{"what": Quality.NAMED.value}], named__isnull=False) | (
    ~models.Q(requirements__contains=[{"what": Quality.NAMED.value}]) & models.Q(named__isnull=True)
)
_OPEN = models.Q(state__in=sorted(state.value for state in OPEN))


class Session(Versioned):
    """One meeting of a group.

    ``needs`` is a list of ``{language, variety|null, people}``; ``requirements`` of ``{what, strength}``, as the partner
    asks for them (``named`` says who); ``situations``, ``materials`` and ``room`` are lists of words; ``staff_present``
    of names. ``proposed_change`` is what the partner asks for after sending, ``{starts_at, ends_at, people_expected,
    note, at}``, or NULL. ``confirmed_with`` lists the codes of the warnings that stood when it was confirmed.
    ``debrief_offered`` is said at close-out, of the session and never of a person; NULL where nobody said.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sessions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sessions")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions")
    state = models.CharField(max_length=12, choices=one_of(SessionState), default=SessionState.DRAFT)
    mode = models.CharField(max_length=12, choices=one_of(Mode), default=Mode.IN_PERSON)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    people_expected = models.PositiveSmallIntegerField(default=0)
    needs = models.JSONField(default=list)
    requirements = models.JSONField(default=list, blank=True)
    named = models.ForeignKey(Interpreter, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    theme = models.CharField(max_length=24, blank=True, choices=one_of(Theme))
    situations = models.JSONField(default=list, blank=True)
    materials = models.JSONField(default=list, blank=True)
    room = models.JSONField(default=list, blank=True)
    notes = models.CharField(max_length=1000, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=32, blank=True)
    staff_present = models.JSONField(default=list, blank=True)
    told = models.ManyToManyField(Member, through="SessionTold", related_name="+")
    proposed_change = models.JSONField(null=True, blank=True)
    gap_reason = models.CharField(max_length=240, blank=True)
    confirmed_with = models.JSONField(default=list, blank=True)
    reason_code = models.CharField(max_length=24, blank=True)
    reason_note = models.CharField(max_length=500, blank=True)
    debrief_offered = models.BooleanField(null=True, blank=True)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    requested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            known("state", SessionState, name="bookings_session_state_known"),
            known("mode", Mode, name="bookings_session_mode_known"),
            known("theme", Theme, name="bookings_session_theme_known", blank=True),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="bookings_session_ends_after_start"
            ),
            models.CheckConstraint(condition=NAMED_SAYS_WHO, name="bookings_session_named_says_who"),
            models.CheckConstraint(
                condition=~models.Q(state__in=sorted(s.value for s in ON_A_VISIT)) | models.Q(visit__isnull=False),
                name="bookings_session_on_a_visit",
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="bookings_sessions_by_time"),
            models.Index(fields=["agency", "starts_at", "id"], name="bookings_sessions_of_agency"),
            models.Index(fields=["state", "starts_at", "id"], name="bookings_sessions_by_state"),
            # What is still to come, without walking through all that was.
            models.Index(fields=["starts_at", "id"], condition=_OPEN, name="bookings_sessions_open"),
            models.Index(fields=["agency", "starts_at", "id"], condition=_OPEN, name="bookings_open_of_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.starts_at:%Y-%m-%d} ({self.state})"


class SessionTold(models.Model):
    """A person of the agency who hears of a session."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="telling")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="bookings_told_once")]

    def __str__(self) -> str:
        return f"{self.member} of {self.session_id}"
