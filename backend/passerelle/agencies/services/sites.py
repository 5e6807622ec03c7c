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


def labels_of(*, name: str, area: str, address: str, site: Site | None = None) -> list[Label]:
    """What is written about a site; of one that is here, what stays is not judged again."""
    texts = {"name": name, "area": area, "address": address}
    most = {"address": 240}
    return [Label(at, text, most.get(at, 120), of_a_place=True, was=getattr(site, at, None)) for at, text in texts.items()]


@unit_of_work
def create_site(*, name: str, area: str, address: str, country: str, time_zone: str, now: datetime, actor: Actor) -> Site:
    """A new site. ``area`` is all that is shown before confirmation; ``time_zone`` is an IANA name."""
    require_team(actor)
    labels = labels_of(name=name, area=area, address=address)
    found = [against for label in labels for against in label.against()]
    found += [*against_country(country, at="country"), *against_zone(time_zone, at="time_zone")]
    if found:
        raise Refusal(*found)
    texts = {label.at: label.clean for label in labels}
    site = Site.objects.create(**texts, country=country, time_zone=time_zone)
    events.tell_site(site, "created", now=now, actor=actor)
    return site
