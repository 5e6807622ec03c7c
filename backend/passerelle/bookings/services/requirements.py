"""From what a partner asks of interpreters to what stands on one place."""

from collections.abc import Mapping
from uuid import UUID

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services import locks
from passerelle.domain.refusals import Code, refuse
from passerelle.domain.states.shift import LIVE
from passerelle.domain.words import Language, Quality, Strength, Variety
from passerelle.interpreters.models import Interpreter, LanguageSkill


def as_asked(session: Session, language: Language, variety: Variety | None) -> dict[Quality, Strength]:
    """What the partner requires or wishes for, as far as it can hold for a place in ``language``.

    Who is named stands on one place only, and on none in a language they do not work in.
    """
    asked = {Quality(line["what"]): Strength(line["strength"]) for line in session.requirements}
    if variety is None:
        asked.pop(Quality.VARIETY, None)
    if Quality.NAMED in asked and not _named_fits(session, language):
        del asked[Quality.NAMED]
    return asked


def _named_fits(session: Session, language: Language) -> bool:
    if Shift.objects.filter(session=session, named=session.named_id, state__in=LIVE).exists():
        return False
    return LanguageSkill.objects.filter(interpreter=session.named_id, language=language).exists()


def require_named(qualities: Mapping[Quality, Strength], named_id: UUID | None) -> UUID | None:
    """Who the place names, where it names anybody."""
    if Quality.NAMED not in qualities:
        return None
    if named_id is None:
        raise refuse(Code.NAMED_MISSING, at="named")
    if not Interpreter.objects.filter(pk=named_id).exists():
        raise locks.missing(at="named")
    return named_id
