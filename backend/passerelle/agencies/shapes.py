"""What the API shows of partners and their groups."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from passerelle.domain.words import GroupKind


@dataclass(frozen=True, slots=True)
class AgencyView:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """Someone who asks on the agency's behalf. ``told_by_default``: hears of each of its sessions unless told otherwise."""

    id: UUID
    name: str
    told_by_default: bool
    is_me: bool


@dataclass(frozen=True, slots=True)
class MemberList:
    results: list[MemberView]


@dataclass(frozen=True, slots=True)
class GroupSite:
    """Where a group meets. No exact address: those who go there get it with the session."""

    id: UUID
    name: str
    area: str
    time_zone: str
    country: str


@dataclass(frozen=True, slots=True)
class GroupView:
    id: UUID
    name: str
    kind: GroupKind
    women_only: bool
    under_18s: bool
    agency: AgencyView
    site: GroupSite


@dataclass(frozen=True, slots=True)
class GroupPage:
    results: list[GroupView]
    next: str | None


@dataclass(frozen=True, slots=True)
class AgencyPage:
    results: list[AgencyView]
    next: str | None


@dataclass(frozen=True, slots=True)
class AgencyMember:
    """Someone who asks on the agency's behalf, as the team keeps them."""

    id: UUID
    user: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class GroupDetail:
    """A group as the team writes it; its usual time is on the clock of its site."""

    group: GroupView
    version: int
    active: bool
    usual_start: time | None
    usual_end: time | None


@dataclass(frozen=True, slots=True)
class AgencyDetail:
    """A partner with its people and groups, for the team. ``groups`` are the first hundred by name."""

    id: UUID
    version: int
    name: str
    members: list[AgencyMember]
    groups: list[GroupDetail]


@dataclass(frozen=True, slots=True)
class SiteView:
    """A place as the team writes it, its exact address included."""

    id: UUID
    version: int
    name: str
    area: str
    address: str
    country: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class SitePage:
    results: list[SiteView]
    next: str | None
