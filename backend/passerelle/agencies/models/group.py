from django.db import models

from passerelle.agencies.models.agency import Agency
from passerelle.agencies.models.site import Site
from passerelle.common.models import Versioned, known, one_of
from passerelle.domain.words import GroupKind


class Group(Versioned):
    """A running group at a site: where continuity lives."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="groups")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=32, choices=one_of(GroupKind))
    women_only = models.BooleanField(default=False)
    under_18s = models.BooleanField(default=False)
    # When it usually meets, on the clock of its site; both or neither.
    usual_start = models.TimeField(null=True, blank=True)
    usual_end = models.TimeField(null=True, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="agencies_group_name_once"),
            models.CheckConstraint(
                condition=models.Q(usual_start__isnull=True, usual_end__isnull=True)
                | models.Q(usual_start__isnull=False, usual_end__gt=models.F("usual_start")),
                name="agencies_group_usual_time_whole",
            ),
            known("kind", GroupKind, name="agencies_group_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
