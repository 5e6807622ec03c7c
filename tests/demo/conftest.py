from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import DjangoDbBlocker, Settings

from passerelle.common.transactions import in_transaction
from passerelle.demo.world.build import build_world
from passerelle.demo.world.calendar import calendar
from passerelle.demo.world.founding import People, take_everyone_on
from tests.support.database import clean

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def demo_mode(settings: Settings) -> None:
    settings.DEMO_MODE = True


@pytest.fixture(scope="module")
def _cast_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[People]:
    """Committed once for a module: taking forty people on takes its time."""
    with django_db_blocker.unblock():
        founded = MONDAY - timedelta(weeks=20)
        yield in_transaction(lambda: take_everyone_on(next_friday=calendar(MONDAY).coming[0], now=founded))
        clean()


@pytest.fixture
def cast(_cast_once: People, db: None) -> People:
    """Everyone of the demo world, before anything was booked; what a test does to them is undone."""
    return _cast_once


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """The demo world as it is built on a Monday morning, committed once for a module that only looks at it."""
    with django_db_blocker.unblock():
        assert build_world(now=MONDAY)
        yield MONDAY
        clean()
