"""Partners, their people and groups, and the sites, as the team writes them."""

from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.agencies.services.groups import create_group
from passerelle.bookings.services.partners import edit_agency, edit_group, edit_site
from passerelle.domain.refusals import Code, Forbidden, Refusal, Stale
from passerelle.domain.words import GroupKind
from passerelle.journal.models import Change
from tests.factories.partners import a_request, signed_in
from tests.factories.people import NOW, a_group_of, a_partner_of, a_user, an_agency, someone_of_the_team

API = "/api/v1"
SITE = {
    "name": "The lighthouse",
    "area": "Calais centre",
    "address": "14 rue des Voiliers, 62100 Calais",
    "country": "FR",
    "time_zone": "Europe/Paris",
}
GROUP: dict[str, Any] = {
    "name": "Friday studio",
    "kind": "women_and_children",
    "women_only": True,
    "under_18s": False,
    "usual_start": "10:00:00",
    "usual_end": "11:30:00",
}


def post(client: Client, path: str, body: Any = None) -> Any:
    return client.post(f"{API}/{path}", body or {}, content_type="application/json")


def put(client: Client, path: str, body: Any) -> Any:
    return client.put(f"{API}/{path}", body, content_type="application/json")


def test_a_partner_with_its_people_and_groups_from_nothing(db: None) -> None:
    client = signed_in(someone_of_the_team())
    agency = post(client, "agencies", {"name": "Art  Refuge"}).json()
    assert agency["name"] == "Art Refuge"
    site = post(client, "sites", SITE)
    assert (site.status_code, site.json()) == (201, {"id": site.json()["id"], "version": 1, **SITE})
    invited = post(client, f"agencies/{agency['id']}/invite", {"email": "Ben@example.invalid", "name": "Ben Hartley"})
    assert [(m["name"], m["email"]) for m in invited.json()["members"]] == [("Ben Hartley", "ben@example.invalid")]
    group = post(client, f"agencies/{agency['id']}/groups", {"site": site.json()["id"], **GROUP})
    assert group.status_code == 201
    # A kind that holds children always counts as with under-18s.
    assert {key: group.json()["group"][key] for key in ("name", "kind", "women_only", "under_18s")} == {
        "name": "Friday studio",
        "kind": "women_and_children",
        "women_only": True,
        "under_18s": True,
    }
    assert (group.json()["usual_start"], group.json()["usual_end"]) == ("10:00:00", "11:30:00")
    read = client.get(f"{API}/agencies/{agency['id']}").json()
    assert (read["members"], read["groups"]) == (invited.json()["members"], [group.json()])
    member = read["members"][0]
    gone = post(client, f"agencies/{agency['id']}/members/{member['user']}/remove")
    assert gone.json()["members"] == []
    assert client.get(f"{API}/sites").json()["results"] == [site.json()]


def test_who_has_an_account_keeps_it(db: None) -> None:
    client, agency, known = signed_in(someone_of_the_team()), an_agency(), a_user("Ben", "ben@example.invalid")
    for _ in range(2):
        post(client, f"agencies/{agency.id}/invite", {"email": "BEN@example.invalid", "name": "Another"})
    assert list(Member.objects.values_list("user_id", flat=True)) == [known.id]
    assert User.objects.get(pk=known.id).name == "Ben"


def test_of_two_who_edit_at_once_the_second_reads_what_the_first_wrote(db: None) -> None:
    client, group = signed_in(someone_of_the_team()), a_group_of(an_agency("Art Refuge"))
    body = {**GROUP, "version": 1, "active": True}
    first = put(client, f"groups/{group.id}", body)
    assert (first.status_code, first.json()["version"]) == (200, 2)
    second = put(client, f"groups/{group.id}", {**body, "name": "Another"})
    assert (second.status_code, second.json()["current"]) == (412, first.json())
    site = put(client, f"sites/{group.site_id}", {"version": 1, "name": "A", "area": "B", "address": "C"})
    assert (site.json()["version"], site.json()["address"]) == (2, "C")
    stale = put(client, f"sites/{group.site_id}", {"version": 1, "name": "D", "area": "B", "address": "C"})
    assert (stale.status_code, stale.json()["current"]) == (412, site.json())
    agency = put(client, f"agencies/{group.agency_id}", {"version": 1, "name": "Art"})
    assert (agency.json()["name"], agency.json()["version"]) == ("Art", 2)
    assert put(client, f"agencies/{group.agency_id}", {"version": 1, "name": "B"}).json()["current"] == agency.json()
    again = put(client, f"groups/{group.id}", {**body, "version": 2})
    assert again.json()["version"] == 2, "saying the same again changes nothing"


def test_a_name_in_use_and_half_a_time_are_refused_beside_their_field(db: None) -> None:
    client, group = signed_in(someone_of_the_team()), a_group_of(an_agency())
    other = a_group_of(Agency.objects.get(pk=group.agency_id))
    body = {**GROUP, "version": 1, "active": True}

    def fields(path: str, given: dict[str, Any]) -> list[str]:
        return [line["field"] for line in put(client, path, given).json()["errors"]]

    assert fields(f"groups/{group.id}", {**body, "name": other.name.upper()}) == ["name"]
    assert fields(f"groups/{group.id}", {**body, "usual_end": None}) == ["usual_end"]
    assert fields(f"groups/{group.id}", {**body, "usual_end": "09:00"}) == ["usual_end"]
    assert fields(f"agencies/{group.agency_id}", {"version": 1, "name": an_agency("Taken").name}) == ["name"]


def test_what_sessions_show_is_told_with_them(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    group = a_group_of(agency)
    session = a_request(group, a_partner_of(agency))
    told = Change.objects.filter(entity="session", entity_id=session.id)
    before = told.count()
    edit_agency(agency_id=agency.id, version=Agency.objects.get(pk=agency.id).version, name="New", now=NOW, actor=team)
    edit_site(site_id=group.site_id, version=1, name="N", area="Dunkirk", address="1", now=NOW, actor=team)
    same = {"kind": GroupKind(group.kind), "women_only": True, "under_18s": False}
    edit_group(group_id=group.id, version=1, name=group.name, **same, now=NOW, actor=team)
    assert told.count() == before + 3


def test_what_was_long_ago_is_not_told_anew(db: None) -> None:
    """A place that is written otherwise is told with what people still look at, not with all there ever was."""
    team, agency = someone_of_the_team(), an_agency()
    group = a_group_of(agency)
    session = a_request(group, a_partner_of(agency))
    told = Change.objects.filter(entity="session", entity_id=session.id)
    for version, days, more in ((1, 91, 0), (2, 89, 1)):
        before = told.count()
        later = session.ends_at + timedelta(days=days)
        edit_site(site_id=group.site_id, version=version, name=f"N{days}", area="Dunkirk", address="1", now=later, actor=team)
        assert told.count() == before + more


def test_for_nobody_but_the_team(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    client = signed_in(partner)
    assert [client.get(f"{API}/{path}").status_code for path in (f"agencies/{agency.id}", f"groups/{group.id}", "sites")] == [
        403,
        403,
        403,
    ]
    assert post(client, "agencies", {"name": "Mine"}).status_code == 403
    assert put(client, f"sites/{group.site_id}", {"version": 1, "name": "A", "area": "B", "address": "C"}).status_code == 403
    with pytest.raises(Forbidden):
        edit_site(site_id=group.site_id, version=1, name="A", area="B", address="C", now=NOW, actor=partner)
    team = signed_in(someone_of_the_team())
    assert [team.get(f"{API}/{path}/{uuid4()}").status_code for path in ("agencies", "groups")] == [404, 404]
    assert Site.objects.get(pk=group.site_id).name == "The lighthouse"


def test_a_usual_time_ends_after_it_starts(db: None) -> None:
    agency, group = an_agency(), a_group_of(an_agency())
    with pytest.raises(Refusal) as refused:
        create_group(
            agency_id=agency.id,
            site_id=group.site_id,
            name="Evening",
            kind=GroupKind.FAMILIES,
            usual_start=time(18),
            usual_end=time(17),
            now=NOW,
            actor=someone_of_the_team(),
        )
    assert refused.value.code is Code.ENDS_BEFORE_IT_STARTS
    assert not Group.objects.filter(agency=agency).exists()


def test_an_older_version_is_stale(db: None) -> None:
    with pytest.raises(Stale):
        edit_agency(agency_id=an_agency().id, version=99, name="New", now=NOW, actor=someone_of_the_team())


def test_groups_and_places_are_found_by_a_part_of_a_name(db: None) -> None:
    team = signed_in(someone_of_the_team())
    agency, other = an_agency("Médecins du Monde"), an_agency("Art Refuge")
    circle, studio = a_group_of(agency), a_group_of(other)
    Group.objects.filter(pk=circle.pk).update(name="Circle")
    Group.objects.filter(pk=studio.pk).update(name="Studio")
    Site.objects.filter(pk=studio.site_id).update(name="Harbour hall", area="Dunkirk")

    def found(path: str, client: Client = team) -> list[str]:
        return [row["name"] for row in client.get(f"{API}/{path}").json()["results"]]

    assert found("groups?search=circ") == found("groups?search=m%C3%A9decins") == ["Circle"]
    assert found("groups?search=nobody") == found("sites?search=nobody") == []
    assert found("sites?search=HALL") == found("sites?search=dunk") == ["Harbour hall"]
    assert len(found("sites?search=%20")) == len(found("groups?search=")) == 2
    assert found("groups?search=i", signed_in(a_partner_of(other))) == ["Studio"]


def test_what_is_found_comes_in_pages_too(db: None) -> None:
    team = signed_in(someone_of_the_team())
    for _each in range(3):
        a_group_of(an_agency())
    first = team.get(f"{API}/sites?search=light&limit=2").json()
    rest = team.get(f"{API}/sites?search=light&limit=2&cursor={first['next']}").json()
    assert len({row["id"] for row in [*first["results"], *rest["results"]]}) == 3
