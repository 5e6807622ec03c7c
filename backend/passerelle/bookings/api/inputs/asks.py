"""What a session is asked for with, sent or kept as a draft."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from passerelle.bookings.api.inputs.limits import ONE_OF_EACH, PEOPLE
from passerelle.bookings.services.asks import Ask, Details, PeopleNeed
from passerelle.domain.words import (
    Language,
    Material,
    Mode,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    Variety,
)


@dataclass(frozen=True)
class NeedInput:
    """How many people need a language, in which variety where that matters."""

    language: Language
    people: int
    variety: Variety | None = None

    LIMITS: ClassVar = {"people": {"min_value": 1, "max_value": 500}}


@dataclass(frozen=True)
class BriefInput:
    """What the interpreter should know beforehand: pick-lists, and a note about the group that names nobody."""

    theme: Theme | None = None
    situations: list[Situation] = field(default_factory=list)
    materials: list[Material] = field(default_factory=list)
    room: list[Room] = field(default_factory=list)
    notes: str = ""

    LIMITS: ClassVar = {
        "situations": ONE_OF_EACH,
        "materials": ONE_OF_EACH,
        "room": ONE_OF_EACH,
        "notes": {"max_length": 1000, "allow_blank": True},
    }


@dataclass(frozen=True)
class ContactInput:
    """The contact on the day: staff, never a participant."""

    name: str = ""
    phone: str = ""

    LIMITS: ClassVar = {"name": {"max_length": 120, "allow_blank": True}, "phone": {"max_length": 32, "allow_blank": True}}


@dataclass(frozen=True)
class QualityInput:
    """Something asked of whoever interprets, required or wished."""

    what: Quality
    strength: Strength


@dataclass(frozen=True, kw_only=True)
class DetailsInput:
    """What a session is about and who is there for it.

    ``requirements`` hold for every interpreter; ``named`` is one the agency worked with before.
    """

    needs: list[NeedInput]
    requirements: list[QualityInput] = field(default_factory=list)
    named: UUID | None = None
    brief: BriefInput = field(default_factory=BriefInput)
    contact: ContactInput | None = None
    staff_present: list[str] = field(default_factory=list)

    LIMITS: ClassVar = {"needs": {"max_length": 12}, "requirements": ONE_OF_EACH, "staff_present": {"max_length": 20}}

    def details(self) -> dict[str, Any]:
        """As the fields of ``Details``."""
        contact = self.contact or ContactInput()
        return {
            "needs": [PeopleNeed(need.language, need.people, need.variety) for need in self.needs],
            "requirements": {line.what: line.strength for line in self.requirements},
            "named_id": self.named,
            "theme": self.brief.theme,
            "situations": self.brief.situations,
            "materials": self.brief.materials,
            "room": self.brief.room,
            "notes": self.brief.notes,
            "contact_name": contact.name,
            "contact_phone": contact.phone,
            "staff_present": self.staff_present,
        }


@dataclass(frozen=True, kw_only=True)
class DetailsEdit(DetailsInput):
    """The details of a sent session as they should be, all of them."""

    version: int

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "details": Details(**self.details())}


@dataclass(frozen=True, kw_only=True)
class AskInput(DetailsInput):
    """A session as it is asked for.

    ``told`` are the agency's members who hear of it; null: those who always do, and whoever asks.
    """

    starts_at: datetime
    ends_at: datetime
    people_expected: int
    mode: Mode = Mode.IN_PERSON
    told: list[UUID] | None = None

    LIMITS: ClassVar = {**DetailsInput.LIMITS, "people_expected": PEOPLE, "told": {"max_length": 100}}

    def ask(self) -> Ask:
        return Ask(
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            people_expected=self.people_expected,
            mode=self.mode,
            told=self.told,
            **self.details(),
        )


@dataclass(frozen=True, kw_only=True)
class NewSession(AskInput):
    """Ask for a session of ``group``; with ``submit`` false it is kept as a draft."""

    group: UUID
    submit: bool = True

    def arguments(self) -> dict[str, Any]:
        return {"group_id": self.group, "submit": self.submit, "ask": self.ask()}


@dataclass(frozen=True, kw_only=True)
class DraftEdit(AskInput):
    """The draft as it is now, for another ``group`` of its agency too; with ``submit`` it is sent in the same act."""

    version: int
    group: UUID | None = None
    submit: bool = False

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "group_id": self.group, "submit": self.submit, "ask": self.ask()}
