"""A race lost past a service's own look: the database's refusal reads like the service's."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Visit
from passerelle.common.errors import from_database
from passerelle.domain.refusals import Code
from passerelle.interpreters.models import Interpreter
from tests.factories.people import a_group_of, a_user, an_agency, an_interpreter, someone_of_the_team


def two_accounts() -> None:
    User.objects.create_user(a_user().email, "Second")


def two_places_in_the_team() -> None:
    someone_of_the_team(user=(user := a_user()))
    TeamMember.objects.create(user=user, role="therapist")


def two_agencies() -> None:
    Agency.objects.create(name=an_agency().name)


def two_groups() -> None:
    group = a_group_of(an_agency())
    Group.objects.create(agency=group.agency, site=group.site, name=group.name, kind=group.kind)


def two_interpreters() -> None:
    Interpreter.objects.create(user=an_interpreter().user, first_name="Second")


def two_visits() -> None:
    for _ in range(2):
        Visit.objects.create(day=date(2026, 11, 27), time_zone="Europe/Paris")


@pytest.mark.parametrize(
    ("twice", "code"),
    [
        (two_accounts, Code.EMAIL_TAKEN),
        (two_places_in_the_team, Code.ALREADY_IN_TEAM),
        (two_agencies, Code.NAME_TAKEN),
        (two_groups, Code.NAME_TAKEN),
        (two_interpreters, Code.ALREADY_INTERPRETER),
        (two_visits, Code.DAY_TAKEN),
    ],
)
def test_what_somebody_was_first_with_is_named(db: None, twice: Callable[[], None], code: Code) -> None:
    with pytest.raises(IntegrityError) as lost, transaction.atomic():
        twice()
    refusal = from_database(lost.value)
    assert refusal is not None
    assert refusal.code is code
    assert connection.is_usable()
