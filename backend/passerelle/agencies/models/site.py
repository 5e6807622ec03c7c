from django.db import models

from passerelle.common.models import Versioned


class Site(Versioned):
    """A place with a time zone. Its area is shown before confirmation, its address only after."""

    name = models.CharField(max_length=120)
    area = models.CharField(max_length=120)
    address = models.CharField(max_length=240)
    country = models.CharField(max_length=2)
    time_zone = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(country__regex="^[A-Z]{2}$"), name="agencies_site_country_iso")
        ]

    def __str__(self) -> str:
        return self.name
