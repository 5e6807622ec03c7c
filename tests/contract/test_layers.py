"""Every function that asks for the team refuses everybody else by itself, whatever the views before it refuse already."""

import pytest

from tests.contract.calls.imports import an_import
from tests.contract.guards import ASKING
from tests.contract.world import NEWCOMER, World
from trials.access.rules import refuses, shows
from trials.access.rules.away import Layer, rules


def test_every_one_is_written_down() -> None:
    found = sorted(rule.name for rule in rules() if rule.layer is Layer.SERVICE)
    assert found == sorted(ASKING), "A function asks for the team, or asks no more: write it down in tests/contract/guards.py"


@pytest.mark.parametrize("site", ASKING)
def test_it_refuses_everybody_else(world: World, site: str) -> None:
    assert refuses(site, world)


@pytest.mark.parametrize("sight", [rule.name for rule in rules() if rule.layer is Layer.SIGHT])
def test_there_is_nothing_for_who_has_no_place_anywhere(world: World, sight: str) -> None:
    world.confirmed()
    an_import(world)
    assert not shows(sight, world.people[NEWCOMER])
