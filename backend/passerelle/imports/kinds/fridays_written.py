"""Sessions as a spreadsheet has them: all but drafts, in whatever state, a row for each place; and days without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from passerelle.bookings.models import Session, Shift, Visit
from passerelle.domain.states.session import CALLED_OFF, SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import Language, Pay, PayOutcome, ShiftOutcome
from passerelle.imports.kinds.days_read import about_day, called_off
from passerelle.imports.kinds.named import Named, people_of_partners, the_team
from passerelle.imports.kinds.places_read import about_place, asked_before
from passerelle.imports.kinds.sessions_read import about_session, listed
from passerelle.imports.vocabulary import words

_CLOSED = frozenset({ShiftState.WORKED, ShiftState.MISSED})
_THERAPISTS = "therapists__member__user"
_WITH = ("shifts__holder", "shifts__named", "shifts__offers__interpreter", "telling__member__user", f"visit__{_THERAPISTS}")


def export(language: str, _now: datetime) -> list[dict[str, str]]:
    """In the order of the days."""
    writer = _Writer(language, the_team(), people_of_partners())
    sent = Session.objects.exclude(state=SessionState.DRAFT)
    sessions = sent.select_related("group__site", "agency", "visit__deputy__user", "named").prefetch_related(*_WITH)
    alone = Visit.objects.exclude(Exists(sent.filter(visit=OuterRef("pk")))).select_related("deputy__user")
    rows = [row for session in sessions.order_by("starts_at", "id") for row in writer.session(session)]
    rows += [writer.day_alone(visit) for visit in alone.prefetch_related(_THERAPISTS).order_by("day", "id")]
    return sorted(rows, key=lambda row: row["day"])


@dataclass(frozen=True)
class _Writer:
    """Knows who else somebody could be taken for: of the team, or of a partner."""

    language: str
    team: Named
    partners: Mapping[UUID, Named]

    def session(self, session: Session) -> list[dict[str, str]]:
        about = self._about(session)
        needed = [shift for shift in session.shifts.all() if shift.state != ShiftState.CANCELLED]
        shifts = sorted(needed or session.shifts.all(), key=lambda shift: (shift.language, str(shift.id)))
        if needed:
            return [{**about, **_place(shift, self.language), **about_place(shift, self.language)} for shift in shifts]
        return [{**about, **(asked_before(shifts, self.language) if session.state in CALLED_OFF else {})}]

    def day_alone(self, visit: Visit) -> dict[str, str]:
        """A row with only the day's columns."""
        reason = {"reason": called_off(visit, self.language)} if visit.state == VisitState.CANCELLED else {}
        return {"day": visit.day.isoformat(), "time_zone": visit.time_zone, **self._day(visit), **reason}

    def _day(self, visit: Visit) -> dict[str, str]:
        return {
            "day_state": words.VISIT_STATE.write(VisitState(visit.state), self.language),
            "deputy": self.team.written(visit.deputy.user) if visit.deputy is not None else "",
            **about_day(visit, self.language),
        }

    def _about(self, session: Session) -> dict[str, str]:
        zone = ZoneInfo(session.group.site.time_zone)
        starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
        people = self.partners[session.agency_id]
        return {
            "day": starts.date().isoformat(),
            "time_zone": zone.key,
            "partner": session.agency.name,
            "group": session.group.name,
            "starts": f"{starts:%H:%M}",
            "ends": f"{ends:%H:%M}",
            "people": str(session.people_expected),
            "state": words.SESSION_STATE.write(SessionState(session.state), self.language),
            "told": listed(sorted(people.written(told.member.user) for told in session.telling.all())),
            **about_session(session, zone, self.language),
            **(self._day(session.visit) if session.visit is not None else {}),
        }


def _place(shift: Shift, language: str) -> dict[str, str]:
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
    due = PayOutcome(shift.pay_outcome)
    return said | {
        "outcome": words.OUTCOME.write(outcome, language),
        "pay_outcome": words.PAY_OUTCOME.write(due, language) if due is not PayOutcome.NONE else "",
    }
