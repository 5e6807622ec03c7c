"""A place that many want, and what must be true after every round."""

from collections.abc import Iterator

import pytest

from tests.support.crew import Crew, a_crew


@pytest.fixture
def crew(committed_db: None) -> Iterator[Crew]:
    """Four people, as many as most races need."""
    with a_crew(4) as people:
        yield people
