from uuid import uuid4

import pytest
from django.db import IntegrityError

from passerelle.accounts.actors import NOBODY, actor_for
from passerelle.accounts.models import User
from passerelle.accounts.services import create_user, deactivate_user, set_locale
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import SYSTEM, TeamRole
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, a_user, an_agency, someone_of_the_team


def test_create_user_makes_an_account_without_a_password(committed_db: None) -> None:
    team = someone_of_the_team()
    with told() as lines:
        user = create_user(email=" Ana@Example.INVALID ", name="  Ana   Li ", locale="ar", now=NOW, actor=team)
    user.refresh_from_db()
    assert (user.email, user.name, user.locale, user.is_active) == ("ana@example.invalid", "Ana Li", "ar", True)
    assert not user.has_usable_password()
    assert lines == [("me", user.id, 1, "created", frozenset({audiences.user(user.id)}))]


def test_create_user_refuses_a_partner(db: None) -> None:
    with pytest.raises(Forbidden):
        create_user(email="ana@example.invalid", name="Ana", now=NOW, actor=a_partner_of(an_agency()))
    assert not User.objects.filter(email="ana@example.invalid").exists()


def test_create_user_tells_every_problem_at_once(db: None) -> None:
    with pytest.raises(Refusal) as refused:
        create_user(email="ana", name=" ", locale="xx", now=NOW, actor=SYSTEM)
    found = [(problem.code, problem.field) for problem in refused.value.problems]
    assert found == [(Code.EMPTY, "name"), (Code.EMAIL_WRONG, "email"), (Code.LOCALE_UNKNOWN, "locale")]


def test_create_user_refuses_an_address_that_is_known_in_other_capitals(db: None) -> None:
    a_user(email="ana@example.invalid")
    with pytest.raises(Refusal) as refused:
        create_user(email="ANA@example.invalid", name="Ana", now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.EMAIL_TAKEN


def test_the_database_has_the_last_word_on_addresses(db: None) -> None:
    """What a race past the service's look would meet."""
    a_user(email="ana@example.invalid")
    with pytest.raises(IntegrityError):
        User.objects.create_user("ana@example.invalid", "Another Ana")


def test_an_invitation_without_a_language_leaves_it_to_the_device(db: None) -> None:
    user = create_user(email="ana@example.invalid", name="Ana Li", now=NOW, actor=SYSTEM)
    assert user.locale == ""


def test_set_locale_is_told_to_oneself(committed_db: None) -> None:
    user = a_user()
    with told() as lines:
        set_locale(user_id=user.id, locale="fr", now=NOW, actor=actor_for(user))
        set_locale(user_id=user.id, locale="fr", now=NOW, actor=actor_for(user))
    user.refresh_from_db()
    assert user.locale == "fr"
    assert lines == [("me", user.id, 1, "locale", frozenset({audiences.user(user.id)}))]


def test_set_locale_of_somebody_else_is_refused_even_to_the_team(db: None) -> None:
    user = a_user()
    with pytest.raises(Forbidden):
        set_locale(user_id=user.id, locale="fr", now=NOW, actor=someone_of_the_team())


def test_set_locale_refuses_a_language_without_a_catalog(db: None) -> None:
    user = a_user()
    with pytest.raises(Refusal) as refused:
        set_locale(user_id=user.id, locale="tlh", now=NOW, actor=actor_for(user))
    assert refused.value.code is Code.LOCALE_UNKNOWN


def test_deactivate_user_leaves_nobody_to_act(committed_db: None) -> None:
    user, team = a_user(), someone_of_the_team()
    with told() as lines:
        deactivate_user(user_id=user.id, now=NOW, actor=team)
        deactivate_user(user_id=user.id, now=NOW, actor=team)
    user.refresh_from_db()
    assert actor_for(user) == NOBODY
    assert lines == [("me", user.id, 1, "deactivated", frozenset({audiences.user(user.id)}))]


def test_deactivate_user_who_is_the_owner_is_refused_to_the_coordinator(db: None) -> None:
    owner = a_user()
    someone_of_the_team(TeamRole.OWNER, owner)
    with pytest.raises(Forbidden):
        deactivate_user(user_id=owner.id, now=NOW, actor=someone_of_the_team())
    owner.refresh_from_db()
    assert owner.is_active


def test_deactivate_user_refuses_oneself_and_a_stranger(db: None) -> None:
    team = someone_of_the_team()
    assert team.user_id is not None
    with pytest.raises(Refusal) as refused:
        deactivate_user(user_id=team.user_id, now=NOW, actor=team)
    assert refused.value.code is Code.NOT_YOURSELF
    with pytest.raises(Missing):
        deactivate_user(user_id=uuid4(), now=NOW, actor=team)
