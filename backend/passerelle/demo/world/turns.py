"""What becomes of a Friday: it is held and closed out, called off, moved, or held another way."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services import asking, closing, days, moving
from passerelle.demo.world import stages
from passerelle.demo.world.friday import Friday, Named
from passerelle.demo.world.stages import Stage
from passerelle.demo.world.wishes import Tongue
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import CancelReason, Mode, ShiftOutcome

type Outcome = tuple[str, Tongue, ShiftOutcome]
"""What became of one place, by the group and the language."""


def close(
    friday: Friday, *groups: str, otherwise: Sequence[Outcome] = (), debrief: bool = True, when: Stage = stages.CLOSE
) -> None:
    """Everyone who was confirmed came, but for what ``otherwise`` says of a place."""
    for group in groups:
        of_places = [(friday.shift_id(of, tongue), what) for of, tongue, what in otherwise if of == group]

        def close_out(*, session_id: UUID, now: datetime, actor: Actor, of: Any = of_places) -> None:
            confirmed = Shift.objects.filter(session=session_id, state=ShiftState.CONFIRMED).values_list("id", flat=True)
            came = dict.fromkeys(confirmed, ShiftOutcome.WORKED) | {shift_id(): what for shift_id, what in of}
            offered: Named = {"debrief_offered": debrief}
            closing.close_session(session_id=session_id, outcomes=came, **offered, now=now, actor=actor)

        friday.do(when, close_out, session_id=friday.session_id(group))


def cancel(friday: Friday, group: str, reason: CancelReason, note: str, when: Stage = stages.CLOSE) -> None:
    said: Named = {"session_id": friday.session_id(group), "reason": reason, "note": note}
    friday.do(when, closing.cancel_session, **said)


def cancel_day(friday: Friday, reason: CancelReason, note: str, when: Stage = stages.MORNING) -> None:
    """The day is one thing."""
    friday.do(when, closing.cancel_visit, visit_id=friday.visit_id, reason=reason, note=note)


def cannot_cross(friday: Friday, when: Stage = stages.MORNING, /, **modes: Mode) -> None:
    """The ferry does not go: in one act every session is held another way, and who can is confirmed at once."""
    friday.do(
        when,
        days.change_mode_of_day,
        visit_id=friday.visit_id,
        version=friday.visit_version,
        modes=lambda: {friday.sessions[group]: mode for group, mode in modes.items()},
        team_cannot_travel=True,
        confirm=True,
    )


def change_mode(friday: Friday, group: str, mode: Mode, when: Stage = stages.CHANGE_OF_MIND) -> None:
    session_id = friday.session_id(group)
    friday.do(when, moving.change_mode, session_id=session_id, version=_version_of(friday, group), mode=mode)


def move(friday: Friday, group: str, starts_at: datetime, when: Stage = stages.CHANGE_OF_MIND) -> None:
    """Another hour: whoever said yes is asked again, before anyone else."""

    def move_session(*, session_id: UUID, now: datetime, actor: Actor) -> None:
        session = Session.objects.get(pk=session_id)
        ends_at = starts_at + (session.ends_at - session.starts_at)
        times: Named = {"starts_at": starts_at, "ends_at": ends_at}
        moving.move_session(session_id=session_id, version=session.version, **times, now=now, actor=actor)

    friday.do(when, move_session, session_id=friday.session_id(group))


def move_day(friday: Friday, day: date, reason: CancelReason, note: str, when: Stage) -> None:
    """Everything goes to another day. The Friday left behind is cancelled."""

    def move_and_remember(**arguments: Any) -> None:
        friday.goes_on_as(days.move_day(**arguments))

    whole: Named = {"visit_id": friday.visit_id, "version": friday.visit_version}
    friday.do(when, move_and_remember, day=day, reason=reason, note=note, **whole)


def let_go(friday: Friday, group: str, tongue: Tongue, when: Stage = stages.CHANGE_OF_MIND) -> None:
    """The team lets the holder of a place go."""
    friday.do(when, asking.release_holder, shift_id=friday.shift_id(group, tongue))


def not_needed(friday: Friday, group: str, tongue: Tongue, when: Stage = stages.CHANGE_OF_MIND) -> None:
    """A place is not needed after all."""
    friday.do(when, asking.cancel_shift, shift_id=friday.shift_id(group, tongue))


def _version_of(friday: Friday, group: str) -> Any:
    return lambda: Session.objects.values_list("version", flat=True).get(pk=friday.sessions[group])
