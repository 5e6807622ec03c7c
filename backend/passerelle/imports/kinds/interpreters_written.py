"""Interpreters as a spreadsheet has them."""

from datetime import date, datetime
from typing import Any

from passerelle.availability.models import Break
from passerelle.domain.words import Gender, Language, PayStatus, Place, Variety
from passerelle.imports.kinds import papers
from passerelle.imports.vocabulary import words
from passerelle.interpreters.models import Interpreter


def export(language: str, now: datetime) -> list[dict[str, str]]:
    """Without free days, own limits, themes and pairings: beside *not available* on a board they would tell why."""
    breaks = dict(Break.objects.filter(until__gte=now.date()).values_list("interpreter_id", "until"))
    people = Interpreter.objects.select_related("user").prefetch_related("languages", "credentials")
    return [_exported(person, breaks.get(person.id), language) for person in people.order_by("first_name", "id")]


def _exported(person: Interpreter, break_until: date | None, language: str) -> dict[str, str]:
    def spoken(skill: Any) -> str:
        varieties = ", ".join(words.VARIETY.write(Variety(variety), language) for variety in skill.varieties)
        name = words.LANGUAGE.write(Language(skill.language), language)
        return f"{name} ({varieties})" if varieties else name

    return {
        "id": str(person.id),
        "first_name": person.first_name,
        "family_name": person.family_name,
        "phone": person.phone,
        "email": person.user.email if person.user is not None else "",
        "languages": ", ".join(spoken(skill) for skill in sorted(person.languages.all(), key=lambda s: s.language)),
        "places": ", ".join(words.PLACE.write(Place(place), language) for place in person.places),
        "pay_status": words.PAY_STATUS.write(PayStatus(person.pay_status), language),
        "gender": words.GENDER.write(Gender(person.gender), language),
        "base_area": person.base_area,
        "reads": words.LANGUAGE.write(Language(person.reads), language) if person.reads else "",
        "active": words.yes_or_no(person.active, language),
        "credentials": papers.write([papers.seen_of(row) for row in person.credentials.all()], language),
        "break_until": break_until.isoformat() if break_until is not None else "",
        "account": words.yes_or_no(person.user is not None, language),
    }
