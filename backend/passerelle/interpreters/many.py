"""Many interpreters in one act, as a spreadsheet brings them: the statements are as few for thousands as for one.

One written anew by hand is the same act, of one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.agencies.travel import known_areas
from passerelle.common.permissions import require_team
from passerelle.common.references import referred_to
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, Problem, Refusal, Stale, problem
from passerelle.domain.roles import Actor
from passerelle.interpreters import events
from passerelle.interpreters.models import Credential, Interpreter, LanguageSkill
from passerelle.interpreters.services import Profile, Seen

_BATCH = 500


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
        skill for interpreter, profile in zip(made, profiles, strict=True) for skill in profile.skills_of(interpreter)
    )
    events.tell_interpreters(made, "created", now=now, actor=actor)
    return made


@dataclass(frozen=True)
class Edit:
    """What is held about somebody, as it should be, by who read ``version`` of it.

    Inactive, nobody is to ask them; what they hold stays theirs until it is freed.
    """

    interpreter_id: UUID
    version: int
    profile: Profile
    active: bool

    @property
    def columns(self) -> dict[str, object]:
        return {**self.profile.columns, "active": self.active}


@unit_of_work
def edit_interpreters(*, edits: Sequence[Edit], now: datetime, actor: Actor) -> list[Interpreter]:
    """Write all of them anew, each named once, in the order given; or nothing, and every reason is told.

    Saying the same again changes nothing. Raises ``Missing``, and ``Stale`` where one has another version by now.
    """
    require_team(actor)
    people = _locked([edit.interpreter_id for edit in edits])
    if any(people[edit.interpreter_id].version != edit.version for edit in edits):
        raise Stale(problem(Code.STALE))
    areas = known_areas() if any(edit.profile.base_area for edit in edits) else []
    against = [found for edit in edits for found in edit.profile.against(areas=areas)]
    if against:
        raise Refusal(*against)
    speaking = _say_languages(edits, people)
    edited: list[Interpreter] = []
    columns: set[str] = set()
    for edit in edits:
        person = people[edit.interpreter_id]
        differing = {name: value for name, value in edit.columns.items() if getattr(person, name) != value}
        for name, value in differing.items():
            setattr(person, name, value)
        columns |= differing.keys()
        if differing or person.id in speaking:
            edited.append(person)
    _next_version(edited, "edited", columns=sorted(columns), account=True, now=now, actor=actor)
    return [people[edit.interpreter_id] for edit in edits]


def _locked(ids: Sequence[UUID]) -> dict[UUID, Interpreter]:
    people = {row.id: row for row in Interpreter.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("id")}
    if not people.keys() >= set(ids):
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    return people


def _say_languages(edits: Sequence[Edit], people: Mapping[UUID, Interpreter]) -> set[UUID]:
    """Write the languages as they are to be; whose that changed."""
    spoken: dict[UUID, dict[str, list[str]]] = {id_: {} for id_ in people}
    skills = LanguageSkill.objects.filter(interpreter__in=people)
    for of, language, varieties in skills.values_list("interpreter_id", "language", "varieties"):
        spoken[of][language] = varieties
    differing = [edit for edit in edits if edit.profile.spoken != spoken[edit.interpreter_id]]
    changed = {edit.interpreter_id for edit in differing}
    if changed:
        skills.filter(interpreter__in=changed).delete()
        LanguageSkill.objects.bulk_create(
            skill for edit in differing for skill in edit.profile.skills_of(people[edit.interpreter_id])
        )
    return changed


def _next_version(
    people: Sequence[Interpreter], kind: str, *, columns: Iterable[str] = (), account: bool = False, now: datetime, actor: Actor
) -> None:
    """Save ``columns`` of them as their next version, and tell."""
    for person in people:
        person.version += 1
    if people:
        # They are here and locked, so that each conflicts: much the quickest way to give many rows many values.
        Interpreter.objects.bulk_create(
            people, batch_size=_BATCH, update_conflicts=True, unique_fields=["id"], update_fields=[*columns, "version"]
        )
    events.tell_interpreters(people, kind, account=account, now=now, actor=actor)


@unit_of_work
def record_credentials(
    *, seen: Mapping[UUID, Sequence[Seen]], now: datetime, actor: Actor
) -> dict[UUID, tuple[Interpreter, list[Credential]]]:
    """What the team saw of each, by their ids: each as they are afterwards, with what was not recorded before."""
    require_team(actor)
    if against := [found for some in seen.values() for one in some for found in one.against(now)]:
        raise Refusal(*against)
    people = _locked(list(seen))
    rows = Credential.objects.filter(interpreter__in=people)
    held = set(rows.values_list("interpreter_id", "kind", "seen_on", "expires_on"))
    found: dict[UUID, tuple[Interpreter, list[Credential]]] = {of: (person, []) for of, person in people.items()}
    for of, some in seen.items():
        for one in dict.fromkeys(some):
            if (of, one.kind, one.seen_on, one.expires_on) not in held:
                found[of][1].append(
                    Credential(interpreter=people[of], kind=one.kind, seen_on=one.seen_on, expires_on=one.expires_on)
                )
    Credential.objects.bulk_create(credential for _person, new in found.values() for credential in new)
    _next_version([person for person, new in found.values() if new], "credential", now=now, actor=actor)
    return found


@unit_of_work
def take_back_credentials(*, credential_ids: Sequence[UUID], now: datetime, actor: Actor) -> list[Interpreter]:
    """Delete what was recorded by mistake; whose it was, as they are afterwards."""
    require_team(actor)
    rows = Credential.objects.filter(pk__in=credential_ids)
    people = list(_locked(list(set(rows.values_list("interpreter_id", flat=True)))).values())
    rows.delete()
    _next_version(people, "credential", now=now, actor=actor)
    return people


@unit_of_work
def take_back_interpreters(*, interpreter_ids: Sequence[UUID], now: datetime, actor: Actor) -> set[UUID]:
    """Delete those who were taken on by mistake. Returns the ids of those that something refers to; then nobody is deleted."""
    require_team(actor)
    found = list(Interpreter.objects.select_for_update().filter(pk__in=interpreter_ids).order_by("id"))
    with_account = {person.id for person in found if person.user_id is not None}
    used = with_account | referred_to(Interpreter, [person.id for person in found], parts=[LanguageSkill, Credential])
    if used:
        return used
    LanguageSkill.objects.filter(interpreter__in=found).delete()
    Credential.objects.filter(interpreter__in=found).delete()
    Interpreter.objects.filter(pk__in=[person.id for person in found]).delete()
    for person in found:
        person.version += 1
    events.tell_interpreters(found, "taken_back", now=now, actor=actor)
    return set()
