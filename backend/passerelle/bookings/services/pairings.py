"""Not this pairing: an interpreter and a group, or all groups of a partner, are not brought together.

Set by the interpreter or by somebody of the team, without a reason. Whoever set it sees it, and nobody else: it changes
no answer, is told to nobody's screen but theirs, and to all others the person is simply not available. What the
interpreter was asked and no longer reads is told to them as any card that changed, with no word of why.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.agencies.models import Agency, Group
from passerelle.bookings.selectors.pairings import known_groups, own_pairings
from passerelle.bookings.selectors.visibility import own_offers
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter, NotPaired
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


@unit_of_work
def rule_out_pairing(
    *,
    interpreter_id: UUID | None = None,
    group_id: UUID | None = None,
    agency_id: UUID | None = None,
    now: datetime,
    actor: Actor,
) -> NotPaired:
    """Not with this group, or with none of this partner's. Without ``interpreter_id``, the actor's own.

    What was said yes to stands until somebody lets go of it. Ruling out the same again changes nothing.
    """
    known: QuerySet[Group] | QuerySet[Agency]
    match group_id, agency_id:
        case UUID() as other_id, None:
            noun, known = "group", Group.objects.filter(pk=other_id)
        case None, UUID() as other_id:
            noun, known = "agency", Agency.objects.filter(pk=other_id)
        case _:
            raise refuse(Code.ONE_OF_BOTH)
    interpreter = _interpreter(interpreter_id or actor.interpreter_id, actor)
    if not actor.is_team:
        # An interpreter knows whom they were confirmed for; anybody else is nobody they could name.
        known = known.filter(pk__in=known_groups(actor).values("pk" if noun == "group" else "agency"))
    if not known.exists():
        raise Missing(problem(Code.NOT_FOUND, at=noun))
    read = _asked(interpreter.id)
    pair = {"interpreter": interpreter, f"{noun}_id": other_id, "set_by_id": actor.user_id}
    pairing, made = NotPaired.objects.get_or_create(**pair, defaults={"set_at": now})
    if made:
        _tell(pairing, "ruled_out", now=now, actor=actor)
        _tell_asked(interpreter.id, read, now=now, actor=actor)
    return pairing


@unit_of_work
def allow_pairing(*, pairing_id: UUID, now: datetime, actor: Actor) -> None:
    """Whoever ruled it out takes it back."""
    pairing = own_pairings(actor).select_for_update(of=("self",)).filter(pk=pairing_id).first()
    if pairing is None:
        raise Missing(problem(Code.NOT_FOUND))
    read = _asked(pairing.interpreter_id)
    _tell(pairing, "allowed", now=now, actor=actor)
    pairing.delete()
    _tell_asked(pairing.interpreter_id, read, now=now, actor=actor)


def let_pairings_go(
    *,
    interpreters: Collection[UUID] = (),
    groups: Collection[UUID] = (),
    agencies: Collection[UUID] = (),
    now: datetime,
    actor: Actor,
) -> None:
    """Every pairing with one of these, whoever set it, goes with what it is about; each is told to who set it alone.

    In the transaction in which the caller deletes them, and before it asks whether anything refers to them: that a
    pairing is there must not be told by a refusal.
    """
    about = Q(interpreter__in=interpreters) | Q(group__in=groups) | Q(agency__in=agencies)
    for pairing in NotPaired.objects.select_for_update(of=("self",)).filter(about).order_by("id"):
        _tell(pairing, "allowed", now=now, actor=actor)
        pairing.delete()


def _interpreter(interpreter_id: UUID | None, actor: Actor) -> Interpreter:
    """Their own, or for the team anybody's; to all others there is none."""
    known = [interpreter_id] if interpreter_id and (actor.is_team or interpreter_id == actor.interpreter_id) else []
    found = Interpreter.objects.filter(pk__in=known).first()
    if found is None or actor.user_id is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    return found


def _tell(pairing: NotPaired, kind: str, *, now: datetime, actor: Actor) -> None:
    seen_by = frozenset({audiences.user(pairing.set_by_id)})
    append([Entry("pairing", pairing.id, 1, kind, seen_by)], actor_id=actor.user_id, now=now)


def _asked(interpreter_id: UUID) -> set[tuple[UUID, int]]:
    """What the interpreter reads of what they were asked, by id and version."""
    own = own_offers(Actor(user_id=None, interpreter_id=interpreter_id))
    return set(own.values_list("id", "version"))


def _tell_asked(interpreter_id: UUID, before: set[tuple[UUID, int]], *, now: datetime, actor: Actor) -> None:
    seen_by = frozenset({audiences.interpreter(interpreter_id)})
    differ = sorted(before ^ _asked(interpreter_id))
    append([Entry("offer", pk, version, "changed", seen_by) for pk, version in differ], actor_id=actor.user_id, now=now)
