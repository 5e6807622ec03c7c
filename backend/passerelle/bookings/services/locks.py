"""Rows are locked in one order everywhere: visit, session, shift, interpreter. Within a kind, by id.

What the actor may not see is missing, exactly as what does not exist.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model, QuerySet

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors import visibility
from passerelle.domain.refusals import Code, Missing, Stale, problem
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter


def missing(*, at: str | None = None) -> Missing:
    return Missing(problem(Code.NOT_FOUND, at=at))


def _locked[M: Model](rows: QuerySet[M], pk: UUID) -> M:
    row = rows.select_for_update(no_key=True, of=("self",)).filter(pk=pk).first()
    if row is None:
        raise missing()
    return row


def visit(visit_id: UUID, actor: Actor) -> Visit:
    return _locked(visibility.visits(actor), visit_id)


def session(session_id: UUID, actor: Actor) -> Session:
    """The session; its visit is not locked. Use ``session_on_visit`` where the day matters too."""
    return _locked(visibility.sessions(actor).select_related("group__site"), session_id)


def session_on_visit(session_id: UUID, actor: Actor) -> Session:
    """The session with its visit, both locked, the visit first.

    Refused as stale where the session was put on another day while its visit was waited for: that day is not locked,
    and whoever acts was looking at the old one.
    """
    found = visibility.sessions(actor).filter(pk=session_id).values_list("visit_id", flat=True)
    if not found:
        raise missing()
    if found[0] is not None:
        list(Visit.objects.select_for_update(no_key=True).filter(pk=found[0]))  # gone meanwhile: so is the session
    row = session(session_id, actor)
    if row.visit_id != found[0]:
        raise Stale(problem(Code.STALE))
    return row


def sessions_of(visit: Visit) -> list[Session]:
    rows = Session.objects.filter(visit=visit).select_related("group__site").order_by("id")
    return list(rows.select_for_update(no_key=True, of=("self",)))


def shifts_of(sessions: Iterable[Session]) -> list[Shift]:
    rows = Shift.objects.filter(session__in=[s.id for s in sessions]).order_by("id")
    return list(rows.select_for_update(no_key=True))


def shift(shift_id: UUID, actor: Actor) -> Shift:
    return _locked(visibility.shifts(actor), shift_id)


def offer_with_shift(offer_id: UUID, actor: Actor) -> tuple[Offer, Shift]:
    """The offer and its shift, the shift locked: whoever answers for a shift holds its row.

    The offer is locked after it, in the same statement: else it would come as it was before the shift was waited for.
    """
    asked = visibility.offers(actor).select_related("shift").filter(pk=offer_id)
    offer = asked.select_for_update(no_key=True, of=("shift", "self")).first()
    if offer is None:
        raise missing()
    return offer, offer.shift


def interpreter(interpreter_id: UUID, *, at: str | None = None) -> Interpreter:
    """The interpreter's row: two places cannot be given to the same person at once."""
    row = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if row is None:
        raise missing(at=at)
    return row


def require_version(row: Visit | Session | Shift, version: int) -> None:
    """Refuse an edit made while looking at an older version."""
    if row.version != version:
        raise Stale(problem(Code.STALE))
