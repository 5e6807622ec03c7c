"""Whoever is erased asks on nobody's behalf any more."""

from datetime import datetime

from passerelle.agencies import events
from passerelle.agencies.models import Member
from passerelle.common.erasing import Person
from passerelle.domain.roles import SYSTEM


def erase_memberships(person: Person, now: datetime) -> None:
    memberships = Member.objects.filter(user__in=person.accounts)
    for member in memberships.filter(active=True).select_related("agency").order_by("agency_id"):
        member.active = member.told_by_default = False
        member.save(update_fields=["active", "told_by_default"])
        member.agency.changed()
        events.tell_member(member, "member_removed", now=now, actor=SYSTEM)
