"""What must be true of what is known of people, and of what nobody else is to know: told to whom it is, and kept to."""

from collections.abc import Iterator, Mapping, Set
from uuid import UUID

from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.journal import audiences
from trials.life.step import PARTS, Row, Rows, Step

SAID = frozenset({"free day", "usual day", "break"})


def what_is_part_is_told(step: Step) -> Iterator[str]:
    """A part changed: a line tells of what it is part of, to whom it is; and while it is there its version grows."""
    for name, before, after in step.parts_changed():
        row = after or before or {}
        part = PARTS[name]
        heard = [set(line.audiences) for line in step.lines_of(row[part.of]) if line.entity == part.entity]
        if not heard:
            yield f"{name} changed, and no {part.entity} was told"
        elif (wanted := _hear(name, row)) is not None and wanted not in heard:
            yield f"{name} changed, {sorted(wanted)} are to hear and {heard} did"
        if before and after and after.get("version", 1) <= before.get("version", 0):
            yield f"{name} {after['id']} changed, and is version {before['version']} still"


def _hear(name: str, row: Row) -> Set[str] | None:
    """Exactly who, where that is not what the whole is told to."""
    if name == "pairing":
        return {audiences.user(row["set_by_id"])}
    return {audiences.TEAM, audiences.interpreter(row["interpreter_id"])} if name in SAID else None


def a_draft_is_its_own(step: Step) -> Iterator[str]:
    """Nobody hears of what was never sent but its agency, and who of the team wrote it."""
    for line in step.lines:
        rows = [rows.of["session"].get(line.entity_id) for rows in (step.before, step.after)]
        known = [row for row in rows if row is not None]
        if line.entity == "session" and known and all(row["state"] == SessionState.DRAFT for row in known):
            own = {audiences.agency(known[-1]["agency_id"]), audiences.user(known[-1]["requested_by_id"])}
            if others := set(line.audiences) - own:
                yield f"{sorted(others)} heard {line.kind} of a draft"


def nobody_is_asked_against_it(step: Step) -> Iterator[str]:
    """Who is not paired with a group, or does not take a theme, is not asked for it from then on.

    But for what somebody takes back of their own answer: they are asked as before.
    """
    if step.act == "undo_answer":
        return
    against = _not_with(step.before)
    for pk, offer in step.after.of["offer"].items():
        if not _asked_now(step.before.of["offer"].get(pk), offer):
            continue
        session = step.after.of["session"][step.after.of["shift"][offer["shift_id"]]["session_id"]]
        who = offer["interpreter_id"]
        if {session["group_id"], session["agency_id"]} & against.get(who, set()):
            yield f"interpreter:{who} is asked for a group they are not paired with"
        if session["theme"] in step.before.of["interpreter"][who]["not_themes"]:
            yield f"interpreter:{who} is asked for {session['theme']}, which they do not take"


def _not_with(rows: Rows) -> Mapping[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for row in rows.parts["pairing"].values():
        found.setdefault(row["interpreter_id"], set()).update({row["group_id"], row["agency_id"]} - {None})
    return found


def is_out_of_sight(step: Step, offer: UUID) -> bool:
    """Whether who was asked saw it neither before nor after: they are not paired, and did not say yes to it."""
    was, now = (rows.of["offer"].get(offer) for rows in (step.before, step.after))
    return was is not None and now is not None and _is_hidden(step.before, was) and _is_hidden(step.after, now)


def _is_hidden(rows: Rows, offer: Row) -> bool:
    session = rows.of["session"][rows.of["shift"][offer["shift_id"]]["session_id"]]
    against = _not_with(rows).get(offer["interpreter_id"], set())
    return offer["state"] != OfferState.ACCEPTED and bool({session["group_id"], session["agency_id"]} & against)


def _asked_now(before: Row | None, after: Row) -> bool:
    """Whether it was put to them in this step, for the first time or again."""
    was = (before["state"], before["asked_at"]) if before else None
    return after["state"] == OfferState.ASKED and was != (OfferState.ASKED, after["asked_at"])
