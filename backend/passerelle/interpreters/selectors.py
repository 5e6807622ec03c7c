"""Interpreters as the team sees them, and as they see themselves."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db.models import QuerySet

from passerelle.agencies.travel import known_areas
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain.load import HARD, NO_LIMITS, SOFT, SOURCE, Limits
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Theme, Variety
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.shapes import CredentialView, InterpreterView, LimitsView, ProfileView, Skill, ToldLimitsView


def visible_interpreters(actor: Actor) -> QuerySet[Interpreter]:
    """The team sees all; an interpreter themself; a partner nobody."""
    if actor.is_team or actor.is_system:
        return Interpreter.objects.all()
    return Interpreter.objects.filter(id__in=[actor.interpreter_id] if actor.interpreter_id else [])


def interpreter_views(interpreters: Sequence[Interpreter]) -> list[InterpreterView]:
    """``interpreters`` come with ``languages`` and ``credentials`` prefetched."""
    return [_view(row) for row in interpreters]


def profile(actor: Actor) -> ProfileView:
    """The interpreter ``actor`` is. Raises ``Missing`` for whoever is none."""
    own = Interpreter.objects.filter(pk__in=[actor.interpreter_id] if actor.interpreter_id else [])
    row = own.prefetch_related("languages", "credentials").first()
    if row is None:
        raise Missing(problem(Code.NOT_FOUND))
    return ProfileView(
        id=row.id,
        version=row.version,
        name=row.name,
        languages=_skills(row),
        places=[Place(place) for place in row.places],
        pay_status=PayStatus(row.pay_status),
        base_area=row.base_area,
        areas=known_areas(),
        not_themes=[Theme(theme) for theme in row.not_themes],
        limits=_limits(row.limits),
        soft=_limits(SOFT),
        hard=_limits(HARD),
        source=say(SOURCE),
        credentials=_credentials(row),
    )


def told_limits(interpreter_id: UUID, actor: Actor) -> ToldLimitsView:
    """What ``actor``, of the team, recorded of their limits; no limits where others did. Raises ``Missing``."""
    require_team(actor)
    row = Interpreter.objects.filter(pk=interpreter_id).first()
    if row is None:
        raise Missing(problem(Code.NOT_FOUND))
    yours = row.user_id is None and row.limits_by_id == actor.user_id
    limits = _limits(row.limits if yours else NO_LIMITS)
    return ToldLimitsView(row.version, limits, yours, _limits(SOFT), _limits(HARD), say(SOURCE))


def _limits(limits: Limits) -> LimitsView:
    return LimitsView(**asdict(limits))


def _skills(row: Interpreter) -> list[Skill]:
    return [Skill(Language(s.language), [Variety(v) for v in s.varieties]) for s in row.languages.all()]


def _credentials(row: Interpreter) -> list[CredentialView]:
    return [CredentialView(CredentialKind(c.kind), c.seen_on, c.expires_on) for c in row.credentials.all()]


def _view(row: Interpreter) -> InterpreterView:
    return InterpreterView(
        id=row.id,
        name=row.name,
        phone=row.phone,
        gender=Gender(row.gender),
        pay_status=PayStatus(row.pay_status),
        places=[Place(place) for place in row.places],
        languages=_skills(row),
        credentials=_credentials(row),
        has_account=row.user_id is not None,
        active=row.active,
    )
