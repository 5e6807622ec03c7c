"""Interpreters: whoever a row speaks of, as they are or newly taken on. An empty cell says nothing and changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from passerelle.agencies.travel import known_areas
from passerelle.bookings.services.pairings import let_pairings_go
from passerelle.bookings.services.person import edit_interpreters
from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor
from passerelle.domain.words import Gender, ImportKind, ImportRowState, Language, PayStatus, Place, Variety
from passerelle.imports.kinds import cells, papers
from passerelle.imports.kinds.interpreters_written import export
from passerelle.imports.kinds.people import People, digits
from passerelle.imports.kinds.planning import Effect, Effects, Planned, Reader, Row, Used, required
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.folding import folded
from passerelle.interpreters.many import (
    Edit,
    add_interpreters,
    record_credentials,
    take_back_credentials,
    take_back_interpreters,
)
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile, Seen

THING = "interpreter"


@dataclass(frozen=True)
class Act:
    """Take on (no ``interpreter_id``), or write anew what is held about somebody."""

    profile: Profile
    active: bool
    interpreter_id: UUID | None = None
    version: int = 0
    seen: Sequence[Seen] = ()
    """Of their papers, that is not recorded yet."""

    @property
    def edit(self) -> Edit:
        if self.interpreter_id is None:
            raise ValueError("nobody to write of")
        return Edit(self.interpreter_id, self.version, self.profile, self.active)


class Interpreters:
    kind = ImportKind.INTERPRETERS

    def plan(self, rows: Sequence[Row], *, now: datetime) -> list[Planned]:
        people, areas, seen = People.load(), {folded(area): area for area in known_areas()}, _Seen()
        return [_plan(row, people, areas, seen, now) for row in rows]

    def write(self, planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects:
        new = [one for one in planned if one.state is ImportRowState.NEW]
        made = add_interpreters(profiles=[one.act.profile for one in new], now=now, actor=actor)
        acts = {
            one.number: replace(one.act, interpreter_id=person.id, version=person.version)
            for one, person in zip(new, made, strict=True)
        }
        acts |= {one.number: one.act for one in planned if one.state is ImportRowState.CHANGED}
        changed = [one.act.interpreter_id for one in planned if one.state is ImportRowState.CHANGED]
        people = Interpreter.objects.prefetch_related("languages").in_bulk(changed)
        before = {id_: written(person) for id_, person in people.items()}
        edited = edit_interpreters(edits=[act.edit for act in acts.values()], now=now, actor=actor)
        papers_seen = {act.edit.interpreter_id: act.seen for act in acts.values() if act.seen}
        seen = record_credentials(seen=papers_seen, now=now, actor=actor)
        effects: Effects = {}
        for number, person in zip(acts, edited, strict=True):
            last, credentials = seen.get(person.id, (person, []))
            was = before.get(person.id)
            if was is not None:
                was["credentials"] = [str(credential.id) for credential in credentials]
            effects[number] = [Effect(THING, person.id, last.version, was)]
        return effects

    def take_back(self, effects: Effects, *, now: datetime, actor: Actor) -> list[Used]:
        flat = {effect.id: (number, effect) for number, found in effects.items() for effect in found}
        known = Interpreter.objects.select_for_update(no_key=True).order_by("id").in_bulk(list(flat))
        used = [
            Used(number, known[id_].name if id_ in known else "–")
            for id_, (number, effect) in flat.items()
            if id_ not in known or known[id_].version != effect.version
        ]
        if used:
            return used
        made = [id_ for id_, (_number, effect) in flat.items() if effect.before is None]
        let_pairings_go(interpreters=made, now=now, actor=actor)
        if standing := take_back_interpreters(interpreter_ids=made, now=now, actor=actor):
            return [Used(flat[id_][0], known[id_].name) for id_ in made if id_ in standing]
        _put_back([effect for _number, effect in flat.values() if effect.before is not None], now=now, actor=actor)
        return []

    def export(self, language: str, now: datetime) -> list[dict[str, str]]:
        return export(language, now)


@dataclass
class _Seen:
    """Who earlier rows of the sheet spoke of: by id, or of someone new by name and by phone."""

    rows: dict[object, int] = field(default_factory=dict)

    def again(self, number: int, *keys: object) -> int | None:
        """The row that spoke of the same; else this one is remembered."""
        found = next((self.rows[key] for key in keys if key in self.rows), None)
        if found is None:
            self.rows.update(dict.fromkeys(keys, number))
        return found


def _plan(row: Row, people: People, areas: Mapping[str, str], seen: _Seen, now: datetime) -> Planned:
    reader = Reader(row)
    said = _said(reader, areas, now)
    person = people.find(reader, said)
    if person is None and not reader.problems:
        _require_whole(reader, said)
    if reader.problems:
        return reader.wrong()
    name = folded(f"{said.get('first_name', '')} {said.get('family_name', '')}")
    if other := seen.again(row.number, person.id if person else (name, digits(said.get("phone", "")))):
        reader.against(None, Code.TWICE_IN_SHEET, row=str(other))
        return reader.wrong()
    act = _act(person, said)
    for found in act.profile.against(areas=areas.values()):
        reader.against((found.field or "").partition(".")[0], found.code, **{k: str(v) for k, v in found.params.items()})
    if reader.problems:
        return reader.wrong()
    if person is None:
        return Planned(row.number, ImportRowState.NEW, act=act)
    changes = _changes(person, act)
    return Planned(row.number, ImportRowState.CHANGED if changes else ImportRowState.SAME, changes=changes, act=act)


def _require_whole(reader: Reader, said: Mapping[str, Any]) -> None:
    """Someone new has a name and a language."""
    if not said.get("first_name"):
        required(reader, "first_name" if "first_name" in reader.row.cells else "name")
    required(reader, "languages")


def _act(person: Interpreter | None, said: Mapping[str, Any]) -> Act:
    held = {name: value for name, value in said.items() if name not in {"active", "credentials"}}
    seen = said.get("credentials", [])
    if person is None:
        profile = Profile(**{"places": list(Place), "pay_status": PayStatus.EXPENSES_ONLY, **held})
        return Act(profile, said.get("active", True), seen=seen)
    recorded = [papers.seen_of(row) for row in person.credentials.all()]
    new = [one for one in seen if one not in recorded]
    return Act(_merged(person, held), said.get("active", person.active), person.id, person.version, new)


def _said(reader: Reader, areas: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """What the row says, by the names of a profile; what it does not say is not there."""
    said: dict[str, Any] = {
        **_names(reader),
        "phone": cells.phone(reader, "phone"),
        "languages": cells.languages(reader, "languages"),
        "places": cells.several(reader, "places", words.PLACE, "places"),
        "pay_status": cells.word(reader, "pay_status", words.PAY_STATUS, "pay_status"),
        "gender": cells.word(reader, "gender", words.GENDER, "gender"),
        "base_area": _area(reader, areas),
        "reads": _reads(reader),
        "active": cells.answer(reader, "active"),
        "credentials": papers.read(reader, "credentials", now),
    }
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def _names(reader: Reader) -> dict[str, str]:
    """First and family name, of their own columns or of the one that has both."""
    first, family = cells.label(reader, "first_name", most=60), cells.label(reader, "family_name", most=60)
    whole = cells.label(reader, "name")
    if not first and not family and whole:
        if "," in whole:  # as lists by family name write it
            family, _, first = (part.strip() for part in whole.partition(","))
        else:
            first, _, family = whole.partition(" ")
    return {"first_name": first, "family_name": family}


def _area(reader: Reader, areas: Mapping[str, str]) -> str:
    text = reader.text("base_area")
    if text and folded(text) not in areas:
        reader.against("base_area", Code.AREA_UNKNOWN)
    return areas.get(folded(text), "")


def _reads(reader: Reader) -> str:
    text = reader.text("reads")
    if not text:
        return ""
    language = words.LANGUAGE.read(text)
    if language is None or language.value not in dict(settings.LANGUAGES):
        reader.against("reads", Code.LOCALE_UNKNOWN)
        return ""
    return language.value


def _merged(person: Interpreter, said: Mapping[str, Any]) -> Profile:
    """What is held, with what the row says in its place. Varieties it does not speak of stay."""
    held = profile_of(person)
    if "languages" not in said:
        return replace(held, **said)
    spoken = {language: varieties or held.languages.get(language, ()) for language, varieties in said["languages"].items()}
    return replace(held, **{**said, "languages": spoken})


def profile_of(person: Interpreter) -> Profile:
    """``person`` comes with ``languages`` prefetched."""
    return Profile(
        first_name=person.first_name,
        family_name=person.family_name,
        languages={Language(s.language): [Variety(v) for v in s.varieties] for s in person.languages.all()},
        places=[Place(place) for place in person.places],
        pay_status=PayStatus(person.pay_status),
        gender=Gender(person.gender),
        phone=person.phone,
        base_area=person.base_area,
        reads=person.reads,
    )


def _changes(person: Interpreter, act: Act) -> list[str]:
    """The fields that would read differently."""
    changed = [name for name, value in act.profile.columns.items() if getattr(person, name) != value]
    spoken = {skill.language: sorted(skill.varieties) for skill in person.languages.all()}
    if spoken != {language.value: sorted(set(varieties)) for language, varieties in act.profile.languages.items()}:
        changed.append("languages")
    changed += ["active"] if act.active != person.active else []
    return changed + (["credentials"] if act.seen else [])


def written(person: Interpreter) -> dict[str, Any]:
    """What is held about somebody, as JSON."""
    profile = profile_of(person)
    languages = {language.value: list(varieties) for language, varieties in profile.languages.items()}
    return {**profile.columns, "languages": languages, "active": person.active}


def _act_of(interpreter_id: UUID, effect: Effect) -> Act:
    """What puts back what was held before."""
    before = {name: value for name, value in (effect.before or {}).items() if name != "credentials"}
    active = before.pop("active")
    languages = {Language(name): [Variety(v) for v in varieties] for name, varieties in before.pop("languages").items()}
    profile = Profile(
        **{
            **before,
            "languages": languages,
            "places": [Place(place) for place in before["places"]],
            "pay_status": PayStatus(before["pay_status"]),
            "gender": Gender(before["gender"]),
        }
    )
    return Act(profile, active, interpreter_id, effect.version)


def _put_back(changed: Sequence[Effect], *, now: datetime, actor: Actor) -> None:
    """As it was held before, without the papers that were recorded by these rows."""
    recorded = [UUID(id_) for effect in changed for id_ in (effect.before or {}).get("credentials", [])]
    lost = take_back_credentials(credential_ids=recorded, now=now, actor=actor)
    version = {effect.id: effect.version for effect in changed} | {person.id: person.version for person in lost}
    edits = [_act_of(effect.id, replace(effect, version=version[effect.id])).edit for effect in changed]
    edit_interpreters(edits=edits, now=now, actor=actor)
