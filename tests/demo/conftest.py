from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_django import DjangoDbBlocker, Settings

from passerelle.demo.world.build import build_world
from passerelle.demo.world.calendar import calendar
from passerelle.demo.world.founding import People, take_everyone_on
from tests.support.database import clean

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def demo_mode(settings: Settings) -> None:
    settings.DEMO_MODE = True


@pytest.fixture
def cast(db: None) -> People:
    """Everyone of the demo world, before anything was booked."""
    return take_everyone_on(next_friday=calendar(MONDAY).coming[0], now=MONDAY)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """The demo world as it is built on a Monday morning, committed once for a module that only looks at it."""
    with django_db_blocker.unblock():
        assert build_world(now=MONDAY)
        yield MONDAY
        clean()
