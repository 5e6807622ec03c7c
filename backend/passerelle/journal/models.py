"""The one log of what happened. It holds no personal data, is only appended to, and is kept."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models


class Change(models.Model):
    """One change of one thing, as those in ``audiences`` may hear of it.

    ``number`` is NULL until the transaction commits: a deferred trigger then takes the next number from the
    one counter row, so numbers are dense and in commit order (see ``migrations/0002_number_at_commit.py``).
    """

    number = models.BigIntegerField(null=True, unique=True, editable=False)
    entity = models.CharField(max_length=24)
    entity_id = models.UUIDField()
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    audiences = ArrayField(models.CharField(max_length=64))
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        # One for each way the journal is looked through, in the order of its pages.
        indexes = [
            models.Index(fields=["entity_id", "number"], name="journal_by_thing"),
            models.Index(fields=["entity", "at", "number"], name="journal_by_type"),
            models.Index(fields=["kind", "at", "number"], name="journal_by_kind"),
            models.Index(fields=["actor_id", "at", "number"], name="journal_by_actor"),
            models.Index(fields=["at", "number"], name="journal_by_time"),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.entity} {self.entity_id} {self.kind}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("The journal is only appended to.")


class Counter(models.Model):
    """The single row that hands out numbers. Only the commit trigger counts.

    ``epoch`` is another one after a restore (``manage.py begin_epoch``): the numbers given since then mean something else.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    last = models.BigIntegerField(default=0)
    epoch = models.UUIDField(db_default=RandomUUID(), editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="journal_one_counter")]

    def __str__(self) -> str:
        return str(self.last)
