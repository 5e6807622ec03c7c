"""What happened to a session, from its lines in the journal, as far as the reader may know."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Member
from passerelle.bookings.models import Session
from passerelle.bookings.selectors.visibility import sessions as visible_sessions
from passerelle.bookings.shapes.session import HistoryLine
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor, Role
from passerelle.domain.words import SessionEvent
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.selectors import lines_of

_KNOWN = frozenset(SessionEvent)


def visible_session(session_id: UUID, actor: Actor) -> Session:
    """Raises ``Missing`` for who may not see it."""
    session = visible_sessions(actor).filter(pk=session_id).first()
    if session is None:
        raise Missing(problem(Code.NOT_FOUND))
    return session


def lines(session: Session, actor: Actor) -> QuerySet[Change]:
    """The journal's lines about ``session`` that were told to the reader.

    When interpreters say yes or let go is the team's to know: a partner reads how many are there, never each tap.
    """
    heard = [audiences.agency(pk) for pk in actor.agency_ids]
    if actor.is_team:
        return lines_of("session", session.id, told_to=[*heard, audiences.TEAM])
    return lines_of("session", session.id, told_to=heard).exclude(kind=SessionEvent.COVER)


def history(rows: Sequence[Change], session: Session, actor: Actor) -> list[HistoryLine]:
    """``rows`` in words, the newest first; several edits by one hand in a row are one line. Three queries."""
    hands = _Hands(session, (row.actor_id for row in rows), actor)
    told: list[HistoryLine] = []
    for row in rows:
        what = SessionEvent(row.kind) if row.kind in _KNOWN else SessionEvent.CHANGED
        line = HistoryLine(row.at, what, *hands.of(row.actor_id))
        again = told and what is SessionEvent.EDITED and _same_hand(told[-1], line)
        if not again:
            told.append(line)
    return told


def _same_hand(one: HistoryLine, other: HistoryLine) -> bool:
    return (one.what, one.by, one.name) == (other.what, other.by, other.name)


class _Hands:
    """Who did it: a partner reads the names of their own colleagues, the team everybody's."""

    def __init__(self, session: Session, user_ids: Iterable[UUID | None], reader: Actor) -> None:
        ids = {pk for pk in user_ids if pk is not None}
        self._reader = reader
        self._partners = set(Member.objects.filter(agency=session.agency_id, user__in=ids).values_list("user_id", flat=True))
        self._team = set(TeamMember.objects.filter(user__in=ids).values_list("user_id", flat=True))
        self._names = dict(User.objects.filter(id__in=ids).values_list("id", "name"))

    def of(self, user_id: UUID | None) -> tuple[Role, str | None]:
        if user_id is None:
            return Role.SYSTEM, None
        hand = self._hand(user_id)
        known = hand is Role.PARTNER or self._reader.is_team
        return hand, self._names.get(user_id) if known else None

    def _hand(self, user_id: UUID) -> Role:
        if user_id in self._partners:
            return Role.PARTNER
        return Role.TEAM if user_id in self._team else Role.INTERPRETER
