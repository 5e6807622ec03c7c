"""What must be true of every step, whoever did it: each check says in words what is wrong, and nothing when all is sound."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from passerelle.domain.roles import Role
from passerelle.domain.states.offer import LIVE, OFFER, OfferState
from passerelle.domain.states.session import SESSION, SessionState
from passerelle.domain.states.shift import SHIFT, ShiftState
from passerelle.domain.states.visit import VISIT
from passerelle.journal import audiences
from tests.races.invariants import faults
from trials.life.hard_rules import a_hard_rule_is_decided
from trials.life.known import a_draft_is_its_own, is_out_of_sight, nobody_is_asked_against_it, what_is_part_is_told
from trials.life.step import KINDS, Changed, Row, Step

MACHINES: Mapping[str, Any] = {"visit": VISIT, "session": SESSION, "shift": SHIFT, "offer": OFFER}
MOVES_IN_A_STEP = 2
"""An open place is taken and, where its session is confirmed, confirmed by the same yes."""


def stored(_step: Step) -> Iterator[str]:
    """Nobody is booked twice, a place has one holder, nothing is alive that is closed."""
    yield from faults()


def a_refusal_changes_nothing(step: Step) -> Iterator[str]:
    if not step.done:
        yield from (f"refused, and {one.kind} {one.pk} changed" for one in step.changed())
        yield from (f"refused, and {name} changed: {before} to {after}" for name, before, after in step.parts_changed())
        yield from (f"refused, and told: {line}" for line in step.lines)


def what_changed_is_told(step: Step) -> Iterator[str]:
    """Each row that changed is a newer version, told as that version; but for a draft that is thrown away, none vanishes."""
    for one in step.changed():
        was = one.before["version"] if one.before else 0
        if one.after["version"] <= was:
            yield f"{one.kind} {one.pk} changed, and is version {was} still"
        told = max((line.version for line in step.lines_of(one.pk)), default=None)
        if told != one.after["version"]:
            yield f"{one.kind} {one.pk} is version {one.after['version']}, told is {told}"
        wanted = {audiences.NOBODY} if is_out_of_sight(step, one.pk) else _audience(one)
        if unheard := wanted - _heard(step, one.pk):
            yield f"{one.kind} {one.pk} changed, and {sorted(unheard)} did not hear"
    for kind, rows in step.before.of.items():
        gone = rows.keys() - step.after.of[kind].keys()
        yield from (f"{kind} {pk} is gone" for pk in gone if not _was_thrown_away(step, rows[pk]))


def _audience(one: Changed) -> set[str]:
    """Who must hear that a row changed. A draft is its agency's alone."""
    match one.kind:
        case "offer":
            return {audiences.interpreter(one.after["interpreter_id"])}
        case "interpreter":
            return {audiences.TEAM, audiences.interpreter(one.pk)}
        case "session" if one.after["state"] == SessionState.DRAFT:
            return {audiences.agency(one.after["agency_id"])}
        case "session" | "group":
            return {audiences.TEAM, audiences.agency(one.after["agency_id"])}
        case "agency":
            return {audiences.TEAM, audiences.agency(one.pk)}
    return {audiences.TEAM}


def _was_thrown_away(step: Step, row: Row) -> bool:
    told = [(line.kind, line.version) for line in step.lines_of(row["id"])]
    return row.get("state") == SessionState.DRAFT and told == [("discarded", row["version"] + 1)]


def _heard(step: Step, pk: UUID) -> set[str]:
    return {who for line in step.lines_of(pk) for who in line.audiences}


def what_is_told_is_so(step: Step) -> Iterator[str]:
    """A line names a thing that is there, in a version it has or just had, who did it, and when."""
    for line in step.lines:
        row = step.after.of.get(line.entity, {}).get(line.entity_id)
        was = step.before.of.get(line.entity, {}).get(line.entity_id)
        least = was["version"] if was else 1
        if line.entity not in KINDS or (was is not None and _was_thrown_away(step, was)):
            pass
        elif row is None:
            yield f"told of a {line.entity} {line.entity_id} that is not there"
        elif not least <= line.version <= row["version"]:
            yield f"{line.entity} {line.entity_id} is told as version {line.version}, and is {row['version']}"
        if (line.actor_id, line.at) != (step.actor.user_id, step.now):
            yield f"{line.entity} {line.kind} is told as of {line.actor_id} at {line.at}"


def no_interpreter_hears_for_nothing(step: Step) -> Iterator[str]:
    """An answer that did not change is told of where what its card shows did, or what its interpreter is booked for."""
    changed = {one.pk for one in step.changed()} | {part["interpreter_id"] for part in _pairings(step)}
    anywhere = any(one.kind == "travel_time" for one in step.changed())
    for line in step.lines:
        offer = step.after.of["offer"].get(line.entity_id) if line.entity == "offer" else None
        if offer is None or anywhere:
            continue
        read = {offer["id"], offer["interpreter_id"], *_shown(step, offer["shift_id"]), *_booked(step, offer["interpreter_id"])}
        if not read & changed:
            yield f"interpreter:{offer['interpreter_id']} heard {line.kind}, and nothing changed for them"


def _pairings(step: Step) -> Iterator[Row]:
    return (after or before or {} for name, before, after in step.parts_changed() if name == "pairing")


def _shown(step: Step, shift: UUID) -> set[UUID]:
    """What the card of a place hangs on: its session, whose that is, and where."""
    session = step.after.of["session"][step.after.of["shift"][shift]["session_id"]]
    group = step.after.of["group"][session["group_id"]]
    return {shift, session["id"], group["id"], group["site_id"], session["agency_id"]}


def _booked(step: Step, interpreter: UUID) -> set[UUID]:
    """The same of every place they hold, or held: it may be too near to another."""
    held = [pk for rows in (step.before, step.after) for pk, row in rows.of["shift"].items() if row["holder_id"] == interpreter]
    return {pk for shift in held for pk in _shown(step, shift)}


def numbers_have_no_gap(step: Step) -> Iterator[str]:
    numbers = [line.number for line in step.lines]
    if numbers != list(range(step.numbered + 1, step.numbered + 1 + len(numbers))):
        yield f"after {step.numbered} come {numbers}"


def everyone_hears_once(step: Step) -> Iterator[str]:
    """Of one thing, in one step, once; and an interpreter of their own answers alone."""
    for pk, offer in step.after.of["offer"].items():
        who = audiences.interpreter(offer["interpreter_id"])
        heard = [line.kind for line in step.lines_of(pk) if who in line.audiences]
        if len(heard) > 1:
            yield f"{who} heard {heard} of one answer"
        if is_out_of_sight(step, pk):
            yield from (f"{who} heard {kind} of what they do not see" for kind in heard)
        elif _is_not_needed_any_more(step, pk) and len(heard) != 1:
            yield f"{who} is not needed, and heard {heard}"
    for line in step.lines:
        owner = _owner(step, line.entity, line.entity_id)
        others = {who for who in line.audiences if who.startswith("interpreter:")} - {f"interpreter:{owner}"}
        yield from (f"{who} heard {line.kind} of somebody else's {line.entity}" for who in sorted(others))


def _owner(step: Step, entity: str, pk: UUID) -> UUID | None:
    """The interpreter whose own thing it is."""
    if entity in {"interpreter", "free_day"}:
        return pk
    owner: UUID | None = step.after.of["offer"].get(pk, {}).get("interpreter_id") if entity == "offer" else None
    return owner


def _is_not_needed_any_more(step: Step, pk: UUID) -> bool:
    was = step.before.of["offer"].get(pk)
    return was is not None and was["state"] in LIVE and step.after.of["offer"][pk]["state"] == OfferState.STOOD_DOWN


def states_follow_the_tables(step: Step) -> Iterator[str]:
    """Each state came from the one before by transitions open to who acted, or to the system as their consequence.

    What the act was done to begins with a transition that is open to who acted: the system does not act for them.
    """
    for one in step.changed():
        if (machine := MACHINES.get(one.kind)) is None:
            continue
        start = one.before["state"] if one.before else machine.initial
        own = _roles(step, one)
        first = own if one.pk == step.about else own | {Role.SYSTEM}
        if one.after["state"] not in {start, *_reachable(machine, start, first, own | {Role.SYSTEM})}:
            yield f"{one.kind} {one.pk} went from {start} to {one.after['state']} by {step.act}"


def _roles(step: Step, one: Changed) -> frozenset[Role]:
    """What who acted is to the thing that changed. A place is their own whose answer the act was."""
    owner = one.after.get("interpreter_id")
    if one.kind == "shift" and step.about is not None:
        owner = step.after.of["offer"].get(step.about, {}).get("interpreter_id")
    return step.actor.roles(agency_id=one.after.get("agency_id"), interpreter_id=owner)


def _reachable(machine: Any, start: str, first: frozenset[Role], after: frozenset[Role]) -> set[str]:
    """The states that ``first`` can lead to, and ``after`` from there on."""
    found = _next(machine, {start}, first)
    for _ in range(MOVES_IN_A_STEP - 1):
        found |= _next(machine, found, after)
    return found


def _next(machine: Any, states: set[str], roles: frozenset[Role]) -> set[str]:
    return {way.to for (state, _), way in machine.table.items() if state in states and way.by & roles}


def a_promise_is_to_somebody_asked(step: Step) -> Iterator[str]:
    """While a place is kept for somebody it is open, and they are asked for it."""
    answers = {(row["shift_id"], row["interpreter_id"]): row["state"] for row in step.after.of["offer"].values()}
    for pk, shift in step.after.of["shift"].items():
        if shift["promised_to_id"] is None or shift["promised_until"] <= step.now:
            continue
        found = (shift["state"], answers.get((pk, shift["promised_to_id"])))
        if found != (ShiftState.OPEN, OfferState.ASKED):
            yield f"shift {pk} is kept for somebody: it is {found[0]}, they are {found[1]}"


CHECKS: tuple[Callable[[Step], Iterator[str]], ...] = (
    stored,
    a_refusal_changes_nothing,
    what_changed_is_told,
    what_is_told_is_so,
    no_interpreter_hears_for_nothing,
    numbers_have_no_gap,
    everyone_hears_once,
    states_follow_the_tables,
    a_promise_is_to_somebody_asked,
    what_is_part_is_told,
    a_draft_is_its_own,
    nobody_is_asked_against_it,
    a_hard_rule_is_decided,
)


def wrong_with(step: Step) -> list[str]:
    """Everything."""
    return [f"{step.act}: {one}" for check in CHECKS for one in check(step)]
