"""The register of partners: who asks on whose behalf; and of the places and groups, which are of nobody."""

from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from passerelle.agencies.models import Member
from passerelle.common.register import Table
from passerelle.domain.personal import (
    Basis,
    Condition,
    Erasing,
    Kept,
    Personal,
    Plain,
    Purpose,
    Reader,
    Whom,
    fields,
    readers,
)

_MEMBER = Personal(
    about=Whom.MEMBER,
    purpose=Purpose.REACH,
    basis=Basis.INTERESTS,
    kept=Kept.ACCOUNT,
    seen_by=readers(Reader.SELF, Reader.TEAM, Reader.COLLEAGUES),
    erasing=Erasing.NAMELESS,
    exported=True,
)
_WHERE = Personal(
    about=Whom.GROUP,
    purpose=Purpose.DAY,
    basis=Basis.INTERESTS,
    kept=Kept.WHILE_USED,
    seen_by=readers(Reader.TEAM, Reader.PARTNER, Reader.CONFIRMED),
    erasing=Erasing.NO_ONE,
    exported=False,
)
"""With a time, it tells where women and children can be met."""
_WHO_COMES = replace(
    _WHERE,
    purpose=Purpose.SAFE,
    seen_by=readers(Reader.TEAM, Reader.PARTNER, Reader.INTERPRETERS),
    condition=Condition.SAFEGUARDING,
)


def _own(user_id: UUID) -> QuerySet[Member]:
    return Member.objects.filter(user=user_id).order_by("agency__name", "pk")


REGISTER = (
    Table("agencies.Agency", fields(Plain.ROW, "id", "version") | fields(Plain.THING, "name")),
    Table(
        "agencies.Member",
        fields(Plain.ROW, "id")
        | fields(replace(_MEMBER, exported=False), "user")
        | fields(_MEMBER, "agency", "active", "told_by_default"),
        own=_own,
        shown={"agency": "agency__name"},
    ),
    Table(
        "agencies.Site",
        fields(Plain.ROW, "id", "version")
        | fields(Plain.THING, "area", "country", "time_zone")
        | fields(_WHERE, "name", "address"),
    ),
    Table(
        "agencies.Group",
        fields(Plain.ROW, "id", "version")
        | fields(Plain.THING, "agency", "site", "name", "usual_start", "usual_end", "active")
        | fields(_WHO_COMES, "kind", "women_only", "under_18s"),
    ),
    Table("agencies.TravelTime", fields(Plain.ROW, "id", "version") | fields(Plain.THING, "area", "other", "minutes")),
)
