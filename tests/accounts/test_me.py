"""What ``/me`` hands to the live socket beside who somebody is."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.models import User
from passerelle.journal.positions import position, position_of
from tests.factories.people import a_user


def signed_in(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def test_me_comes_with_the_position_for_its_reader_alone(committed_db: None) -> None:
    user, other = a_user(), a_user("Olive")
    cursor = signed_in(user).get("/api/v1/me").headers["Live-Cursor"]
    assert position_of(cursor, user_id=user.id) == position()
    assert position_of(cursor, user_id=other.id) is None


def test_the_position_is_read_before_anything_else(committed_db: None) -> None:
    browser = signed_in(a_user())
    with CaptureQueriesContext(connection) as captured:
        browser.get("/api/v1/me")
    read = ["journal_counter" in query["sql"] for query in captured.captured_queries]
    assert read == [True, *[False] * (len(read) - 1)]
    assert len(read) > 2


def test_nobody_is_given_a_position(committed_db: None) -> None:
    answer = Client().get("/api/v1/me")
    assert (answer.status_code, "Live-Cursor" in answer.headers) == (401, False)
