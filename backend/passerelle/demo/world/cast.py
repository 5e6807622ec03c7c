"""Who is in the demo world. Every person, place and number is invented; the four partners are the founding ones.

Numbers come from the ranges that Arcep and Ofcom keep free for fiction.
"""

from dataclasses import dataclass

from passerelle.domain.roles import TeamRole
from passerelle.domain.words import GroupKind

MAIL = "passerelle.invalid"
"""No mail can ever reach this domain (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Colleague:
    key: str
    name: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class Meeting:
    """A running group and where it meets."""

    key: str
    name: str
    kind: GroupKind
    site: str
    women_only: bool = False


@dataclass(frozen=True, slots=True)
class Partner:
    name: str
    member: str
    member_name: str
    phone: str
    locale: str
    """Empty: never chosen, so the screens speak what the device asks for."""
    groups: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    key: str
    name: str
    area: str
    address: str


TEAM = (
    Colleague("hannah", "Hannah Whitlock", TeamRole.COORDINATOR),
    Colleague("ruth", "Ruth Adeyemi", TeamRole.THERAPIST),
    Colleague("tom", "Tom Ferris", TeamRole.THERAPIST),
    Colleague("claire", "Claire Morel", TeamRole.THERAPIST),
    Colleague("miriam", "Miriam Osei", TeamRole.SAFEGUARDING_LEAD),
)

SITES = (
    Spot("phare", "Maison du Petit Phare", "Calais centre", "14 rue des Voiliers, 62100 Calais"),
    Spot("hangar", "Le Hangar bleu", "Calais east", "3 quai des Cordiers, 62100 Calais"),
    Spot("dunes", "Salle des Dunes", "Grande-Synthe", "27 allée des Oyats, 59760 Grande-Synthe"),
    Spot("halle", "La Petite Halle", "Dunkirk centre", "8 rue du Beffroi bleu, 59140 Dunkirk"),
)

WAYS = (
    ("Calais centre", "Calais east", 10),
    ("Calais centre", "Grande-Synthe", 40),
    ("Calais centre", "Dunkirk centre", 50),
    ("Calais east", "Grande-Synthe", 35),
    ("Calais east", "Dunkirk centre", 45),
    ("Dunkirk centre", "Grande-Synthe", 15),
    ("Lille", "Calais centre", 80),
    ("Lille", "Calais east", 80),
    ("Lille", "Grande-Synthe", 60),
    ("Lille", "Dunkirk centre", 55),
    ("Folkestone", "Calais centre", 95),
    ("Folkestone", "Calais east", 95),
    ("Folkestone", "Grande-Synthe", 120),
    ("Folkestone", "Dunkirk centre", 130),
)
"""Minutes, door to door; from England with the tunnel's own time."""

PARTNERS = (
    Partner(
        "Art Refuge",
        "juliette",
        "Juliette Carpentier",
        "+33 3 53 01 00 11",
        "",
        (
            Meeting("women", "Women’s art table", GroupKind.WOMEN_AND_CHILDREN, "phare", women_only=True),
            Meeting("studio", "Friday studio", GroupKind.MIXED_ADULTS, "hangar"),
        ),
    ),
    Partner(
        "Refugee Youth Service",
        "ben",
        "Ben Hartley",
        "+33 3 53 01 00 12",
        "en",
        (Meeting("youth", "Young people’s circle", GroupKind.UNACCOMPANIED_YOUNG_PEOPLE, "hangar"),),
    ),
    Partner(
        "Médecins du Monde",
        "antoine",
        "Antoine Lefebvre",
        "+33 3 53 01 00 13",
        "fr",
        (Meeting("families", "Families’ morning", GroupKind.FAMILIES, "dunes"),),
    ),
    Partner(
        "Médecins Sans Frontières",
        "sofia",
        "Sofia Marchetti",
        "+33 3 53 01 00 14",
        "fr",
        (
            Meeting("care", "Time for the team", GroupKind.STAFF_AND_VOLUNTEERS, "phare"),
            Meeting("listening", "Listening group", GroupKind.MIXED_ADULTS, "halle"),
        ),
    ),
)


def mail(key: str) -> str:
    """The address someone of the cast signs in with."""
    return f"{key}@{MAIL}"
