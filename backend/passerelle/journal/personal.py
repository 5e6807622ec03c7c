"""The register of the journal: who did what to which thing, and when."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.common.register import Table
from passerelle.domain.personal import Basis, Erasing, Kept, Personal, Plain, Purpose, Reader, Whom, fields, readers
from passerelle.domain.roles import Actor
from passerelle.journal.audiences import audiences_of, user
from passerelle.journal.models import Change
from passerelle.journal.selectors import HIDDEN

_DONE = Personal(
    about=Whom.ANYONE,
    purpose=Purpose.TRACE,
    basis=Basis.INTERESTS,
    kept=Kept.JOURNAL,
    seen_by=readers(Reader.SELF, Reader.TEAM),
    erasing=Erasing.NAMELESS,
    exported=True,
)


def _own(user_id: UUID) -> QuerySet[Change]:
    """What they did, the newest first."""
    return Change.objects.filter(actor_id=user_id).order_by("-at", "-number")


def _told(actor: Actor) -> Q:
    """Of what followed from it, only what they heard: a line more may tell of somebody else, or of a pairing ruled out."""
    own = [user(actor.user_id)] if actor.user_id is not None else []
    heard = Q(audiences__overlap=sorted(audiences_of(actor))) & ~Q(entity__in=HIDDEN)
    return heard | Q(entity__in=HIDDEN, audiences__overlap=own)


REGISTER = (
    Table(
        "journal.Change",
        fields(Plain.ROW, "id", "number", "version")
        | fields(_DONE, "entity", "kind", "at")
        # Whose thing it was, and who hears of it, may lead to somebody else.
        | fields(replace(_DONE, exported=False), "entity_id", "audiences", "actor_id"),
        own=_own,
        told=_told,
    ),
    Table("journal.Counter", fields(Plain.MACHINE, "id", "last", "epoch")),
)
