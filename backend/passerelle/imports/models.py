"""A spreadsheet that was read: its columns and what they are taken for, its rows and what importing them does."""

import uuid

from django.db import models

from passerelle.accounts.models import User
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.states.importing import ImportState
from passerelle.domain.words import ImportKind, ImportRowState


class Import(Versioned):
    """``columns`` is a list of ``{index, header, samples, field|null}``; ``notes`` of codes of what should be known.

    ``counts`` are rows by their state. ``forgotten_at``: the rows were deleted, so that it cannot be taken back any more.
    """

    kind = models.CharField(max_length=16, choices=one_of(ImportKind))
    state = models.CharField(max_length=12, choices=one_of(ImportState), default=ImportState.MATCHING)
    file_name = models.CharField(max_length=120)
    sheet = models.CharField(max_length=120, blank=True)
    header_row = models.PositiveIntegerField()
    columns = models.JSONField(default=list)
    notes = models.JSONField(default=list, blank=True)
    counts = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            known("kind", ImportKind, name="imports_kind_known"),
            known("state", ImportState, name="imports_state_known"),
        ]
        indexes = [models.Index(fields=["-created_at", "-id"], name="imports_newest")]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.state})"


class ImportRow(models.Model):
    """A row of the sheet, ``number`` being what the spreadsheet calls it.

    ``faults`` says for a cell (by its index, as a text) why it is not what the sheet shows. ``problems`` is a list of
    ``{column|null, field|null, code, params}``, ``changes`` of fields. ``effects`` is what applying it wrote, a list of
    ``{thing, id, version, before|null}``: nothing before where the row made the thing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    faults = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=8, choices=one_of(ImportRowState), default=ImportRowState.WRONG)
    problems = models.JSONField(default=list, blank=True)
    changes = models.JSONField(default=list, blank=True)
    effects = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "number"], name="imports_row_once"),
            known("state", ImportRowState, name="imports_row_state_known"),
        ]
        indexes = [models.Index(fields=["of", "state", "number"], name="imports_rows_by_state")]

    def __str__(self) -> str:
        return f"row {self.number} ({self.state})"
