"""Interpreters: what they speak, where they can work, what was seen and until when it counts."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from passerelle.agencies.models import Agency, Group
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.load import LIMITS, Limits
from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Theme


class Interpreter(Versioned):
    """A trained interpreter. ``user`` is empty for someone booked before having an account."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="interpreter"
    )
    first_name = models.CharField(max_length=60)
    family_name = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    gender = models.CharField(max_length=8, choices=one_of(Gender), default=Gender.UNSAID)
    pay_status = models.CharField(max_length=16, choices=one_of(PayStatus), default=PayStatus.EXPENSES_ONLY)
    places = ArrayField(models.CharField(max_length=8, choices=one_of(Place)), default=list)
    active = models.BooleanField(default=True)
    base_area = models.CharField(max_length=120, blank=True)
    """Where they set out from, as the table of travel times names it."""
    reads = models.CharField(max_length=12, blank=True)
    """The language messages to them are written in, while no account says it; empty: the product's own."""
    not_themes = ArrayField(models.CharField(max_length=24, choices=one_of(Theme)), default=list, blank=True)
    # Their own limits, lower than everyone's; NULL: none of their own.
    consecutive_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    sessions_a_day = models.PositiveSmallIntegerField(null=True, blank=True)
    weeks_in_a_row = models.PositiveSmallIntegerField(null=True, blank=True)
    hours_a_month = models.PositiveSmallIntegerField(null=True, blank=True)
    limits_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """Who of the team was told these limits by phone."""
    limits_version = models.PositiveIntegerField(default=0)
    """Which version came of that; 0: none did."""

    class Meta:
        constraints = [
            known("gender", Gender, name="interpreters_gender_known"),
            known("pay_status", PayStatus, name="interpreters_pay_status_known"),
        ]
        ordering = ["first_name", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.family_name}".strip()

    @property
    def reading_language(self) -> str:
        """The language to write to them in; comes with ``user``."""
        return (self.user.locale if self.user is not None else self.reads) or settings.LANGUAGE_CODE

    @property
    def limits(self) -> Limits:
        return Limits(**{name: getattr(self, name) for name in LIMITS})


class LanguageSkill(models.Model):
    """A language an interpreter works in, with the varieties of it they speak."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(max_length=8, choices=one_of(Language))
    varieties = ArrayField(models.CharField(max_length=16), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interpreter", "language"], name="interpreters_language_once"),
            known("language", Language, name="interpreters_language_known"),
        ]
        indexes = [models.Index(fields=["language", "interpreter"], name="interpreters_by_language")]

    def __str__(self) -> str:
        return self.language


class Credential(models.Model):
    """Training, check or agreement: what was seen and when, and the last day it counts. Never a copy."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="credentials")
    kind = models.CharField(max_length=24, choices=one_of(CredentialKind))
    seen_on = models.DateField()
    expires_on = models.DateField()

    class Meta:
        constraints = [
            known("kind", CredentialKind, name="interpreters_credential_kind_known"),
            models.CheckConstraint(
                condition=models.Q(expires_on__gte=models.F("seen_on")), name="interpreters_credential_expires_after_seen"
            ),
        ]
        indexes = [models.Index(fields=["interpreter", "kind", "-expires_on"], name="interpreters_credentials")]

    def __str__(self) -> str:
        return f"{self.kind} until {self.expires_on}"


class NotPaired(models.Model):
    """An interpreter and a group, or all groups of a partner, that are not brought together. No reason is kept.

    Only who set it may know that it is there: the interpreter, or one person of the team.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="not_paired")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(group__isnull=True) ^ models.Q(agency__isnull=True), name="interpreters_not_paired_with_one"
            ),
            models.UniqueConstraint(
                fields=["set_by", "interpreter", "group", "agency"],
                name="interpreters_not_paired_once",
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["interpreter"], name="interpreters_not_paired")]

    def __str__(self) -> str:
        return "not paired"


class ClaimLink(models.Model):
    """A link by which an interpreter without an account makes one that everything of theirs belongs to.

    The token is told once and stored as its SHA-256 only. It works once, until ``expires_at``, unless withdrawn.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="claim_links")
    digest = models.BinaryField(max_length=32, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            # A new link takes the place of the one before.
            models.UniqueConstraint(
                fields=["interpreter"],
                condition=models.Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="interpreters_one_open_claim_link",
            )
        ]

    def __str__(self) -> str:
        return f"claim link until {self.expires_at:%Y-%m-%d}"
