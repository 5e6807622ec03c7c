"""A partner asks, changes their mind, takes it back; the team answers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.agencies.selectors import visible_groups
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session
from passerelle.bookings.services import asks, closing, locks, moving
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.session import SESSION, SessionAction, SessionState
from passerelle.domain.text import require_nothing_personal
from passerelle.domain.words import DeclineReason

# What a request is made of is told with the acts that take it.
__all__ = [
    "Ask", "PeopleNeed", "accept_change", "choose_told", "decline_session", "discard_draft", "edit_draft",
    "propose_change", "refuse_change", "request_session", "submit_session", "withdraw_change",
    "withdraw_session",
]  # fmt: skip


@unit_of_work
def request_session(*, group_id: UUID, ask: Ask, submit: bool = True, now: datetime, actor: Actor) -> Session:
    """Ask for a session, or keep a draft of it. The team may ask on a partner's behalf."""
    group = _group(group_id, actor)
    asks.require_sound(ask, agency_id=group.agency_id, sending=submit, now=now)
    session = Session(group=group, agency_id=group.agency_id, requested_by_id=actor.user_id)
    asks.write(session, ask)
    if submit:
        _submit(session, _roles(group, actor), now)
    session.save()
    asks.choose_told(session, ask.told, asker_id=actor.user_id)
    changes = Changes(actor, now)
    changes.session(session, session.state)
    changes.tell()
    return session


def _group(group_id: UUID, actor: Actor, **of: UUID) -> Group:
    group = visible_groups(actor).select_related("site").filter(pk=group_id, **of).first()
    if group is None:
        raise locks.missing(at="group")
    return group


def _roles(group: Group, actor: Actor) -> frozenset[Role]:
    return actor.roles(agency_id=group.agency_id)


def _submit(session: Session, roles: frozenset[Role], now: datetime) -> None:
    if not session.group.active:
        raise refuse(Code.GROUP_AT_REST, at="group", group=session.group.name)
    session.state = SESSION.after(SessionState(session.state), SessionAction.SUBMIT, roles)
    session.requested_at = now


@unit_of_work
def edit_draft(
    *,
    session_id: UUID,
    version: int,
    ask: Ask,
    group_id: UUID | None = None,
    submit: bool = False,
    now: datetime,
    actor: Actor,
) -> Session:
    """Write a draft anew, for another group of its agency too, and with ``submit`` send it in the same act."""
    session = locks.session(session_id, actor)
    roles = actor.roles(agency_id=session.agency_id)
    SESSION.after(SessionState(session.state), SessionAction.EDIT, roles)
    locks.require_version(session, version)
    asks.require_sound(ask, agency_id=session.agency_id, sending=submit, now=now, draft=session)
    asks.write(session, ask)
    if group_id is not None:
        session.group = _group(group_id, actor, agency_id=session.agency_id)
    if submit:
        _submit(session, roles, now)
    session.changed(*asks.FIELDS, "group", "state", "requested_at")
    asks.choose_told(session, ask.told, asker_id=session.requested_by_id)
    changes = Changes(actor, now)
    changes.session(session, "requested" if submit else "edited")
    changes.tell()
    return session


@unit_of_work
def submit_session(*, session_id: UUID, now: datetime, actor: Actor) -> Session:
    """Send a draft as it stands."""
    session = locks.session(session_id, actor)
    _submit(session, actor.roles(agency_id=session.agency_id), now)
    moving.require_times(session.starts_at, session.ends_at, now=now)
    if against := asks.against_contact(session.contact_phone):
        raise Refusal(*against)
    session.changed("state", "requested_at")
    changes = Changes(actor, now)
    changes.session(session, "requested")
    changes.tell()
    return session


@unit_of_work
def discard_draft(*, session_id: UUID, now: datetime, actor: Actor) -> None:
    """What was never sent leaves nothing behind but its lines in the journal."""
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.DISCARD, actor.roles(agency_id=session.agency_id))
    session.version += 1
    changes = Changes(actor, now)
    changes.session(session, "discarded")
    changes.tell()
    session.delete()


@unit_of_work
def choose_told(*, session_id: UUID, version: int, members: Sequence[UUID], now: datetime, actor: Actor) -> Session:
    """Who of the agency hears of this session from now on."""
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.CHOOSE_TOLD, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    if asks.choose_told(session, members, asker_id=actor.user_id):
        session.changed()
        changes = Changes(actor, now)
        changes.request(session, "told_changed")
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
    """The partner takes it back, or the team for them; everyone booked for it is told."""
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
    """Another time is not simply written: the partner proposes, or the team for them, and the team answers.

    A newer proposal replaces an older one.
    """
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.PROPOSE_CHANGE, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    moving.require_times(starts_at, ends_at, now=now)
    require_nothing_personal(("note", note), today=now.date())
    session.proposed_change = {
        "starts_at": starts_at.isoformat(),
        "ends_at": ends_at.isoformat(),
        "people_expected": people_expected,
        "note": note,
        "at": now.isoformat(),
    }
    session.changed("proposed_change")
    changes = Changes(actor, now)
    changes.request(session, "change_proposed")
    changes.tell()
    return session


@unit_of_work
def withdraw_change(*, session_id: UUID, version: int, now: datetime, actor: Actor) -> Session:
    """The partner takes back what they proposed, or the team for them; what was agreed stands."""
    return _drop_proposal(session_id, SessionAction.WITHDRAW_CHANGE, "change_withdrawn", version, Changes(actor, now))


@unit_of_work
def accept_change(*, session_id: UUID, version: int, now: datetime, actor: Actor) -> Session:
    """The team says yes to the proposed change: times move, and whoever holds a place is asked again first."""
    session = locks.session_on_visit(session_id, actor)
    proposed = _proposed(session, SessionAction.ACCEPT_CHANGE, version, actor)
    session.people_expected, session.proposed_change = int(proposed["people_expected"]), None
    session.changed("people_expected", "proposed_change")
    changes = Changes(actor, now)
    starts_at, ends_at = datetime.fromisoformat(proposed["starts_at"]), datetime.fromisoformat(proposed["ends_at"])
    if (starts_at, ends_at) == (session.starts_at, session.ends_at):
        changes.request(session, "change_accepted")
    else:
        moving.require_times(starts_at, ends_at, now=now)
        moving.move(
            session, SessionAction.ACCEPT_CHANGE, starts_at=starts_at, ends_at=ends_at, visit=session.visit, changes=changes
        )
    changes.tell()
    return session


@unit_of_work
def refuse_change(*, session_id: UUID, version: int, now: datetime, actor: Actor) -> Session:
    """The team cannot do the proposed change; what was agreed stands."""
    return _drop_proposal(session_id, SessionAction.REFUSE_CHANGE, "change_refused", version, Changes(actor, now))


def _drop_proposal(session_id: UUID, action: SessionAction, kind: str, version: int, changes: Changes) -> Session:
    session = locks.session(session_id, changes.actor)
    _proposed(session, action, version, changes.actor)
    session.proposed_change = None
    session.changed("proposed_change")
    changes.request(session, kind)
    changes.tell()
    return session


def _proposed(session: Session, action: SessionAction, version: int, actor: Actor) -> dict[str, str]:
    """The proposal that is answered or taken back: the one that was read, for a newer one may have replaced it."""
    SESSION.after(SessionState(session.state), action, actor.roles(agency_id=session.agency_id))
    if session.proposed_change is None:
        raise refuse(Code.NO_CHANGE_PROPOSED)
    locks.require_version(session, version)
    proposed: dict[str, str] = session.proposed_change
    return proposed
