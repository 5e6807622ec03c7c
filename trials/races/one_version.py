"""A race of two who edit what both have read: one edit is done, the other is refused and shows what was done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from typing import Any

from passerelle.bookings.models import Session, Shift
from passerelle.domain.words import Language, Pay
from tests.races.friday import local
from trials.races.cast import Cast, Day
from trials.races.race import Race, Round, Verdict, codes
from trials.wire import Answer

HOURS = (9, 11, 13)
LANGUAGES = (Language.DARI, Language.FARSI, Language.PASHTO)
"""Three of each: in every round the two want something else than there is, and than each other."""


@dataclass(frozen=True)
class Edit:
    """``bodies`` are what the two send to ``path``, ``wanted`` what each makes of the row; ``stored`` reads which it is."""

    path: str
    version: int
    bodies: Sequence[dict[str, Any]]
    stored: Callable[[], Any]
    wanted: Sequence[Any]


def _times(day: Day) -> Edit:
    """The session begins at another hour."""
    session = Session.objects.get(pk=day.session.id)
    hours = [local(day.visit.day, hour) for hour in HOURS]
    wanted = [one for one in hours if one != session.starts_at][:2]
    bodies = [{"starts_at": one.isoformat(), "ends_at": (one + timedelta(hours=1)).isoformat()} for one in wanted]
    stored = Session.objects.filter(pk=session.pk).values_list("starts_at", flat=True)
    return Edit(f"/sessions/{session.id}/move", session.version, bodies, stored.get, wanted)


def _language(day: Day) -> Edit:
    """The place is for another language."""
    shift = day.shift
    wanted = [one for one in LANGUAGES if one != shift.language][:2]
    bodies = [{"language": one, "pay": Pay.VOLUNTEER} for one in wanted]
    stored = Shift.objects.filter(pk=shift.pk).values_list("language", flat=True)
    return Edit(f"/shifts/{shift.id}/edit", shift.version, bodies, stored.get, wanted)


def _edits(count: int) -> Iterator[Round]:
    """In turn the times of a session and the language of its place; nothing has to be put back."""
    day = Cast.made(1).day(0)
    for make in islice(cycle((_times, _language)), count):
        edit = make(day)
        both = zip(day.cast.team, edit.bodies, strict=True)
        asks = [someone.asks(edit.path, {"version": edit.version, **body}) for someone, body in both]
        yield Round(asks, partial(_one_of_both, edit))


def _one_of_both(edit: Edit, answers: list[Answer]) -> Verdict:
    """What was done is what is stored; who came too late reads that it is stale, beside what it is now."""
    won = [place for place, answer in enumerate(answers) if answer.done]
    wrong = [] if len(won) == 1 else [f"{len(won)} won"]
    for answer in answers:
        if not answer.done and (answer.status, *codes(answer)) != (412, "stale"):
            wrong.append(f"who came too late read {(answer.status, *codes(answer))}")
        if not answer.done and answer.current().get("version") != edit.version + 1:
            wrong.append("who came too late was not shown what it is now")
    if [edit.wanted[place] for place in won] != [edit.stored()]:
        wrong.append("stored is something else than was done")
    return Verdict(f"coordinator {won}", wrong)


RACES = (
    Race(
        "edit_race",
        "two coordinators edit a session or a place that both have read",
        _edits,
        one_winner="races/edit_race_winners_not_one",
    ),
)
