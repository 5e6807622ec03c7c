"""What the API shows of partners and their groups."""

from dataclasses import dataclass
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
