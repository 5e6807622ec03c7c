"""The partners, groups and places there are, and those that earlier rows of the sheet speak of."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.domain.refusals import Code
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary.folding import folded

type Key = tuple[str, str]


def group_key(partner: str, name: str) -> Key:
    return folded(partner), folded(name)


def site_key(values: Mapping[str, Any]) -> Key:
    return folded(values["name"]), folded(values["area"])


@dataclass
class Known:
    agencies: dict[str, Agency]
    groups: dict[Key, Group]
    sites: dict[str, list[Site]]
    users: dict[str, str]
    """Names by address."""
    closed: set[str]
    """Addresses of accounts that nobody signs in to any more."""
    members: set[tuple[UUID, str]]
    _said: dict[Hashable, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    _met: set[Hashable] = field(default_factory=set)
    _begun: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    _now: list[Hashable] = field(default_factory=list)
    """What the row that is being read speaks of, and below, what it says of it."""
    _now_said: dict[Hashable, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    _now_begun: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def load(cls) -> "Known":
        groups = Group.objects.select_related("agency", "site").order_by("id")
        sites: dict[str, list[Site]] = defaultdict(list)
        for site in Site.objects.order_by("id"):
            sites[folded(site.name)].append(site)
        return cls(
            agencies={folded(agency.name): agency for agency in Agency.objects.order_by("id")},
            groups={group_key(group.agency.name, group.name): group for group in groups},
            sites=sites,
            users=dict(User.objects.filter(is_active=True).values_list("email", "name")),
            closed=set(User.objects.filter(is_active=False).values_list("email", flat=True)),
            members=set(Member.objects.filter(active=True).values_list("agency_id", "user__email")),
        )

    def first(self, kind: str, key: Hashable) -> bool:
        """Whether no earlier row spoke of it, of those that are not wrong."""
        self._now.append((kind, key))
        return (kind, key) not in self._met

    def settle(self, *, wrong: bool) -> None:
        """The row is read. What a wrong one spoke of is not here by it: the next that does is the first."""
        if not wrong:
            self._met.update(self._now)
            self._said.update({key: said for key, said in self._now_said.items() if key not in self._said})
            for values in self._now_begun:
                self._begun[folded(values["name"])].append(values)
        self._now, self._now_said, self._now_begun = [], {}, []

    def contradicts(self, reader: Reader, key: Hashable, values: dict[str, Any]) -> bool:
        """Whether an earlier row says otherwise about the same; that row is named then."""
        row, said = self._said.get(key, (reader.row.number, values))
        self._now_said[key] = (reader.row.number, values)
        if said != values:
            reader.against(None, Code.ROW_CONTRADICTS, row=str(row))
        return said != values

    def sites_called(self, name: str, area: str | None) -> list[Site]:
        """Those here of that name, in that area where it is said."""
        found = self.sites.get(folded(name), [])
        return [site for site in found if folded(site.area) == folded(area)] if area else found

    def begin_site(self, values: dict[str, str]) -> None:
        if self.first("begun", site_key(values)):
            self._now_begun.append(values)

    def begun_sites(self, name: str, area: str | None) -> dict[str, str] | None:
        """The place that an earlier row brings, so that later rows need not say all of it again."""
        found = [one for one in self._begun[folded(name)] if not area or folded(one["area"]) == folded(area)]
        return found[0] if len(found) == 1 else None
