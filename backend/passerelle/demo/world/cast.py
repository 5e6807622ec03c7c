"""Who is in the demo world. Every person, place and number is invented; the four partners are the founding ones.

Numbers come from the ranges that Arcep and Ofcom keep free for fiction.
"""

from dataclasses import dataclass
from datetime import time

from passerelle.demo.world.calendar import UK_ZONE, ZONE
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
    """A running group, where it meets and when it usually does, in the wall time of the place."""

    key: str
    name: str
    kind: GroupKind
    site: str
    starts: time
    minutes: int
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
    colleagues: tuple[tuple[str, str], ...] = ()
    """Others who ask on its behalf: key and name."""


@dataclass(frozen=True, slots=True)
class Spot:
    key: str
    name: str
    area: str
    address: str
    country: str = "FR"
    time_zone: str = ZONE


TEAM = (
    Colleague("hannah", "Hannah Whitlock", TeamRole.COORDINATOR),
    Colleague("ruth", "Ruth Adeyemi", TeamRole.THERAPIST),
    Colleague("tom", "Tom Ferris", TeamRole.THERAPIST),
    Colleague("claire", "Claire Morel", TeamRole.THERAPIST),
    Colleague("ines", "Inês Duarte", TeamRole.THERAPIST),
    Colleague("patrick", "Patrick Nolan", TeamRole.THERAPIST),
    Colleague("miriam", "Miriam Osei", TeamRole.SAFEGUARDING_LEAD),
    Colleague("gwen", "Gwen Parry", TeamRole.TREASURER),
)
DUTY_PHONE = "+44 7700 900100"

SITES = (
    Spot("phare", "Maison du Petit Phare", "Calais centre", "14 rue des Voiliers, 62100 Calais"),
    Spot("hangar", "Le Hangar bleu", "Calais east", "3 quai des Cordiers, 62100 Calais"),
    Spot("moulin", "Le Moulin blanc", "Marck", "52 chemin du Moulin blanc, 62730 Marck"),
    Spot("dunes", "Salle des Dunes", "Grande-Synthe", "27 allée des Oyats, 59760 Grande-Synthe"),
    Spot("canal", "La Cale sèche", "Loon-Plage", "6 route du Canal vert, 59279 Loon-Plage"),
    Spot("halle", "La Petite Halle", "Dunkirk centre", "8 rue du Beffroi bleu, 59140 Dunkirk"),
    Spot("loft", "The Sail Loft", "Folkestone", "21 Old Rigging Lane, Folkestone CT20 1ZZ", "GB", UK_ZONE),
)

_AREAS = tuple(spot.area for spot in SITES)
_MINUTES: dict[str, tuple[int | None, ...]] = {
    "Calais centre": (0, 10, 15, 40, 35, 50, 95),
    "Calais east": (10, 0, 15, 35, 30, 45, 95),
    "Marck": (15, 15, 0, 30, 25, 40, 100),
    "Grande-Synthe": (40, 35, 30, 0, 10, 15, 120),
    "Loon-Plage": (35, 30, 25, 10, 0, 20, 115),
    "Dunkirk centre": (50, 45, 40, 15, 20, 0, 130),
    "Lille": (80, 80, 75, 60, 65, 55, 165),
    "Boulogne": (35, 40, 45, 65, 60, 75, None),
    "London": (170, 170, None, 195, 190, 205, 75),
}
"""From each area, or from where somebody sets out, to the area of each site; door to door, with the tunnel's own time.

None: nobody has measured it yet.
"""
WAYS = tuple(
    (here, there, minutes)
    for at, (here, row) in enumerate(_MINUTES.items())
    for to, (there, minutes) in enumerate(zip(_AREAS, row, strict=True))
    if minutes and (to > at or here not in _AREAS)
)

_KIND = GroupKind
PARTNERS = (
    Partner(
        "Art Refuge",
        "juliette",
        "Juliette Carpentier",
        "+33 3 53 01 00 11",
        "",
        (
            Meeting("women", "Women’s art table", _KIND.WOMEN_AND_CHILDREN, "phare", time(10), 75, women_only=True),
            Meeting("studio", "Friday studio", _KIND.MIXED_ADULTS, "hangar", time(15, 45), 75),
        ),
    ),
    Partner(
        "Refugee Youth Service",
        "ben",
        "Ben Hartley",
        "+33 3 53 01 00 12",
        "en",
        (
            Meeting("youth", "Young people’s circle", _KIND.UNACCOMPANIED_YOUNG_PEOPLE, "hangar", time(14), 75),
            Meeting("evening", "Young people’s evening", _KIND.UNACCOMPANIED_YOUNG_PEOPLE, "loft", time(19, 30), 60),
        ),
        (("adaora", "Adaora Bright"),),
    ),
    Partner(
        "Médecins du Monde",
        "antoine",
        "Antoine Lefebvre",
        "+33 3 53 01 00 13",
        "fr",
        (
            Meeting("families", "Families’ morning", _KIND.FAMILIES, "dunes", time(10, 30), 60),
            Meeting("clinic", "Waiting-room hour", _KIND.MIXED_ADULTS, "canal", time(13, 30), 60),
        ),
        (("lucie", "Lucie Vasseur"),),
    ),
    Partner(
        "Médecins Sans Frontières",
        "sofia",
        "Sofia Marchetti",
        "+33 3 53 01 00 14",
        "fr",
        (
            Meeting("care", "Time for the team", _KIND.STAFF_AND_VOLUNTEERS, "phare", time(16, 30), 60),
            Meeting("listening", "Listening group", _KIND.MIXED_ADULTS, "halle", time(15), 60),
            Meeting("mothers", "Mothers and babies", _KIND.WOMEN_AND_CHILDREN, "moulin", time(11), 60, women_only=True),
        ),
        (("bruno", "Bruno Deschamps"), ("kirsten", "Kirsten Aalto")),
    ),
)
MEETINGS = {meeting.key: meeting for partner in PARTNERS for meeting in partner.groups}
SPOTS = {spot.key: spot for spot in SITES}


def mail(key: str) -> str:
    """The address someone of the cast signs in with."""
    return f"{key}@{MAIL}"
