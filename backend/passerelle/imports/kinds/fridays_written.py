"""Sessions as a spreadsheet has them: all but drafts, in whatever state, a row for each place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from passerelle.bookings.models import Session, Shift
from passerelle.domain.states.session import CALLED_OFF, SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language, Pay, ShiftOutcome
from passerelle.imports.kinds.places_read import about_place, asked_before
from passerelle.imports.kinds.sessions_read import about_session
from passerelle.imports.vocabulary import words

_CLOSED = frozenset({ShiftState.WORKED, ShiftState.MISSED})
_PLACES = ("shifts__holder", "shifts__named", "shifts__offers__interpreter", "visit__therapists__member__user")


def export(language: str, _now: datetime) -> list[dict[str, str]]:
    sent = Session.objects.exclude(state=SessionState.DRAFT).select_related("group__site", "agency", "visit", "named")
    found = sent.prefetch_related(*_PLACES).order_by("starts_at", "id")
    return [row for session in found for row in _exported(session, language)]


def _exported(session: Session, language: str) -> list[dict[str, str]]:
    zone = ZoneInfo(session.group.site.time_zone)
    starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    about = {
        "day": starts.date().isoformat(),
        "partner": session.agency.name,
        "group": session.group.name,
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "people": str(session.people_expected),
        "state": words.SESSION_STATE.write(SessionState(session.state), language),
        **about_session(session, zone, language),
    }
    needed = [shift for shift in session.shifts.all() if shift.state != ShiftState.CANCELLED]
    shifts = sorted(needed or session.shifts.all(), key=lambda shift: (shift.language, str(shift.id)))
    if needed:
        return [{**about, **_exported_place(shift, language), **about_place(shift, language)} for shift in shifts]
    return [{**about, **(asked_before(shifts, language) if session.state in CALLED_OFF else {})}]


def _exported_place(shift: Shift, language: str) -> dict[str, str]:
    said = {"language": words.LANGUAGE.write(Language(shift.language), language)}
    if shift.holder is None:
        return said
    said |= {
        "interpreter": shift.holder.name,
        "interpreter_id": str(shift.holder_id),
        "pay": words.PAY.write(Pay(shift.pay), language),
    }
    if shift.state not in _CLOSED:
        return said
    outcome = ShiftOutcome.MISSED if shift.state == ShiftState.MISSED else ShiftOutcome.WORKED
    return said | {"outcome": words.OUTCOME.write(outcome, language)}
