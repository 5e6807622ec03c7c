"""Many interpreters in one act, as a spreadsheet brings them: taken on together, and taken back together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from passerelle.agencies.travel import known_areas
from passerelle.common.permissions import require_team
from passerelle.common.references import referred_to
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Problem, Refusal
from passerelle.domain.roles import Actor
from passerelle.interpreters import events
from passerelle.interpreters.models import Interpreter, LanguageSkill
from passerelle.interpreters.services import Profile


@unit_of_work
def add_interpreters(*, profiles: Sequence[Profile], now: datetime, actor: Actor) -> list[Interpreter]:
    """Take on all of them, none with an account, in the order given; or none, and every reason is told."""
    require_team(actor)
    areas = known_areas()
    against: list[Problem] = [found for profile in profiles for found in profile.against(areas=areas)]
    if against:
        raise Refusal(*against)
    made = Interpreter.objects.bulk_create([Interpreter(**profile.columns) for profile in profiles])
    LanguageSkill.objects.bulk_create(
        LanguageSkill(interpreter=interpreter, language=language, varieties=sorted(set(varieties)))
        for interpreter, profile in zip(made, profiles, strict=True)
        for language, varieties in profile.languages.items()
    )
    events.tell_interpreters(made, "created", now=now, actor=actor)
    return made


@unit_of_work
def take_back_interpreters(*, interpreter_ids: Sequence[UUID], now: datetime, actor: Actor) -> set[UUID]:
    """Delete those who were taken on by mistake. Returns the ids of those that something refers to; then nobody is deleted."""
    require_team(actor)
    found = list(Interpreter.objects.select_for_update().filter(pk__in=interpreter_ids).order_by("id"))
    with_account = {person.id for person in found if person.user_id is not None}
    used = with_account | referred_to(Interpreter, [person.id for person in found], parts=[LanguageSkill])
    if used:
        return used
    LanguageSkill.objects.filter(interpreter__in=found).delete()
    Interpreter.objects.filter(pk__in=[person.id for person in found]).delete()
    for person in found:
        person.version += 1
    events.tell_interpreters(found, "taken_back", now=now, actor=actor)
    return set()
