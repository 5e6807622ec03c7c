"""A partner asks, changes their mind, takes it back; the team answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.agencies.selectors import visible_groups
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session
from passerelle.bookings.services import closing, locks, moving
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Refusal, problem, refuse
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.session import SESSION, SessionAction, SessionState
from passerelle.domain.text import contact_in
from passerelle.domain.words import VARIETIES_OF, DeclineReason, Language, Mode, Theme, Variety


@dataclass(frozen=True)
class PeopleNeed:
    """So many people who need one language. ``people`` is a count; nobody is named."""

    language: Language
    people: int
    variety: Variety | None = None


@dataclass(frozen=True)
class Ask:
    """What a partner asks for. Times carry an offset."""

    starts_at: datetime
    ends_at: datetime
    people_expected: int
    needs: Sequence[PeopleNeed]
    mode: Mode = Mode.IN_PERSON
    theme: Theme | None = None
    notes: str = ""
    contact_name: str = ""
    contact_phone: str = ""


def require_sound(ask: Ask, *, now: datetime) -> None:
    """Every problem of what was asked, at once."""
    found = moving.against_times(ask.starts_at, ask.ends_at, now=now)
    if against := contact_in(ask.notes, at="notes"):
        found.append(against)
    for index, need in enumerate(ask.needs):
        if need.variety is not None and need.variety not in VARIETIES_OF.get(need.language, ()):
            found.append(problem(Code.VARIETY_OF_ANOTHER, at=f"needs.{index}.variety"))
    if found:
        raise Refusal(*found)


def _write(session: Session, ask: Ask) -> None:
    session.starts_at, session.ends_at = ask.starts_at, ask.ends_at
    session.people_expected, session.mode = ask.people_expected, ask.mode
    session.needs = [{"language": n.language, "variety": n.variety, "people": n.people} for n in ask.needs]
    session.theme, session.notes = ask.theme or "", ask.notes
    session.contact_name, session.contact_phone = ask.contact_name, ask.contact_phone


ASKED_FIELDS = (
    "starts_at", "ends_at", "people_expected", "mode", "needs", "theme", "notes", "contact_name", "contact_phone",
)  # fmt: skip


@unit_of_work
def request_session(*, group_id: UUID, ask: Ask, submit: bool = True, now: datetime, actor: Actor) -> Session:
    """Ask for a session, or keep a draft of it. The team may ask on a partner's behalf."""
    group = visible_groups(actor).select_related("site").filter(pk=group_id).first()
    if group is None:
        raise locks.missing(at="group")
    require_sound(ask, now=now)
    session = Session(group=group, agency_id=group.agency_id, requested_by_id=actor.user_id)
    _write(session, ask)
    if submit:
        _submit(session, _roles(group, actor), now)
    session.save()
    changes = Changes(actor, now)
    changes.session(session, session.state)
    changes.tell()
    return session


def _roles(group: Group, actor: Actor) -> frozenset[Role]:
    return actor.roles(agency_id=group.agency_id)


def _submit(session: Session, roles: frozenset[Role], now: datetime) -> None:
    session.state = SESSION.after(SessionState(session.state), SessionAction.SUBMIT, roles)
    session.requested_at = now


@unit_of_work
def edit_draft(*, session_id: UUID, version: int, ask: Ask, now: datetime, actor: Actor) -> Session:
    """Write a draft anew."""
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.EDIT, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    require_sound(ask, now=now)
    _write(session, ask)
    session.changed(*ASKED_FIELDS)
    changes = Changes(actor, now)
    changes.session(session, "edited")
    changes.tell()
    return session


@unit_of_work
def submit_session(*, session_id: UUID, now: datetime, actor: Actor) -> Session:
    """Send a draft."""
    session = locks.session(session_id, actor)
    _submit(session, actor.roles(agency_id=session.agency_id), now)
    moving.require_times(session.starts_at, session.ends_at, now=now)
    session.changed("state", "requested_at")
    changes = Changes(actor, now)
    changes.session(session, "requested")
    changes.tell()
    return session


@unit_of_work
def decline_session(*, session_id: UUID, reason: DeclineReason, note: str = "", now: datetime, actor: Actor) -> Session:
    """The team cannot come; the partner reads why."""
    session = locks.session_on_visit(session_id, actor)
    changes = Changes(actor, now)
    closing.close(session, SessionAction.DECLINE, reason=reason, note=note, changes=changes)
    changes.tell()
    return session


@unit_of_work
def withdraw_session(*, session_id: UUID, note: str = "", now: datetime, actor: Actor) -> Session:
    """The partner takes it back; everyone booked for it is told."""
    session = locks.session_on_visit(session_id, actor)
    changes = Changes(actor, now)
    closing.close(session, SessionAction.WITHDRAW, reason="", note=note, changes=changes)
    changes.tell()
    return session


@unit_of_work
def propose_change(
    *,
    session_id: UUID,
    version: int,
    starts_at: datetime,
    ends_at: datetime,
    people_expected: int,
    note: str = "",
    now: datetime,
    actor: Actor,
) -> Session:
    """What was sent is not edited: the partner proposes, the team answers. A newer proposal replaces an older one."""
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.PROPOSE_CHANGE, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    moving.require_times(starts_at, ends_at, now=now)
    if against := contact_in(note, at="note"):
        raise Refusal(against)
    session.proposed_change = {
        "starts_at": starts_at.isoformat(),
        "ends_at": ends_at.isoformat(),
        "people_expected": people_expected,
        "note": note,
        "at": now.isoformat(),
    }
    session.changed("proposed_change")
    changes = Changes(actor, now)
    changes.session(session, "change_proposed")
    changes.tell()
    return session


@unit_of_work
def accept_change(*, session_id: UUID, now: datetime, actor: Actor) -> Session:
    """The team says yes to the proposed change: times move, and whoever holds a place is asked again first."""
    session = locks.session_on_visit(session_id, actor)
    proposed = _proposed(session, SessionAction.ACCEPT_CHANGE, actor)
    session.people_expected, session.proposed_change = int(proposed["people_expected"]), None
    session.changed("people_expected", "proposed_change")
    changes = Changes(actor, now)
    starts_at, ends_at = datetime.fromisoformat(proposed["starts_at"]), datetime.fromisoformat(proposed["ends_at"])
    if (starts_at, ends_at) == (session.starts_at, session.ends_at):
        changes.session(session, "change_accepted")
    else:
        moving.require_times(starts_at, ends_at, now=now)
        moving.move(
            session, SessionAction.ACCEPT_CHANGE, starts_at=starts_at, ends_at=ends_at, visit=session.visit, changes=changes
        )
    changes.tell()
    return session


@unit_of_work
def refuse_change(*, session_id: UUID, now: datetime, actor: Actor) -> Session:
    """The team cannot do the proposed change; what was agreed stands."""
    session = locks.session(session_id, actor)
    _proposed(session, SessionAction.REFUSE_CHANGE, actor)
    session.proposed_change = None
    session.changed("proposed_change")
    changes = Changes(actor, now)
    changes.session(session, "change_refused")
    changes.tell()
    return session


def _proposed(session: Session, action: SessionAction, actor: Actor) -> dict[str, str]:
    SESSION.after(SessionState(session.state), action, actor.roles(agency_id=session.agency_id))
    if session.proposed_change is None:
        raise refuse(Code.NO_CHANGE_PROPOSED)
    proposed: dict[str, str] = session.proposed_change
    return proposed
