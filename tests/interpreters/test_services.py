from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.accounts.actors import actor_for
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import CredentialKind, Language, Variety
from passerelle.interpreters.models import Credential, Interpreter
from passerelle.interpreters.services import add_interpreter, give_account, record_credential
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, a_profile, a_user, acting, an_agency, an_interpreter, someone_of_the_team

TODAY = NOW.date()


def seen_by(interpreter: Interpreter) -> frozenset[str]:
    return frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})


def test_add_interpreter_with_an_account(committed_db: None) -> None:
    user, team = a_user(), someone_of_the_team()
    profile = replace(a_profile("Amal"), languages={Language.ARABIC: [Variety.SUDANESE], Language.ENGLISH: []})
    with told() as lines:
        made = add_interpreter(profile=profile, user_id=user.id, now=NOW, actor=team)
    assert actor_for(user).interpreter_id == made.id
    skills = made.languages.order_by("language").values_list("language", "varieties")
    assert list(skills) == [("ar", ["ar-SD"]), ("en", [])]
    assert lines == [
        ("interpreter", made.id, 1, "created", seen_by(made)),
        ("me", user.id, 1, "created", frozenset({audiences.user(user.id)})),
    ]


def test_add_interpreter_without_an_account(committed_db: None) -> None:
    with told() as lines:
        made = add_interpreter(profile=a_profile(), now=NOW, actor=SYSTEM)
    assert made.user is None
    assert lines == [("interpreter", made.id, 1, "created", seen_by(made))]


def test_add_interpreter_tells_every_problem_at_once(db: None) -> None:
    profile = replace(a_profile(" "), family_name="x" * 61, places=[], languages={Language.DARI: [Variety.SUDANESE]})
    with pytest.raises(Refusal) as refused:
        add_interpreter(profile=profile, now=NOW, actor=SYSTEM)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [
        (Code.EMPTY, "first_name"),
        (Code.TOO_LONG, "family_name"),
        (Code.EMPTY, "places"),
        (Code.VARIETY_OF_ANOTHER, "languages.prs"),
    ]
    assert not Interpreter.objects.exists()


def test_add_interpreter_refuses_an_account_that_is_one_already(db: None) -> None:
    known = an_interpreter()
    with pytest.raises(Refusal) as refused:
        add_interpreter(profile=a_profile(), user_id=known.user_id, now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.ALREADY_INTERPRETER


def test_interpreters_are_the_teams_to_change(db: None) -> None:
    interpreter, user = an_interpreter(), a_user()
    paper: dict[str, Any] = {"kind": CredentialKind.CHECK, "seen_on": TODAY, "expires_on": TODAY}
    for actor in (a_partner_of(an_agency()), acting(interpreter)):
        with pytest.raises(Forbidden):
            add_interpreter(profile=a_profile(), now=NOW, actor=actor)
        with pytest.raises(Forbidden):
            give_account(interpreter_id=interpreter.id, user_id=user.id, now=NOW, actor=actor)
        with pytest.raises(Forbidden):
            record_credential(interpreter_id=interpreter.id, **paper, now=NOW, actor=actor)


def test_give_account_lets_someone_booked_by_phone_sign_in(committed_db: None) -> None:
    interpreter, user, team = an_interpreter(signs_in=False, cleared=False), a_user(), someone_of_the_team()
    with told() as lines:
        give_account(interpreter_id=interpreter.id, user_id=user.id, now=NOW, actor=team)
        give_account(interpreter_id=interpreter.id, user_id=user.id, now=NOW, actor=team)
    assert actor_for(user).interpreter_id == interpreter.id
    assert lines == [
        ("interpreter", interpreter.id, 2, "account", seen_by(interpreter)),
        ("me", user.id, 1, "account", frozenset({audiences.user(user.id)})),
    ]


def test_give_account_refuses_a_second_one_and_one_of_another(db: None) -> None:
    one, other = an_interpreter(), an_interpreter(signs_in=False)
    assert one.user_id is not None
    with pytest.raises(Refusal) as refused:
        give_account(interpreter_id=one.id, user_id=a_user().id, now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.HAS_ACCOUNT
    with pytest.raises(Refusal) as refused:
        give_account(interpreter_id=other.id, user_id=one.user_id, now=NOW, actor=SYSTEM)
    assert refused.value.code is Code.ALREADY_INTERPRETER


def test_record_credential_is_told_once(committed_db: None) -> None:
    interpreter, team = an_interpreter(cleared=False), someone_of_the_team()
    paper: dict[str, Any] = {"kind": CredentialKind.CHECK, "seen_on": TODAY, "expires_on": date(2029, 1, 1)}
    with told() as lines:
        record_credential(interpreter_id=interpreter.id, **paper, now=NOW, actor=team)
        record_credential(interpreter_id=interpreter.id, **paper, now=NOW, actor=team)
    assert Credential.objects.filter(interpreter=interpreter).values("kind", "seen_on", "expires_on").get() == paper
    assert lines == [("interpreter", interpreter.id, 2, "credential", seen_by(interpreter))]


@pytest.mark.parametrize(
    ("seen", "expires", "code"),
    [(2, 300, Code.IN_THE_FUTURE), (-10, -11, Code.EXPIRES_BEFORE_SEEN)],
)
def test_record_credential_refuses_dates_that_cannot_be(db: None, seen: int, expires: int, code: Code) -> None:
    interpreter = an_interpreter(cleared=False)
    with pytest.raises(Refusal) as refused:
        record_credential(
            interpreter_id=interpreter.id,
            kind=CredentialKind.CHECK,
            seen_on=TODAY + timedelta(days=seen),
            expires_on=TODAY + timedelta(days=expires),
            now=NOW,
            actor=SYSTEM,
        )
    assert refused.value.code is code
    assert not Credential.objects.exists()


def test_what_does_not_exist_is_missing(db: None) -> None:
    with pytest.raises(Missing):
        add_interpreter(profile=a_profile(), user_id=uuid4(), now=NOW, actor=SYSTEM)
    with pytest.raises(Missing):
        give_account(interpreter_id=uuid4(), user_id=a_user().id, now=NOW, actor=SYSTEM)
