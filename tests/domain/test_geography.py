import pytest
from babel import Locale

from passerelle.domain.geography import COUNTRIES, against_country, against_zone
from passerelle.domain.words import PLACE_OF_COUNTRY

RESERVED = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
"""Two-letter codes in the Unicode data that ISO 3166-1 gives to no country."""


def test_countries_are_those_of_iso_3166() -> None:
    known = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}
    assert known - RESERVED == COUNTRIES


def test_countries_with_a_place_of_work_are_countries() -> None:
    assert all(against_country(code, at="country") == [] for code in PLACE_OF_COUNTRY)


@pytest.mark.parametrize("name", ["Europe/Paris", "Europe/London", "America/Argentina/Buenos_Aires", "UTC"])
def test_zones_with_a_name_are_known(name: str) -> None:
    assert against_zone(name, at="time_zone") == []


@pytest.mark.parametrize("name", ["", "CET", "GMT+1", "Etc/GMT-1", "europe/paris", "Europe/Atlantis", "/etc/localtime"])
def test_zones_without_a_summer_time_or_a_place_are_not(name: str) -> None:
    assert [found.field for found in against_zone(name, at="time_zone")] == ["time_zone"]
