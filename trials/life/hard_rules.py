"""No place is confirmed against a hard rule without the decision that sets it aside: the rules written down once more."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import CredentialKind, Gender, Quality, Strength
from trials.life.step import Row, Rows, Step

PAPERS = {CredentialKind.CHECK: "check_for_under_18s", CredentialKind.SAFEGUARDING_TRAINING: "training_for_under_18s"}
"""What is needed for a group with under-18s, and the rule that speaks of it."""


def a_hard_rule_is_decided(step: Step) -> Iterator[str]:
    """For each place that was confirmed in this step, or changed and is confirmed."""
    for one in step.changed():
        if one.kind == "shift" and one.after["state"] == ShiftState.CONFIRMED:
            undecided = _broken(step.after, one.after) - _decided(step.after, one.after)
            yield from (f"shift {one.pk} is confirmed, and nobody decided on {rule}" for rule in sorted(undecided))


def _broken(rows: Rows, shift: Row) -> set[str]:
    """The rules that the holder of a place breaks on its day."""
    session, holder = rows.of["session"][shift["session_id"]], rows.of["interpreter"][shift["holder_id"]]
    group = rows.of["group"][session["group_id"]]
    zone = ZoneInfo(rows.of["site"][group["site_id"]]["time_zone"])
    day = session["starts_at"].astimezone(zone).date()
    needs_woman = {"what": Quality.WOMAN.value, "strength": Strength.REQUIRED.value} in shift["qualities"]
    broken = {rule for kind, rule in PAPERS.items() if group["under_18s"] and not _holds(rows, holder, kind, day)}
    if holder["gender"] != Gender.WOMAN and group["women_only"]:
        broken.add("women_only")
    elif holder["gender"] != Gender.WOMAN and needs_woman:
        broken.add("woman_required")
    return broken


def _holds(rows: Rows, holder: Row, kind: CredentialKind, day: date) -> bool:
    seen = [row for row in rows.parts["paper"].values() if (row["interpreter_id"], row["kind"]) == (holder["id"], kind)]
    return any(row["seen_on"] <= day <= row["expires_on"] for row in seen)


def _decided(rows: Rows, shift: Row) -> set[str]:
    """The rules that were set aside for who holds the place."""
    theirs = (shift["id"], shift["holder_id"])
    return {
        rule
        for row in rows.parts["decision"].values()
        if (row["shift_id"], row["interpreter_id"]) == theirs
        for rule in row["rules"]
    }
