"""Build the demo world through the services, as it would have been lived."""

from datetime import date, datetime, time, timedelta

from django.db import connection

from passerelle.accounts.models import User
from passerelle.bookings.services.person import edit_interpreter
from passerelle.bookings.services.timers import tend
from passerelle.common.transactions import unit_of_work
from passerelle.demo.world import coming, later, stages
from passerelle.demo.world.calendar import Calendar, calendar, local
from passerelle.demo.world.founding import People, profile_of, take_everyone_on
from passerelle.demo.world.friday import Friday
from passerelle.demo.world.interpreters import TSEGA
from passerelle.demo.world.past import FIRST_SIX
from passerelle.demo.world.recent import LAST_SIX
from passerelle.demo.world.story import Story
from passerelle.interpreters.models import Interpreter

_ONE_BUILDER = 7_166_372
"""The advisory lock that lets one process at a time look for an empty database."""
_FOUNDED_BEFORE = timedelta(days=60)


@unit_of_work
def build_world(*, now: datetime) -> bool:
    """Build the world around ``now`` in one transaction; ``False``, and nothing done, where anybody exists already.

    On one day it is always the same world; only one act, named ``stages.A_MOMENT_AGO``, follows the hour.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_BUILDER])
    if User.objects.exists():
        return False
    days = calendar(now)
    people = take_everyone_on(next_friday=days.coming[0], now=local(days.past[0] - _FOUNDED_BEFORE, time(9)))
    story = Story()
    _note_past(story, people, days)
    _note_coming(story, people, days, now)
    _note_who_stops(story, people, days)
    _note_what_time_does(story, days)
    story.tell(until=now)
    return True


def _note_past(story: Story, people: People, days: Calendar) -> None:
    for happened, day in zip((*FIRST_SIX, *LAST_SIX), days.past, strict=True):
        happened(Friday(story, people, day))


def _note_coming(story: Story, people: People, days: Calendar, now: datetime) -> None:
    """Every stage counts back from a day near today, so that what waits for an answer has not waited long."""

    def friday(at: int, *, in_days: int) -> Friday:
        return Friday(story, people, days.coming[at], reckoned_from=days.today + timedelta(days=in_days))

    coming.confirmed_with_a_gap(friday(0, in_days=1), today=days.today, now=now)
    coming.nearly_ready(friday(1, in_days=7))
    coming.being_asked(friday(2, in_days=7))
    coming.just_requested(friday(3, in_days=15))
    later.held_another_way(friday(4, in_days=5))
    later.called_off(friday(5, in_days=5))
    later.being_written(friday(6, in_days=15))
    later.hardly_begun(friday(7, in_days=15))


def _note_who_stops(story: Story, people: People, days: Calendar) -> None:
    """Tsega moves away after the third Friday: she takes no more bookings, and what she did stays hers."""
    interpreter_id = people.interpreters[TSEGA.key]

    def stop(now: datetime) -> None:
        version = Interpreter.objects.values_list("version", flat=True).get(pk=interpreter_id)
        profile = profile_of(TSEGA, base_area=TSEGA.sets_out_from)
        edit_interpreter(
            interpreter_id=interpreter_id, version=version, profile=profile, active=False, now=now, actor=people.coordinator
        )

    story.at(local(days.past[2] + timedelta(days=4), time(14, 20)), stop)


def _note_what_time_does(story: Story, days: Calendar) -> None:
    day: date = days.past[0] - timedelta(days=stages.PLAN[0])
    while day < days.today:
        story.at(local(day, stages.LAPSE), lambda now: tend(now=now))
        day += timedelta(days=1)
