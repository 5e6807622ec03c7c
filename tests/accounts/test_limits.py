"""Who tries passwords all day is stopped, from wherever; an office behind one address is not, and nobody is locked out."""

from collections import Counter
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from passerelle.accounts.limits import ANOTHER_WAY
from tests.accounts.ways_in import ELSEWHERE, OFFICE, PASSWORD, REQUEST, RIGHT, WRONG, by_code, by_password, send, somebody
from tests.factories.people import a_user
from tests.support.hashing import COUNTED, Counted

pytestmark = pytest.mark.django_db

MANY = 1_000
OF_AN_ACCOUNT, OF_AN_ADDRESS = 5, 100
"""Wrong passwords that are looked at, before it is too often."""


@pytest.fixture(autouse=True)
def behind_one_proxy(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.PASSWORD_HASHERS = COUNTED


def address(number: int) -> str:
    return f"10.{number // 250}.{number % 250}.1"


def test_a_thousand_wrong_passwords_for_one_account_from_a_thousand_addresses_are_limited() -> None:
    """Even where each address is a real one, five are looked at."""
    user, before = somebody(), Counted.done
    tried = Counter(by_password(user.email, through=address(number)) for number in range(MANY))
    assert tried == {400: OF_AN_ACCOUNT, 429: MANY - OF_AN_ACCOUNT}
    assert Counted.done - before == OF_AN_ACCOUNT, "who is refused costs no hash"


def test_a_thousand_forged_addresses_are_one() -> None:
    """A thousand accounts are tried once each; what the sender writes before the proxy's own word is not believed."""
    tried = Counter(
        by_password(f"person{number}@example.invalid", through=f"{address(number)}, {ELSEWHERE}") for number in range(MANY)
    )
    assert tried == {400: OF_AN_ADDRESS, 429: MANY - OF_AN_ADDRESS}


def test_where_no_proxy_is_trusted_no_forwarded_address_is_believed(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "5/5m/ip"}
    tried = [by_password(f"person{number}@example.invalid", through=address(number)) for number in range(7)]
    assert tried == [400] * 5 + [429] * 2


def test_another_port_in_the_host_is_not_another_account() -> None:
    user = somebody()
    tried = [by_password(user.email, through=address(number), SERVER_PORT=str(8_000 + number)) for number in range(7)]
    assert tried == [400] * 5 + [429] * 2


def test_capitals_are_not_another_account() -> None:
    user = somebody()
    spelled = [user.email.upper() if number % 2 else user.email for number in range(7)]
    assert [by_password(one, through=address(number)) for number, one in enumerate(spelled)] == [400] * 5 + [429] * 2


def test_sixty_people_of_one_office_sign_in_within_minutes() -> None:
    """Half by password, of whom every third mistypes first; half by code, of whom every third asks twice."""
    for number in range(60):
        user = somebody(f"Person{number}")
        if number % 2:
            if number % 3 == 0:
                assert by_password(user.email, through=OFFICE) == 400
            assert by_password(user.email, RIGHT, through=OFFICE) == 200
        else:
            if number % 3 == 0:
                assert send(REQUEST, {"email": user.email}, through=OFFICE).status_code == 401
            assert by_code(user, through=OFFICE) == 200


def test_what_somebody_does_to_one_account_keeps_no_colleague_out() -> None:
    victim, colleague = somebody("Nour"), somebody("Hannah")
    tried = Counter(by_password(victim.email, through=OFFICE) for _ in range(OF_AN_ADDRESS + 20))
    assert tried == {400: OF_AN_ACCOUNT, 429: OF_AN_ADDRESS + 20 - OF_AN_ACCOUNT}
    assert by_password(colleague.email, through=OFFICE) == 400
    assert by_password(colleague.email, RIGHT, through=OFFICE) == 200


def test_whose_account_is_hammered_gets_in_by_a_code() -> None:
    user = somebody()
    for number in range(30):
        by_password(user.email, through=address(number))
    assert by_password(user.email, RIGHT, through=OFFICE) == 429
    assert by_code(user, through=OFFICE) == 200


def test_who_asks_for_codes_in_somebodys_place_leaves_enough_for_them() -> None:
    user = a_user()
    asked = Counter(send(REQUEST, {"email": user.email}, through=ELSEWHERE).status_code for _ in range(60))
    assert asked == {401: 3, 429: 57}
    assert len(mail.outbox) == 3
    assert by_code(user, through=OFFICE) == 200


def test_one_mailbox_is_not_filled_from_everywhere() -> None:
    user = a_user()
    asked = Counter(send(REQUEST, {"email": user.email}, through=address(number)).status_code for number in range(60))
    assert asked == {401: 30, 429: 30}
    assert len(mail.outbox) == 30


def test_the_right_password_is_no_try_that_counts() -> None:
    user = somebody()
    assert {by_password(user.email, RIGHT, through=OFFICE) for _ in range(12)} == {200}


@pytest.mark.parametrize(
    ("language", "by_password_said", "by_code_said"),
    [
        ("en", ANOTHER_WAY, "That was too often. Wait a moment, then try again."),
        (
            "ar",
            "محاولات كثيرة. انتظر بعض الوقت، أو دعنا نرسل لك رمزًا بدلًا من ذلك.",
            "محاولات كثيرة متتالية. انتظر قليلًا ثم أعد المحاولة.",
        ),
    ],
)
def test_it_is_said_in_the_readers_language_with_another_way(language: str, by_password_said: str, by_code_said: str) -> None:
    email, client = a_user().email, Client(headers={"Accept-Language": language})
    for path, body, said in [
        (PASSWORD, {"email": email, "password": WRONG}, by_password_said),
        (REQUEST, {"email": email}, by_code_said),
    ]:
        answer = [send(path, body, client=client) for _ in range(OF_AN_ACCOUNT + 1)][-1]
        assert answer.status_code == 429
        assert answer.json() == {"errors": [{"code": "throttled", "message": said}]}
        assert (answer["Retry-After"], answer["Cache-Control"]) == ("60", "no-store")


def test_an_address_that_tried_too_often_is_told_so_too(settings: Any) -> None:
    """This one is answered by django-allauth before anything is read, and without a word."""
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "1/m/ip"}
    by_password("a@example.invalid")
    answer = send(PASSWORD, {"email": "b@example.invalid", "password": WRONG})
    assert (answer.status_code, answer.json()["errors"][0]["code"], answer["Retry-After"]) == (429, "throttled", "60")
