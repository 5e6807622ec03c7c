"""What is held about an interpreter, but for the row that their work hangs on."""

from datetime import datetime

from django.db.models import Q

from passerelle.common.erasing import NAMELESS, Person
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import Gender, PayStatus
from passerelle.interpreters import events
from passerelle.interpreters.models import ClaimLink, Credential, Interpreter, LanguageSkill, NotPaired

_LIMITS = ("consecutive_minutes", "sessions_a_day", "weeks_in_a_row", "hours_a_month")
_EMPTIED: dict[str, object] = {
    "user": None,
    "first_name": NAMELESS,
    "family_name": "",
    "phone": "",
    "reads": "",
    "gender": Gender.UNSAID,
    "places": [],
    "pay_status": PayStatus.EXPENSES_ONLY,
    "base_area": "",
    "not_themes": [],
    "active": False,
    **dict.fromkeys(_LIMITS),
}


def erase_interpreter(person: Person, now: datetime) -> None:
    """Also whom they, or their account, ruled out."""
    NotPaired.objects.filter(_ruled_out_by(person)).delete()
    row = Interpreter.objects.select_for_update(no_key=True).filter(pk__in=person.interpreters).first()
    if row is None:
        return
    for model in (LanguageSkill, Credential, ClaimLink):
        model._default_manager.filter(interpreter=row).delete()
    for name, empty in _EMPTIED.items():
        setattr(row, name, empty)
    row.changed(*_EMPTIED)
    events.tell_interpreter(row, "erased", now=now, actor=SYSTEM)


def _ruled_out_by(person: Person) -> Q:
    return Q(interpreter__in=person.interpreters) | Q(set_by__in=person.accounts)
