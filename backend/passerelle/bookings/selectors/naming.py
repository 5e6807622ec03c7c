"""What days, sessions and places are called in the journal."""

from uuid import UUID

from passerelle.bookings.models import Session, Shift, Visit
from passerelle.domain.time import local_day
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    """A day by its date, a session by its group, a place by the group of its session. At most three queries."""
    visits = Visit.objects.filter(id__in=ids["visit"]) if "visit" in ids else ()
    sessions = Session.objects.filter(id__in=ids["session"]).select_related("group__site") if "session" in ids else ()
    shifts = Shift.objects.filter(id__in=ids["shift"]).select_related("session__group__site") if "shift" in ids else ()
    return {
        **{visit.id: ThingName(day=visit.day, visit=visit.id) for visit in visits},
        **{session.id: _of(session) for session in sessions},
        **{shift.id: _of(shift.session, place=shift.id) for shift in shifts},
    }


def _of(session: Session, *, place: UUID | None = None) -> ThingName:
    group = session.group
    return ThingName(group.name, local_day(session.starts_at, group.site.time_zone), session.visit_id, place)
