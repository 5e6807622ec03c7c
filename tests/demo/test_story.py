from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from passerelle.demo.world.story import Story

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_story_is_told_in_the_order_of_its_times() -> None:
    told: list[tuple[str, datetime]] = []

    def note(name: str) -> Callable[[datetime], object]:
        return lambda now: told.append((name, now))

    one, two = NOON + timedelta(hours=1), NOON + timedelta(hours=2)
    story = Story()
    story.at(two, note("second"))
    story.at(one, note("first"))
    story.at(two, note("second too"))
    story.tell(until=two)
    assert told == [("first", one), ("second", two), ("second too", two)]


def test_a_story_refuses_what_lies_ahead_of_its_clock() -> None:
    story = Story()
    story.at(NOON, lambda now: None)
    with pytest.raises(ValueError, match="lies in the future"):
        story.tell(until=NOON - timedelta(seconds=1))
