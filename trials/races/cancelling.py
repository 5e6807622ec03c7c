"""A session is cancelled in the moment of every other act: whichever is first, what is cancelled stays so, and alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle
from uuid import UUID

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.domain.states.session import SessionState
from passerelle.journal.models import Change
from trials.races.against import ACTS, Against
from trials.races.cast import Day, rounds_and_days
from trials.races.race import Race, Round, Verdict, codes, last_number, told_since
from trials.wire import Answer

ASKED_WRONGLY = (400, 401, 403, 422)
"""Refusals that are not about anybody else's act: the race would not be one."""


def _rounds(acts: Mapping[str, Against], count: int) -> Iterator[Round]:
    """Each of the acts in turn."""
    for (cast, number), (name, against) in zip(rounds_and_days(count), cycle(acts.items()), strict=False):
        day = against.situation(cast, number)
        cancel = day.team.asks(f"/sessions/{day.session.id}/cancel", {"reason": "other"})
        yield Round([cancel, against.ask(day)], partial(_stays_cancelled, name, day, last_number()))


def _stays_cancelled(name: str, day: Day, before: int, answers: list[Answer]) -> Verdict:
    cancelled, other = answers
    state = Session.objects.values_list("state", flat=True).get(pk=day.session.id)
    wrong = []
    if not (cancelled.done or other.done):
        wrong.append(f"nobody was let do anything: {codes(cancelled)}, {codes(other)}")
    if cancelled.done:
        if state != SessionState.CANCELLED:
            wrong.append(f"the team was told that it is cancelled, and it is {state}")
        wrong += _told_after(day, told_since(before))
    if other.status in ASKED_WRONGLY:
        wrong.append(f"it could never have been done: {other.errors()}")
    how = f"{name}: {cancelled.status} and {other.status}"
    return Verdict(how, [f"{how}: {one}" for one in wrong])


def _told_after(day: Day, lines: Sequence[Change]) -> list[str]:
    """What was told of the session, its places or answers by somebody else after the team had cancelled it."""
    own = _all_of(day.session)
    whose = [line.actor_id for line in lines if line.entity_id == day.session.id and line.kind == "cancelled"]
    if day.team.actor.user_id not in whose:
        return ["its cancelling was not told"]
    mine = [place for place, line in enumerate(lines) if line.actor_id == day.team.actor.user_id]
    later = [line for line in lines[mine[-1] + 1 :] if line.entity_id in own]
    return [f"{line.entity} {line.kind} was told after it was cancelled" for line in later]


def _all_of(session: Session) -> set[UUID]:
    shifts = set(Shift.objects.filter(session=session).values_list("id", flat=True))
    return {session.id, *shifts, *Offer.objects.filter(shift__in=shifts).values_list("id", flat=True)}


def against(acts: Mapping[str, Against]) -> Race:
    """The race with ``acts``."""
    of = f"a session is cancelled while one of {len(acts)} other acts is done on it, each in turn"
    return Race("cancel_any", of, partial(_rounds, acts), acts=len(acts))


RACES = (against(ACTS),)
