"""What must be true of every step, whoever did it: each check says in words what is wrong, and nothing when all is sound."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.offer import LIVE, OFFER, OfferState
from passerelle.domain.states.session import SESSION
from passerelle.domain.states.shift import SHIFT, ShiftState
from passerelle.domain.states.visit import VISIT
from passerelle.journal import audiences
from tests.races.invariants import faults
from trials.life.step import Changed, Step

MACHINES: Mapping[str, Any] = {"visit": VISIT, "session": SESSION, "shift": SHIFT, "offer": OFFER}
MOVES_IN_A_STEP = 2
"""An open place is taken and, where its session is confirmed, confirmed by the same yes."""


def stored(_step: Step) -> Iterator[str]:
    """Nobody is booked twice, a place has one holder, nothing is alive that is closed."""
    yield from faults()


def a_refusal_changes_nothing(step: Step) -> Iterator[str]:
    if not step.done:
        yield from (f"refused, and {one.kind} {one.pk} changed" for one in step.changed())
        yield from (f"refused, and told: {line}" for line in step.lines)


def what_changed_is_told(step: Step) -> Iterator[str]:
    """Each row that changed is a newer version, told as that version; rows do not vanish."""
    for one in step.changed():
        was = one.before["version"] if one.before else 0
        if one.after["version"] <= was:
            yield f"{one.kind} {one.pk} changed, and is version {was} still"
        told = max((line.version for line in step.lines_of(one.pk)), default=None)
        if told != one.after["version"]:
            yield f"{one.kind} {one.pk} is version {one.after['version']}, told is {told}"
        if unheard := _audience(step, one) - _heard(step, one.pk):
            yield f"{one.kind} {one.pk} changed, and {sorted(unheard)} did not hear"
    for kind, rows in step.before.of.items():
        yield from (f"{kind} {pk} is gone" for pk in rows.keys() - step.after.of[kind].keys())


def _audience(step: Step, one: Changed) -> set[str]:
    """Who must hear that a row changed."""
    if one.kind == "offer":
        return {audiences.interpreter(one.after["interpreter_id"])}
    return {audiences.TEAM, audiences.agency(one.after["agency_id"])} if one.kind == "session" else {audiences.TEAM}


def _heard(step: Step, pk: UUID) -> set[str]:
    return {who for line in step.lines_of(pk) for who in line.audiences}


def what_is_told_is_so(step: Step) -> Iterator[str]:
    """A line names a thing that is there, in a version it has or just had, who did it, and when."""
    for line in step.lines:
        row = step.after.of.get(line.entity, {}).get(line.entity_id)
        was = step.before.of.get(line.entity, {}).get(line.entity_id)
        least = was["version"] if was else 1
        if row is None:
            yield f"told of a {line.entity} {line.entity_id} that is not there"
        elif not least <= line.version <= row["version"]:
            yield f"{line.entity} {line.entity_id} is told as version {line.version}, and is {row['version']}"
        if (line.actor_id, line.at) != (step.actor.user_id, step.now):
            yield f"{line.entity} {line.kind} is told as of {line.actor_id} at {line.at}"


def no_interpreter_hears_for_nothing(step: Step) -> Iterator[str]:
    """An answer that did not change is told of where its place or session did, or what its interpreter is booked for."""
    changed = {one.pk: one for one in step.changed()}
    booked = {row["holder_id"] for one in changed.values() if one.kind == "shift" for row in (one.before, one.after) if row}
    for line in step.lines:
        offer = step.after.of["offer"].get(line.entity_id) if line.entity == "offer" else None
        if offer is None:
            continue
        session = step.after.of["shift"][offer["shift_id"]]["session_id"]
        reads_of = {offer["id"], offer["shift_id"], session}
        if not reads_of & changed.keys() and offer["interpreter_id"] not in booked:
            yield f"interpreter:{offer['interpreter_id']} heard {line.kind}, and nothing changed for them"


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
        if _is_not_needed_any_more(step, pk) and len(heard) != 1:
            yield f"{who} is not needed, and heard {heard}"
    for line in step.lines:
        owner = step.after.of["offer"].get(line.entity_id, {}).get("interpreter_id") if line.entity == "offer" else None
        others = {who for who in line.audiences if who.startswith("interpreter:")} - {f"interpreter:{owner}"}
        yield from (f"{who} heard {line.kind} of somebody else's {line.entity}" for who in sorted(others))


def _is_not_needed_any_more(step: Step, pk: UUID) -> bool:
    was = step.before.of["offer"].get(pk)
    return was is not None and was["state"] in LIVE and step.after.of["offer"][pk]["state"] == OfferState.STOOD_DOWN


def states_follow_the_tables(step: Step) -> Iterator[str]:
    """Each state came from the one before by transitions that the actor, or the system, may make."""
    for one in step.changed():
        machine = MACHINES[one.kind]
        start = one.before["state"] if one.before else machine.initial
        if one.after["state"] not in _reachable(machine, start, _roles(step.actor, one)):
            yield f"{one.kind} {one.pk} went from {start} to {one.after['state']} by {step.act}"


def _roles(actor: Actor, one: Changed) -> frozenset[Role]:
    owner = one.after["interpreter_id"] if one.kind == "offer" else actor.interpreter_id
    return actor.roles(agency_id=next(iter(actor.agency_ids), None), interpreter_id=owner) | {Role.SYSTEM}


def _reachable(machine: Any, start: str, roles: frozenset[Role]) -> set[str]:
    found = {start}
    for _ in range(MOVES_IN_A_STEP):
        found |= {way.to for (state, _), way in machine.table.items() if state in found and way.by & roles}
    return found


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
)


def wrong_with(step: Step) -> list[str]:
    """Everything."""
    return [f"{step.act}: {one}" for check in CHECKS for one in check(step)]
