"""Interpreters as a spreadsheet has them."""

from typing import Any

from passerelle.domain.words import Gender, Language, PayStatus, Place, Variety
from passerelle.imports.kinds import papers
from passerelle.imports.vocabulary import words
from passerelle.interpreters.models import Interpreter


def export(language: str) -> list[dict[str, str]]:
    people = Interpreter.objects.select_related("user").prefetch_related("languages", "credentials")
    return [_exported(person, language) for person in people.order_by("first_name", "id")]


def _exported(person: Interpreter, language: str) -> dict[str, str]:
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
        "active": words.ANSWER.write(words.Answer.YES if person.active else words.Answer.NO, language),
        "credentials": papers.write([papers.seen_of(row) for row in person.credentials.all()], language),
    }
