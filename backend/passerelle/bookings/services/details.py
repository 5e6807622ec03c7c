"""What a session is about and who is there for it, written anew after it was sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session
from passerelle.bookings.services import asks, locks
from passerelle.bookings.services.asks import Details
from passerelle.common.transactions import unit_of_work
from passerelle.domain.policies.details import may_name_languages
from passerelle.domain.refusals import Code, Problem, Refusal, problem
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.session import SESSION, SessionAction, SessionState

_READ_WHEN_ASKED = frozenset({"theme", "situations", "room"})
_READ_WHEN_CONFIRMED = frozenset({"contact_name", "contact_phone"})


@unit_of_work
def edit_details(*, session_id: UUID, version: int, details: Details, now: datetime, actor: Actor) -> Session:
    """The details of a sent session as they should be: by its partner, or by the team for them, until it was held.

    Places keep what they ask of an interpreter; those opened later take over what is asked for by then.
    """
    session = locks.session(session_id, actor)
    roles = actor.roles(agency_id=session.agency_id)
    SESSION.after(SessionState(session.state), SessionAction.EDIT_DETAILS, roles)
    locks.require_version(session, version)
    before = _details_of(session)
    texts = asks.against_texts(details, was=asks.texts_of(session), today=now.date())
    asks.write_details(session, details)
    after = _details_of(session)
    if differs := {name for name in asks.DETAILS if after[name] != before[name]}:
        _require_sound(session, details, before, differs, roles, texts=texts)
        session.changed(*asks.DETAILS)
        _tell(session, differs, Changes(actor, now))
    return session


def _details_of(session: Session) -> dict[str, object]:
    return {name: getattr(session, f"{name}_id" if name == "named" else name) for name in asks.DETAILS}


def _require_sound(
    session: Session,
    details: Details,
    before: dict[str, object],
    differs: Collection[str],
    roles: frozenset[Role],
    *,
    texts: Sequence[Problem],
) -> None:
    """Every problem at once. Who was named long ago may be gone by now: what nobody touched is not judged again."""
    found = list[Problem]()
    if not set(asks.OF_WHOM).isdisjoint(differs):
        found += [*_against_languages(session, before["needs"], roles), *asks.against_whom(details, session.agency_id)]
    found += texts
    if "contact_phone" in differs:
        found += asks.against_contact(details.contact_phone)
    if found:
        raise Refusal(*found)


def _against_languages(session: Session, before: object, roles: frozenset[Role]) -> list[Problem]:
    if may_name_languages(SessionState(session.state), roles) or _spoken(session.needs) == _spoken(before):
        return []
    return [problem(Code.LANGUAGES_PLANNED, at="needs")]


def _spoken(needs: object) -> set[tuple[str, str | None]]:
    return {(line["language"], line.get("variety")) for line in needs} if isinstance(needs, list) else set()


def _tell(session: Session, differs: Collection[str], changes: Changes) -> None:
    """Everyone on whose card it stands: what is brought and who is there is between the partner and the team."""
    changes.request(session, "details_changed")
    if not _READ_WHEN_ASKED.isdisjoint(differs):
        changes.asked([session], "details_changed")
    elif not _READ_WHEN_CONFIRMED.isdisjoint(differs):
        changes.asked([session], "details_changed", sure_only=True)
    changes.tell()
