"""What the team writes of partners, groups and sites."""

from dataclasses import dataclass
from datetime import time
from typing import ClassVar
from uuid import UUID

from passerelle.domain.words import GroupKind

NAME = {"max_length": 120}


@dataclass(frozen=True)
class NewAgency:
    """A partner organisation to work with."""

    name: str

    LIMITS: ClassVar = {"name": NAME}


@dataclass(frozen=True)
class AgencyEdit:
    """The partner as it should be."""

    version: int
    name: str

    LIMITS: ClassVar = {"name": NAME}


@dataclass(frozen=True)
class NewMember:
    """Someone who asks on the partner's behalf; an account is made for an address that has none."""

    email: str
    name: str

    LIMITS: ClassVar = {"email": {"max_length": 254}, "name": NAME}


@dataclass(frozen=True)
class NewSite:
    """A place with its time zone. Its area is shown before a day is confirmed, its address only after."""

    name: str
    area: str
    address: str
    country: str
    time_zone: str

    LIMITS: ClassVar = {
        "name": NAME,
        "area": NAME,
        "address": {"max_length": 240},
        "country": {"max_length": 2},
        "time_zone": {"max_length": 64},
    }


@dataclass(frozen=True)
class SiteEdit:
    """The place as it should be."""

    version: int
    name: str
    area: str
    address: str

    LIMITS: ClassVar = {"name": NAME, "area": NAME, "address": {"max_length": 240}}


@dataclass(frozen=True)
class NewGroup:
    """``site`` is where it meets; its usual time is on the clock there, both or neither."""

    site: UUID
    name: str
    kind: GroupKind
    women_only: bool = False
    under_18s: bool = False
    usual_start: time | None = None
    usual_end: time | None = None

    LIMITS: ClassVar = {"name": NAME}

    def arguments(self) -> dict[str, object]:
        given = {name: getattr(self, name) for name in ("name", "kind", "women_only", "under_18s", "usual_start", "usual_end")}
        return {**given, "site_id": self.site}


@dataclass(frozen=True)
class GroupEdit:
    """The group as it should be."""

    version: int
    name: str
    kind: GroupKind
    women_only: bool
    under_18s: bool
    active: bool
    usual_start: time | None = None
    usual_end: time | None = None

    LIMITS: ClassVar = {"name": NAME}
