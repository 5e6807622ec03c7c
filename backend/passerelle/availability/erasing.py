"""When somebody could work is nobody's to know any more."""

from datetime import datetime

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.common.erasing import Person


def erase_days(person: Person, now: datetime) -> None:
    for model in (FreeDay, UsualDay, Break):
        model._default_manager.filter(interpreter__in=person.interpreters).delete()
