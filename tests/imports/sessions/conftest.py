"""A group of a partner, and four interpreters whom a sheet may name."""

import pytest

from passerelle.agencies.models import Group
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language, PayStatus
from passerelle.interpreters.models import Interpreter
from tests.factories.people import a_group_of, a_profile, an_agency, an_interpreter, someone_of_the_team


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


@pytest.fixture(autouse=True)
def circle(db: None) -> Group:
    group = a_group_of(an_agency("Art Refuge"))
    Group.objects.filter(pk=group.pk).update(name="Circle")
    return group


@pytest.fixture(autouse=True)
def people(circle: Group) -> dict[str, Interpreter]:
    """Two who speak one language each, a volunteer, and one who speaks two."""
    return {
        name: an_interpreter(a_profile(name, *languages, pay_status=pay), signs_in=False)
        for name, languages, pay in (
            ("Shirin", [Language.DARI], PayStatus.FEES),
            ("Amal", [Language.ARABIC], PayStatus.FEES),
            ("Omid", [Language.PASHTO], PayStatus.EXPENSES_ONLY),
            ("Nour", [Language.ARABIC, Language.FARSI], PayStatus.FEES),
        )
    }
