"""Build the demo world through the services, as it would have been lived."""

from datetime import datetime, time, timedelta

from django.db import connection

from passerelle.accounts.models import User
from passerelle.common.transactions import unit_of_work
from passerelle.demo.world import coming, past
from passerelle.demo.world.calendar import calendar, local
from passerelle.demo.world.founding import take_everyone_on
from passerelle.demo.world.friday import Friday
from passerelle.demo.world.story import Story

_ONE_BUILDER = 7_166_372
"""The advisory lock that lets one process at a time look for an empty database."""


@unit_of_work
def build_world(*, now: datetime) -> bool:
    """Build the world around ``now`` in one transaction; ``False``, and nothing done, where anybody exists already.

    On one day it is always the same world: nothing in it depends on the hour.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_BUILDER])
    if User.objects.exists():
        return False
    days = calendar(now)
    founded = local(days.past[0] - timedelta(days=60), time(9))
    people = take_everyone_on(next_friday=days.coming[0], now=founded)
    story = Story()
    for tell, day in zip((past.third_last, past.second_last, past.last), days.past, strict=True):
        tell(Friday(story, people, day))
    week = timedelta(weeks=1)
    answer_by = local(days.today + timedelta(days=3), time(20))
    first, second, third = days.coming
    coming.nearly_ready(Friday(story, people, first), answer_by=answer_by)
    coming.being_asked(Friday(story, people, second, early=week), answer_by=answer_by)
    coming.just_requested(Friday(story, people, third, early=2 * week))
    story.tell(until=now)
    return True
