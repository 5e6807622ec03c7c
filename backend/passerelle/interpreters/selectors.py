"""Interpreters as the team sees them."""

from collections.abc import Sequence

from django.db.models import QuerySet

from passerelle.domain.roles import Actor
from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Variety
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.shapes import CredentialView, InterpreterView, Skill


def visible_interpreters(actor: Actor) -> QuerySet[Interpreter]:
    """The team sees all; an interpreter themself; a partner nobody."""
    if actor.is_team or actor.is_system:
        return Interpreter.objects.all()
    return Interpreter.objects.filter(id__in=[actor.interpreter_id] if actor.interpreter_id else [])


def interpreter_views(interpreters: Sequence[Interpreter]) -> list[InterpreterView]:
    """``interpreters`` come with ``languages`` and ``credentials`` prefetched."""
    return [_view(row) for row in interpreters]


def _view(row: Interpreter) -> InterpreterView:
    return InterpreterView(
        id=row.id,
        name=row.name,
        phone=row.phone,
        gender=Gender(row.gender),
        pay_status=PayStatus(row.pay_status),
        places=[Place(place) for place in row.places],
        languages=[Skill(Language(s.language), [Variety(v) for v in s.varieties]) for s in row.languages.all()],
        credentials=[CredentialView(CredentialKind(c.kind), c.seen_on, c.expires_on) for c in row.credentials.all()],
        has_account=row.user_id is not None,
        active=row.active,
    )
