"""The register of what every app stands on: answers that are kept, background work, and Django's own tables."""

from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from passerelle.common.models import AccessEntry
from passerelle.common.register import Table
from passerelle.domain.personal import Basis, Erasing, Kept, Personal, Plain, Purpose, Reader, Whom, fields, readers

_REPEATED = Personal(
    about=Whom.ANYONE,
    purpose=Purpose.ONCE,
    basis=Basis.INTERESTS,
    kept=Kept.REPEATS,
    seen_by=readers(Reader.NOBODY),
    erasing=Erasing.DELETED,
    exported=False,  # a copy of what they were shown, and is exported where it stands
)
_CAME = Personal(
    about=Whom.ANYONE,
    purpose=Purpose.WATCH,
    basis=Basis.INTERESTS,
    kept=Kept.ACCESSES,
    seen_by=readers(Reader.SELF, Reader.TEAM),
    erasing=Erasing.NAMELESS,
    exported=True,
)
_AT_WHAT = replace(_CAME, seen_by=readers(Reader.TEAM), exported=False)
"""Whose record it was may lead to somebody else."""


def _own_accesses(user_id: UUID) -> QuerySet[AccessEntry]:
    """When they came and looked, and when somebody tried to come in as them; the newest first."""
    return AccessEntry.objects.filter(actor_id=user_id).order_by("-at", "-id")


REGISTER = (
    Table(
        "common.AccessEntry",
        fields(Plain.ROW, "id", "request_id")
        | fields(_CAME, "kind", "at")
        | fields(_AT_WHAT, "actor_id", "act", "record_type", "record_id"),
        own=_own_accesses,
    ),
    Table(
        "common.StoredAnswer",
        fields(Plain.ROW, "id")
        | fields(_REPEATED, "user_id", "body", "at")
        | fields(Plain.MACHINE, "key", "fingerprint", "status"),
    ),
    # Nothing we put off says of whom it is: a job's arguments are the moment it was due.
    Table("procrastinate.ProcrastinateWorker", fields(Plain.MACHINE, "id", "last_heartbeat")),
    Table(
        "procrastinate.ProcrastinateJob",
        fields(
            Plain.MACHINE,
            "id",
            "queue_name",
            "task_name",
            "priority",
            "lock",
            "args",
            "status",
            "scheduled_at",
            "attempts",
            "queueing_lock",
            "abort_requested",
            "worker",
        ),
    ),
    Table("procrastinate.ProcrastinateEvent", fields(Plain.MACHINE, "id", "job", "type", "at")),
    Table(
        "procrastinate.ProcrastinatePeriodicDefer",
        fields(Plain.MACHINE, "id", "task_name", "defer_timestamp", "job", "periodic_id"),
    ),
    # Django's groups and rights are there and not used (docs/decisions/0007).
    Table("contenttypes.ContentType", fields(Plain.MACHINE, "id", "app_label", "model")),
    Table("auth.Permission", fields(Plain.MACHINE, "id", "name", "content_type", "codename")),
    Table("auth.Group", fields(Plain.MACHINE, "id", "name")),
    Table("auth.Group_permissions", fields(Plain.MACHINE, "id", "group", "permission")),
)
