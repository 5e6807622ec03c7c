"""Who can sign in to the demo, and as whom."""

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.hashers import make_password

from passerelle.accounts.models import User
from passerelle.common.transactions import unit_of_work
from passerelle.demo.world.cast import PARTNERS, TEAM, mail
from passerelle.demo.world.interpreters import SPEAKERS

DEMO_PASSWORD = "demo-passerelle"  # noqa: S105  (no secret: it opens an invented world, and demo mode never runs in production)


class Key(StrEnum):
    """The three windows of the demo."""

    PARTNER = "partner"
    INTERPRETER = "interpreter"
    TEAM = "team"


_WHO = {Key.PARTNER: "juliette", Key.INTERPRETER: "shirin", Key.TEAM: "hannah"}
_ROLES = (
    {colleague.key: colleague.role.value for colleague in TEAM}
    | {key: partner.name for partner in PARTNERS for key in (partner.member, *dict(partner.colleagues))}
    | {speaker.key: "interpreter" for speaker in SPEAKERS}
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """``role`` is what they are in the world: a partner's agency, ``interpreter``, or their place in the team."""

    key: Key
    name: str
    role: str


def demo_people() -> list[DemoPerson]:
    """The buttons to show; none before the world was built."""
    found = ((key, user_for(key)) for key in Key)
    return [DemoPerson(key, user.name, _ROLES[_WHO[key]]) for key, user in found if user is not None]


def user_for(key: Key) -> User | None:
    """The account behind a button of the demo, where the world was built."""
    return User.objects.filter(email=mail(_WHO[key]), is_active=True).first()


@dataclass(frozen=True, slots=True)
class SignIn:
    name: str
    role: str
    email: str


def sign_ins() -> list[SignIn]:
    """Everyone of the world who has an account: the three of the buttons first."""
    keys = sorted(_ROLES, key=lambda key: key not in _WHO.values())
    names = dict(User.objects.filter(is_active=True).values_list("email", "name"))
    return [SignIn(names[mail(key)], _ROLES[key], mail(key)) for key in keys if mail(key) in names]


def cast_mails() -> list[str]:
    """The addresses of everyone of the cast, with an account or without."""
    return [mail(key) for key in _ROLES]


@unit_of_work
def set_demo_passwords() -> None:
    """One password for everyone, hashed once. Only ``manage.py demo`` calls this, and only in demo mode."""
    User.objects.filter(email__in=cast_mails()).update(password=make_password(DEMO_PASSWORD))
