"""The register of people who sign in, of the team, and of what signing in leaves behind."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from passerelle.accounts.models import SignIn, TeamMember, User
from passerelle.common.register import Table
from passerelle.domain.personal import Basis, Erasing, Kept, Personal, Plain, Purpose, Reader, Whom, fields, readers

_ACCOUNT = Personal(
    about=Whom.ANYONE,
    purpose=Purpose.SIGN_IN,
    basis=Basis.AGREEMENT,
    kept=Kept.ACCOUNT,
    seen_by=readers(Reader.SELF, Reader.TEAM),
    erasing=Erasing.EMPTIED,
    exported=True,
)
_NAME = replace(_ACCOUNT, purpose=Purpose.TRACE, seen_by=readers(Reader.SELF, Reader.TEAM, Reader.COLLEAGUES))
_CALLED = replace(_NAME, seen_by=_NAME.seen_by | readers(Reader.CONFIRMED))
"""Therapists come to a session by their first names."""
_SECRET = replace(_ACCOUNT, seen_by=readers(Reader.NOBODY), exported=False)
_ID = replace(_NAME, erasing=Erasing.NAMELESS, exported=False)
_SIGNED_IN = replace(_SECRET, kept=Kept.SIGN_INS, erasing=Erasing.DELETED)
_DEVICE = replace(_SIGNED_IN, seen_by=readers(Reader.SELF), exported=True)
_TRIED = replace(_SECRET, basis=Basis.INTERESTS, kept=Kept.TRIES, erasing=Erasing.RUNS_OUT)
_ADDRESS = replace(_ACCOUNT, erasing=Erasing.DELETED)
_IN_TEAM = replace(_NAME, about=Whom.TEAM, erasing=Erasing.NAMELESS)


def _me(user_id: UUID) -> QuerySet[User]:
    return User.objects.filter(pk=user_id)


def _my_place(user_id: UUID) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(user=user_id)


def _my_sign_ins(user_id: UUID) -> QuerySet[SignIn]:
    return SignIn.objects.filter(user=user_id).order_by("since", "id")


def _my_addresses(user_id: UUID) -> QuerySet[Any]:
    return QuerySet(EmailAddress).filter(user=user_id).order_by("pk")


REGISTER = (
    Table(
        "accounts.User",
        fields(_ID, "id")
        | fields(_ACCOUNT, "email", "last_login")
        | fields(_CALLED, "name")
        | fields(replace(_ACCOUNT, purpose=Purpose.REACH), "locale")
        | fields(replace(_ACCOUNT, erasing=Erasing.NAMELESS), "is_active", "date_joined")
        | fields(_SECRET, "password"),
        own=_me,
    ),
    Table(
        "accounts.TeamMember",
        fields(Plain.ROW, "id") | fields(replace(_IN_TEAM, exported=False), "user") | fields(_IN_TEAM, "role", "active"),
        own=_my_place,
    ),
    Table(
        "accounts.SignIn",
        fields(Plain.ROW, "id") | fields(_SIGNED_IN, "user", "session") | fields(_DEVICE, "browser", "system", "since", "seen"),
        own=_my_sign_ins,
    ),
    # When somebody tried to sign in, under a key that names neither them nor where they were.
    Table("accounts.SharedEntry", fields(_TRIED, "key", "value", "until")),
    Table("sessions.Session", fields(_SIGNED_IN, "session_key", "session_data", "expire_date")),
    Table(
        "account.EmailAddress",
        fields(Plain.ROW, "id")
        | fields(replace(_ADDRESS, exported=False), "user")
        | fields(_ADDRESS, "email", "verified", "primary"),
        own=_my_addresses,
    ),
    Table("account.EmailConfirmation", fields(Plain.ROW, "id") | fields(_SIGNED_IN, "email_address", "created", "sent", "key")),
)
