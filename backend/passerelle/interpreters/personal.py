"""The register of interpreters: who they are, what they speak, what was seen of them, what they do not want."""

from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from passerelle.common.register import Table
from passerelle.domain.personal import (
    Basis,
    Condition,
    Erasing,
    Kept,
    Personal,
    Plain,
    Purpose,
    Reader,
    Whom,
    fields,
    readers,
)
from passerelle.interpreters.models import Credential, Interpreter, LanguageSkill, NotPaired

_PERSON = Personal(
    about=Whom.INTERPRETER,
    purpose=Purpose.MATCH,
    basis=Basis.AGREEMENT,
    kept=Kept.ACCOUNT,
    seen_by=readers(Reader.SELF, Reader.TEAM),
    erasing=Erasing.EMPTIED,
    exported=True,
)
_TO_CALL = replace(_PERSON, purpose=Purpose.REACH)
_FIRST_NAME = replace(_TO_CALL, seen_by=_PERSON.seen_by | readers(Reader.CONFIRMED))
_SENSITIVE = replace(_PERSON, condition=Condition.CONSENT)
_WISH = replace(_SENSITIVE, seen_by=readers(Reader.SELF))
_LIMIT = replace(_PERSON, seen_by=readers(Reader.SELF, Reader.WRITER))
_PAY = replace(_PERSON, purpose=Purpose.PAY)
_SKILL = replace(_SENSITIVE, erasing=Erasing.DELETED)
_SEEN = replace(_PERSON, purpose=Purpose.SAFE, erasing=Erasing.DELETED, condition=Condition.CHECKS)
_PAIRING = replace(_WISH, purpose=Purpose.SAFE, seen_by=readers(Reader.WRITER), erasing=Erasing.DELETED, condition=None)
_LINK = replace(
    _PERSON,
    purpose=Purpose.SIGN_IN,
    kept=Kept.LINKS,
    seen_by=readers(Reader.TEAM),
    erasing=Erasing.DELETED,
    exported=False,  # ways in, which are over by then
)
_RECORDER = replace(
    _PERSON, about=Whom.TEAM, purpose=Purpose.TRACE, seen_by=readers(Reader.WRITER), erasing=Erasing.NAMELESS, exported=False
)


def _me(user_id: UUID) -> QuerySet[Interpreter]:
    return Interpreter.objects.filter(user=user_id)


def _my_languages(user_id: UUID) -> QuerySet[LanguageSkill]:
    return LanguageSkill.objects.filter(interpreter__user=user_id).order_by("language")


def _my_credentials(user_id: UUID) -> QuerySet[Credential]:
    return Credential.objects.filter(interpreter__user=user_id).order_by("kind", "expires_on", "pk")


def _pairings_i_set(user_id: UUID) -> QuerySet[NotPaired]:
    """Only who set it may know that it is there: what others set of somebody is not in what they download."""
    return NotPaired.objects.filter(set_by=user_id).order_by("set_at", "pk")


REGISTER = (
    Table(
        "interpreters.Interpreter",
        fields(Plain.ROW, "version", "limits_version")
        | fields(replace(_PERSON, erasing=Erasing.NAMELESS, exported=False), "id")
        | fields(replace(_PERSON, exported=False), "user")
        | fields(_FIRST_NAME, "first_name")
        | fields(_TO_CALL, "family_name", "phone", "reads")
        | fields(_SENSITIVE, "gender", "places")
        | fields(_PAY, "pay_status")
        | fields(replace(_PERSON, erasing=Erasing.NAMELESS), "active")
        | fields(_PERSON, "base_area")
        | fields(_WISH, "not_themes")
        | fields(_LIMIT, "consecutive_minutes", "sessions_a_day", "weeks_in_a_row", "hours_a_month")
        | fields(_RECORDER, "limits_by"),
        own=_me,
    ),
    Table(
        "interpreters.LanguageSkill",
        fields(Plain.ROW, "id")
        | fields(replace(_SKILL, exported=False), "interpreter")
        | fields(_SKILL, "language", "varieties"),
        own=_my_languages,
    ),
    Table(
        "interpreters.Credential",
        fields(Plain.ROW, "id")
        | fields(replace(_SEEN, exported=False), "interpreter")
        | fields(_SEEN, "kind", "seen_on", "expires_on"),
        own=_my_credentials,
    ),
    Table(
        "interpreters.NotPaired",
        fields(Plain.ROW, "id")
        # To whoever of the team set it, it is of somebody else.
        | fields(replace(_PAIRING, exported=False), "interpreter", "set_by")
        | fields(_PAIRING, "group", "agency", "set_at"),
        own=_pairings_i_set,
        shown={"group": "group__name", "agency": "agency__name"},
    ),
    Table(
        "interpreters.ClaimLink",
        fields(Plain.ROW, "id")
        | fields(_LINK, "interpreter", "made_at", "expires_at", "used_at", "withdrawn_at")
        | fields(replace(_LINK, seen_by=readers(Reader.NOBODY)), "digest")
        | fields(replace(_RECORDER, kept=Kept.LINKS), "made_by"),
    ),
)
