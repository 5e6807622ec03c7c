from typing import Any
from uuid import uuid4

import pytest

from passerelle.agencies.models import Group, Site
from passerelle.agencies.services.editing import edit_site
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import WITH_UNDER_18S, GroupKind
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, someone_of_the_team

SITE: dict[str, Any] = {
    "name": "The lighthouse",
    "area": "Calais centre",
    "address": "14 rue des Voiliers, 62100 Calais",
    "country": "FR",
    "time_zone": "Europe/Paris",
}


def test_create_site_keeps_what_was_given(db: None) -> None:
    made = create_site(**SITE, now=NOW, actor=someone_of_the_team())
    assert Site.objects.filter(pk=made.pk).values(*SITE).get() == SITE


def test_create_site_refuses_a_partner(db: None) -> None:
    with pytest.raises(Forbidden):
        create_site(**SITE, now=NOW, actor=a_partner_of(an_agency()))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"time_zone": "Europe/Atlantis"}, Code.ZONE_UNKNOWN),
        ({"time_zone": "CET"}, Code.ZONE_UNKNOWN),
        ({"time_zone": "Etc/GMT-1"}, Code.ZONE_UNKNOWN),
        ({"time_zone": "../../etc/passwd"}, Code.ZONE_UNKNOWN),
        ({"country": "XX"}, Code.COUNTRY_UNKNOWN),
        ({"country": "fr"}, Code.COUNTRY_UNKNOWN),
        ({"country": "UK"}, Code.COUNTRY_UNKNOWN),
        ({"area": ""}, Code.EMPTY),
        ({"address": ""}, Code.EMPTY),
        ({"name": "Ask ana@example.invalid"}, Code.EMAIL_IN_TEXT),
    ],
)
def test_create_site_refuses_what_is_no_place(db: None, wrong: dict[str, str], code: Code) -> None:
    with pytest.raises(Refusal) as refused:
        create_site(**(SITE | wrong), now=NOW, actor=SYSTEM)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(code, next(iter(wrong)))]
    assert not Site.objects.exists()


NAMED_AFTER_A_DAY = {
    "name": "Salle du 14/07/1989",
    "area": "Quartier du 19 mars 1962",
    "address": "Rue du 8 mai 1945, 62100 Calais",
}


def test_a_place_may_be_named_after_any_day(db: None) -> None:
    made = create_site(**(SITE | NAMED_AFTER_A_DAY), now=NOW, actor=SYSTEM)
    edited = edit_site(site_id=made.id, version=1, **NAMED_AFTER_A_DAY | {"area": "12/03/1998"}, now=NOW, actor=SYSTEM)
    assert (edited.name, edited.area, edited.address) == (made.name, "12/03/1998", made.address)


def test_what_stands_in_a_place_is_not_judged_again_when_the_rest_is_edited(db: None) -> None:
    """It may have been written before the rule read so much."""
    made = create_site(**SITE, now=NOW, actor=SYSTEM)
    Site.objects.filter(pk=made.pk).update(address="Ring 06 39 98 12 34")
    texts = {"name": made.name, "area": "The port", "address": "Ring 06 39 98 12 34"}
    assert edit_site(site_id=made.id, version=1, **texts, now=NOW, actor=SYSTEM).area == "The port"
    with pytest.raises(Refusal) as refused:
        edit_site(site_id=made.id, version=2, **texts | {"address": "Ring 06 39 98 12 35"}, now=NOW, actor=SYSTEM)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(Code.PHONE_IN_TEXT, "address")]


@pytest.mark.parametrize("zone", ["Europe/London", "America/Argentina/Buenos_Aires", "UTC"])
def test_create_site_works_anywhere(db: None, zone: str) -> None:
    assert create_site(**(SITE | {"time_zone": zone, "country": "AR"}), now=NOW, actor=SYSTEM).time_zone == zone


def test_create_group_is_told_to_the_team_and_its_agency(committed_db: None) -> None:
    agency, other, team = an_agency(), an_agency(), someone_of_the_team()
    site = create_site(**SITE, now=NOW, actor=team)
    with told() as lines:
        group = create_group(
            agency_id=agency.id, site_id=site.id, name="Studio", kind=GroupKind.MIXED_ADULTS, now=NOW, actor=team
        )
    assert lines == [("group", group.id, 1, "created", frozenset({audiences.TEAM, audiences.agency(agency.id)}))]
    assert not Group.objects.filter(agency=other).exists()


@pytest.mark.parametrize("kind", GroupKind)
def test_create_group_of_a_kind_with_children_always_counts_as_with_under_18s(db: None, kind: GroupKind) -> None:
    assert a_group_of(an_agency(), kind).under_18s is (kind in WITH_UNDER_18S)


def test_create_group_refuses_a_name_twice_in_one_agency_only(db: None) -> None:
    agency, other = an_agency(), an_agency()
    group = a_group_of(agency)
    again: dict[str, Any] = {"site_id": group.site_id, "name": group.name.upper(), "kind": GroupKind.FAMILIES}
    with pytest.raises(Refusal) as refused:
        create_group(agency_id=agency.id, **again, now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.NAME_TAKEN
    assert create_group(agency_id=other.id, **again, now=NOW, actor=SYSTEM).agency_id == other.id


def test_create_group_refuses_a_partner_and_what_does_not_exist(db: None) -> None:
    agency = an_agency()
    group = a_group_of(agency)
    given: dict[str, Any] = {"name": "New", "kind": GroupKind.FAMILIES, "now": NOW}
    with pytest.raises(Forbidden):
        create_group(agency_id=agency.id, site_id=group.site_id, actor=a_partner_of(agency), **given)
    for agency_id, site_id in ((uuid4(), group.site_id), (agency.id, uuid4())):
        with pytest.raises(Missing):
            create_group(agency_id=agency_id, site_id=site_id, actor=SYSTEM, **given)
