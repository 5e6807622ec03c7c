"""Interpreters: what they speak, where they can work, what was seen and until when it counts."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place


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
