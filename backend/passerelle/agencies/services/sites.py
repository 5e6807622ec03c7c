"""A place where groups meet."""

from datetime import datetime

from passerelle.agencies import events
from passerelle.agencies.models import Site
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.geography import against_country, against_zone
from passerelle.domain.refusals import Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label


@unit_of_work
def create_site(*, name: str, area: str, address: str, country: str, time_zone: str, now: datetime, actor: Actor) -> Site:
    """A new site. ``area`` is all that is shown before confirmation; ``time_zone`` is an IANA name."""
    require_team(actor)
    labels = [Label("name", name), Label("area", area), Label("address", address, most=240)]
    found = [against for label in labels for against in label.against()]
    found += [*against_country(country, at="country"), *against_zone(time_zone, at="time_zone")]
    if found:
        raise Refusal(*found)
    texts = {label.at: label.clean for label in labels}
    site = Site.objects.create(**texts, country=country, time_zone=time_zone)
    events.tell_site(site, "created", now=now, actor=actor)
    return site
