"""What every thing of ours shares: an unguessable id, and a version that counts its changes."""

import uuid
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import ClassVar

from django.db import models

from passerelle.domain.accesses import AccessKind


def one_of(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Choices for a field that stores the values of ``enum``."""
    return [(member.value, member.value) for member in enum]


def known(field: str, enum: Iterable[StrEnum], *, name: str, blank: bool = False) -> models.CheckConstraint:
    """A database check that ``field`` holds a value of ``enum`` (or nothing, where ``blank``)."""
    values = [member.value for member in enum] + ([""] if blank else [])
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": values}), name=name)


class Versioned(models.Model):
    """A thing with an id that tells nothing (no counts, no order) and a version for edits by many hands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def changed(self, *fields: str) -> None:
        """Save the named fields as the next version. Callers hold the row's lock."""
        self.version += 1
        self.save(update_fields=[*fields, "version"])


def all_changed[Row: Versioned](rows: Sequence[Row], *fields: str) -> None:
    """Save the named fields of ``rows``, which are of one kind, as the next version of each: one statement. See ``changed``."""
    for row in rows:
        row.version += 1
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, [*fields, "version"])


class StoredAnswer(models.Model):
    """The answer to an unsafe request, kept with its effect so that the same act sent twice happens once.

    ``fingerprint`` is the SHA-256 of method, path and body. Written in the transaction of the effect.
    """

    user_id = models.UUIDField()
    key = models.UUIDField()
    fingerprint = models.BinaryField(max_length=32)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.BinaryField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user_id", "key"], name="common_one_answer_a_key")]
        indexes = [models.Index(fields=["at"], name="common_answers_by_age")]

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"


class AccessEntry(models.Model):
    """Somebody came, looked at what is sensitive, or was refused: who, when, of what kind, which thing. No contents.

    Only appended to, and gone after a year (``migrations/0003_accesses_guarded.py``). ``actor_id`` of a sign-in that
    failed is the account that was met, if any. ``act`` is the address that refused, as the router writes it.
    """

    LONGEST_ACT: ClassVar = 80

    kind = models.CharField(max_length=24, choices=one_of(AccessKind))
    actor_id = models.UUIDField(null=True)
    act = models.CharField(max_length=LONGEST_ACT, blank=True, default="")
    record_type = models.CharField(max_length=24, blank=True, default="")
    record_id = models.UUIDField(null=True)
    request_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [known("kind", AccessKind, name="common_access_kind_known")]
        # One for each way the log is looked through, in the order of its pages.
        indexes = [
            models.Index(fields=["at", "id"], name="common_accesses_by_time"),
            models.Index(fields=["kind", "at", "id"], name="common_accesses_by_kind"),
            models.Index(fields=["actor_id", "at", "id"], name="common_accesses_by_actor"),
            models.Index(fields=["record_id", "at", "id"], name="common_accesses_by_record"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"
