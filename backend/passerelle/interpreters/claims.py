"""Claim links: someone booked by phone makes their own account, and everything of theirs is in it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from passerelle.accounts.models import User
from passerelle.accounts.services import create_user
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.interpreters import events
from passerelle.interpreters.models import ClaimLink, Interpreter
from passerelle.interpreters.services import give_account

GOOD_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NewLink:
    """``token`` is told this once: only its digest is kept."""

    token: str
    expires_at: datetime


@unit_of_work
def make_claim_link(*, interpreter_id: UUID, now: datetime, actor: Actor) -> NewLink:
    """A link that makes an account for this interpreter, once. The one before it no longer works."""
    require_team(actor)
    interpreter = _without_account(interpreter_id)
    _open_links(interpreter).update(withdrawn_at=now)
    token = secrets.token_urlsafe(32)
    link = ClaimLink.objects.create(
        interpreter=interpreter,
        digest=_digest(token),
        made_by_id=actor.user_id,
        made_at=now,
        expires_at=now + GOOD_FOR,
    )
    interpreter.changed()
    events.tell_interpreter(interpreter, "claim_link", now=now, actor=actor)
    return NewLink(token, link.expires_at)


@unit_of_work
def withdraw_claim_link(*, interpreter_id: UUID, now: datetime, actor: Actor) -> Interpreter:
    """The link no longer works. Withdrawing again, or where there is none, changes nothing."""
    require_team(actor)
    interpreter = _locked(interpreter_id)
    if _open_links(interpreter).update(withdrawn_at=now):
        interpreter.changed()
        events.tell_interpreter(interpreter, "claim_link_withdrawn", now=now, actor=actor)
    return interpreter


@unit_of_work
def claim(*, token: str, email: str, locale: str, now: datetime) -> User:
    """Make the account that the link stands for: by whoever holds it, nobody being signed in.

    Every link that does not work is refused alike (``link_over``). A refused address leaves the link as it was.
    """
    found = ClaimLink.objects.filter(digest=_digest(token)).values_list("interpreter_id", flat=True).first()
    if found is None:
        raise refuse(Code.LINK_OVER)
    interpreter = _locked(found)  # before its links: every act on them holds the interpreter's lock
    link = _open_links(interpreter).filter(digest=_digest(token), expires_at__gt=now).first()
    if link is None or interpreter.user_id is not None or not interpreter.active:
        raise refuse(Code.LINK_OVER)
    user = create_user(email=email, name=interpreter.name, locale=locale, now=now, actor=SYSTEM)
    link.used_at = now
    link.save(update_fields=["used_at"])
    give_account(interpreter_id=interpreter.id, user_id=user.id, now=now, actor=SYSTEM)
    return user


def holder(token: str) -> User | None:
    """Whose account was made with this link; nobody's where none was, or where it is closed since."""
    link = ClaimLink.objects.filter(digest=_digest(token), used_at__isnull=False).select_related("interpreter__user").first()
    user = link.interpreter.user if link is not None else None
    return user if user is not None and user.is_active else None


def bearer(token: str) -> UUID:
    """Who holds the link, while they are nobody yet: what is theirs is kept under this id."""
    return UUID(bytes=_digest(token)[:16])


def _digest(token: str) -> bytes:
    """Enough for a token of 256 random bits: there is nothing to guess it from."""
    return hashlib.sha256(token.encode()).digest()


def _open_links(interpreter: Interpreter) -> QuerySet[ClaimLink]:
    return ClaimLink.objects.filter(interpreter=interpreter, used_at__isnull=True, withdrawn_at__isnull=True)


def _without_account(interpreter_id: UUID) -> Interpreter:
    interpreter = _locked(interpreter_id)
    if interpreter.user_id is not None:
        raise refuse(Code.HAS_ACCOUNT)
    return interpreter


def _locked(interpreter_id: UUID) -> Interpreter:
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    return interpreter
