"""Every function that asks for the team refuses everybody else by itself, whatever the views before it refuse already."""

from contextlib import nullcontext

import pytest

from tests.contract.calls import CALLS
from tests.contract.calls.imports import an_import
from tests.contract.guards import ASKING
from tests.contract.world import NEWCOMER, World
from trials.access.rules import noticed, refuses, shows
from trials.access.rules.away import Layer, Rule, rules


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


OF_THE_TEAM = [call for call in CALLS if call.operation == "GET team"]


def the_rule(name: str) -> Rule:
    return next(rule for rule in rules() if rule.name == name)


def test_a_function_that_asks_no_more_is_told(world: World) -> None:
    with the_rule(ASKING[0]).away():
        assert not refuses(ASKING[0], world)


def test_a_view_that_everybody_may_call_is_noticed(world: World) -> None:
    assert noticed(the_rule("accounts.api.views.TeamView"), (world, world), OF_THE_TEAM)


def test_a_rule_that_rules_nothing_is_told(world: World) -> None:
    nothing = Rule("nothing", Layer.VIEW, nullcontext, nullcontext, nullcontext)
    assert not noticed(nothing, (world, world), OF_THE_TEAM)
