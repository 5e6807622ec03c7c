"""Really committed for a module: what a request changes stays changed for the next one."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.fuzz.surroundings import Surroundings, surroundings


@pytest.fixture(scope="module")
def around(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Surroundings]:
    with django_db_blocker.unblock(), surroundings() as found:
        yield found
