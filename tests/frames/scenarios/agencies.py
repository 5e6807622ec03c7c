"""What changes about partners."""

from passerelle.agencies.models import Agency, Group, Site
from passerelle.agencies.services import agencies, groups, invitations, sites
from passerelle.bookings.services import partners, travel
from passerelle.domain.words import GroupKind
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World


def member(agency: str, who: str) -> Given:
    return lambda world: {"agency_id": world.agencies[agency].id, "user_id": world.users[who].id}


def rewritten(group: str, **otherwise: object) -> Given:
    def given(world: World) -> dict[str, object]:
        row = Group.objects.get(pk=world.groups[group].pk)
        shown = {what: getattr(row, what) for what in ("name", "kind", "women_only", "under_18s")}
        return {"group_id": row.id, "version": row.version, **shown, **otherwise}

    return given


def moved(group: str, **otherwise: object) -> Given:
    """The site of a group."""

    def given(world: World) -> dict[str, object]:
        row = Site.objects.get(groups=world.groups[group].pk)
        shown = {what: getattr(row, what) for what in ("name", "area", "address")}
        return {"site_id": row.id, "version": row.version, **shown, **otherwise}

    return given


TO_DUNKIRK = Scenario(partners.edit_site, "coordinator", moved("theirs", area="Dunkirk"), "of another partner")
A_LONG_WAY = Scenario(travel.set_travel_time, "coordinator", lambda _: a_way(300))
THEIRS_FAR_OFF = (TO_DUNKIRK, A_LONG_WAY)
"""Who works at the one partner in the morning cannot be at the other by the afternoon."""


def a_way(minutes: int) -> dict[str, object]:
    return {"area": "Calais centre", "other": "Dunkirk", "minutes": minutes}


SCENARIOS = [
    Scenario(agencies.create_agency, "coordinator", lambda _: {"name": "Médecins du Monde"}),
    Scenario(agencies.add_member, "coordinator", member("Art Refuge", "newcomer"), "who was nobody"),
    Scenario(agencies.add_member, "coordinator", member("Art Refuge", "other partner"), "of another agency"),
    Scenario(agencies.remove_member, "coordinator", member("Art Refuge", "partner")),
    Scenario(agencies.remove_member, "coordinator", member("Art Refuge", "colleague"), "a colleague"),
    Scenario(
        agencies.set_told_by_default,
        "partner",
        lambda world: {
            "agency_id": world.agencies["Art Refuge"].id,
            "member_id": world.asks_for("colleague"),
            "told_by_default": False,
        },
    ),
    Scenario(
        invitations.invite_member,
        "coordinator",
        lambda world: {"agency_id": world.agencies["Art Refuge"].id, "email": "new@example.invalid", "name": "New"},
    ),
    Scenario(
        partners.edit_agency,
        "coordinator",
        lambda world: {
            "agency_id": world.agencies["Art Refuge"].id,
            "version": Agency.objects.get(pk=world.agencies["Art Refuge"].pk).version,
            "name": "Refuge of Art",
        },
    ),
    Scenario(partners.edit_group, "coordinator", rewritten("open", name="Friday morning"), "its name"),
    Scenario(partners.edit_group, "coordinator", rewritten("open", women_only=True), "for women only"),
    Scenario(partners.edit_group, "coordinator", rewritten("women", women_only=False), "for women only no more"),
    Scenario(partners.edit_group, "coordinator", rewritten("open", active=False), "that no longer meets"),
    Scenario(partners.edit_site, "coordinator", moved("open", area="Dunkirk"), "to another area"),
    Scenario(partners.edit_site, "coordinator", moved("open", area="Dunkirk"), "too far from what was asked", (A_LONG_WAY,)),
    Scenario(partners.edit_site, "coordinator", moved("theirs", area="Dunkirk"), "too far from what is held", (A_LONG_WAY,)),
    Scenario(partners.edit_site, "coordinator", moved("theirs", area="Calais centre"), "near again", THEIRS_FAR_OFF),
    Scenario(partners.edit_site, "coordinator", moved("open", address="2 rue des Voiliers"), "to another door"),
    Scenario(
        groups.create_group,
        "coordinator",
        lambda world: {
            "agency_id": world.agencies["Art Refuge"].id,
            "site_id": Site.objects.values_list("id", flat=True)[0],
            "name": "Thursday evening",
            "kind": GroupKind.MIXED_ADULTS,
        },
    ),
    Scenario(
        sites.create_site,
        "coordinator",
        lambda _: {
            "name": "The station",
            "area": "Dunkirk",
            "address": "1 quai des Hollandais",
            "country": "FR",
            "time_zone": "Europe/Paris",
        },
    ),
]
