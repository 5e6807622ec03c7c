"""Where people are signed in: noted as they come, read by themselves alone."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import django.db
from django.db import transaction
from django.http import HttpRequest

from passerelle.accounts.models import SignIn, User
from passerelle.common.accesses import note_sign_in
from passerelle.common.noted import Noted
from passerelle.domain.accesses import AccessKind
from passerelle.domain.devices import Browser, System, device_of
from passerelle.domain.roles import Actor

logger = logging.getLogger(__name__)

SEEN_EVERY = timedelta(minutes=15)
"""How exact *last seen* is: a request writes nothing more within that time."""
MOST_SHOWN = 50


_noted = Noted()


def on_sign_in(sender: object, request: HttpRequest, user: User, **_more: Any) -> None:
    """Of the signal that every way in ends with."""
    if not request.session.session_key:
        request.session.save()
    note(request, user, now=datetime.now(UTC))
    note_sign_in(request, AccessKind.SIGNED_IN, actor_id=user.id)


def note(request: HttpRequest, user: User, *, now: datetime) -> None:
    """``user`` is there, in the session of ``request``. What cannot be noted now is noted by a later request."""
    key = request.session.session_key
    if not key or not _noted.is_due(key, SEEN_EVERY):
        return
    device = device_of(request.headers.get("User-Agent", ""))
    row = SignIn(user=user, session_id=key, browser=device.browser, system=device.system, since=now, seen=now)
    try:
        with transaction.atomic():
            SignIn.objects.bulk_create([row], update_conflicts=True, unique_fields=["session"], update_fields=["seen"])
    except django.db.Error as error:  # ended meanwhile, or the database writes nothing now: what is asked for goes before
        logger.info("Not noted where somebody is signed in: %s", type(error).__name__)
        return
    _noted.done(key)


@dataclass(frozen=True, slots=True)
class SignInView:
    """``is_here``: it is the session that asks. ``seen`` may be some minutes behind."""

    id: UUID
    browser: Browser
    system: System
    since: datetime
    seen: datetime
    is_here: bool


@dataclass(frozen=True, slots=True)
class SignInList:
    """The newest first; more than fifty are not shown, though *all others* ends them too."""

    results: list[SignInView]


def sign_ins(actor: Actor, *, here: str, now: datetime) -> SignInList:
    """Where ``actor`` is signed in, and nobody else."""
    rows = SignIn.objects.filter(user=actor.user_id, session__expire_date__gt=now).order_by("-seen", "id")[:MOST_SHOWN]
    return SignInList(
        [
            SignInView(row.id, Browser(row.browser), System(row.system), row.since, row.seen, row.session_id == here)
            for row in rows
        ]
    )
