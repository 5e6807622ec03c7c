"""One world for a module, committed once; every test works in a transaction on top of it that is rolled back."""

from collections.abc import Iterator
from copy import copy

import pytest
from pytest_django import DjangoDbBlocker

from tests.contract.world import World, a_world
from tests.support.database import clean


@pytest.fixture(scope="module")
def _world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        try:
            yield a_world()
        finally:
            clean()


@pytest.fixture
def world(_world: World, db: None) -> World:
    """A copy: what a test counts on it is its own."""
    return copy(_world)
