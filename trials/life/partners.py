"""What the team holds about partners: who asks for them, their groups and where those meet, and how far that is."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from passerelle.agencies.services import agencies, groups, invitations, sites
from passerelle.bookings.services import partners, travel
from passerelle.domain.words import GroupKind
from trials.life.playing import AREAS, Playing, aside, one_of

MOST = 4
AREA = st.sampled_from(AREAS)
WHERE = {"address": "1 quai des Hollandais", "country": "FR", "time_zone": "Europe/Paris"}


class Partners(Playing):
    @property
    def _agency(self) -> dict[str, object]:
        return {"agency_id": self.cast.groups[0].agency_id}

    @aside(act=st.sampled_from(["goes", "comes", "is told", "is not told", "is invited"]))
    def somebody_asks_for_them(self, act: str) -> None:
        by, who = self.cast.coordinator, {"user_id": self.cast.another.id}
        match act:
            case "goes":
                self.life.act(agencies.remove_member, by, **self._agency, **who)
            case "comes":
                self.life.act(agencies.add_member, by, **self._agency, **who)
            case "is invited":
                self.life.act(invitations.invite_member, by, **self._agency, email="new@example.invalid", name="Noor")
            case _:
                (own,) = [row["id"] for row in self.life.parts("member") if row["user_id"] == self.cast.partner.user_id]
                told = {"member_id": own, "told_by_default": act == "is told"}
                self.life.act(agencies.set_told_by_default, self.cast.partner, **self._agency, **told)

    @aside(what=st.sampled_from(["agency", "site", "group"]), area=AREA)
    def something_new_is_written(self, what: str, area: str) -> None:
        if max(len(self.life.some(kind)) for kind in ("agency", "site", "group")) > MOST:
            return
        by, name = self.cast.coordinator, f"New {self.life.steps}"
        match what:
            case "agency":
                self.life.act(agencies.create_agency, by, name=name)
            case "site":
                self.life.act(sites.create_site, by, name=name, area=area, **WHERE)
            case _:
                where, kind = self.cast.groups[0].site_id, GroupKind.FAMILIES
                self.life.act(groups.create_group, by, **self._agency, site_id=where, name=name, kind=kind)

    @aside(name=st.sampled_from(["Art Refuge", "Refuge of Art"]), late=st.booleans())
    def has_another_name(self, name: str, late: bool = False) -> None:
        row = self.life.rows.of["agency"][self.cast.groups[0].agency_id]
        self.life.act(partners.edit_agency, self.cast.coordinator, **self._agency, version=row["version"] - late, name=name)

    @aside(which=st.integers(0, 1), women_only=st.booleans(), under_18s=st.booleans())
    def a_group_is_another(self, which: int, women_only: bool, under_18s: bool) -> None:
        """What hard rules hang on."""
        row = self.life.rows.of["group"][self.cast.groups[which].id]
        same = {"group_id": row["id"], "version": row["version"], "name": row["name"], "kind": GroupKind(row["kind"])}
        self.life.act(partners.edit_group, self.cast.coordinator, **same, women_only=women_only, under_18s=under_18s)

    @aside(which=st.integers(0, 1), area=AREA)
    def meets_elsewhere(self, which: int, area: str) -> None:
        row = self.life.rows.of["site"][self.cast.groups[which].site_id]
        same = {"site_id": row["id"], "version": row["version"], "name": row["name"], "address": row["address"]}
        self.life.act(partners.edit_site, self.cast.coordinator, **same, area=area)

    @aside(minutes=st.sampled_from([20, 300, 0]))
    def the_way_takes(self, minutes: int) -> None:
        area, other = AREAS
        self.life.act(travel.set_travel_time, self.cast.coordinator, area=area, other=other, minutes=minutes)

    @rule(
        one=one_of(
            somebody_asks_for_them,
            something_new_is_written,
            has_another_name,
            a_group_is_another,
            meets_elsewhere,
            the_way_takes,
        )
    )
    def are_written_down_too(self, one: tuple[str, dict[str, Any]]) -> None:
        self._do(one)
