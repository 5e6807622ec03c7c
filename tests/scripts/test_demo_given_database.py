"""The one command on a PostgreSQL of one's own: ``DATABASE_URL`` is used, and nothing else is started or taken away."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from scripts.ports import free_port
from tests.scripts.conftest import TEAM, far_ahead, plan_visit, team_browser
from tests.scripts.running import outcome, press_ctrl_c, started
from tests.support.database import database_url

NAME = "given_to_a_demo"


@pytest.fixture
def given(django_db_setup: None) -> Iterator[str]:
    """The address of an empty database beside the tests' own."""
    name = sql.Identifier(NAME)
    with psycopg.connect(database_url("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        yield database_url(NAME)
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def count(url: str, table: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
        assert row is not None
        return int(row[0])


def test_a_given_database_is_used_and_reset_spares_our_own(given: str, demo_folder: Path) -> None:
    demo = started(demo_folder, DATABASE_URL=given)
    try:
        assert set(demo.children()) == {"web", "worker"}
        browser = team_browser(demo.port)
        visit = plan_visit(browser, far_ahead())
        assert count(given, "bookings_visit") == len(browser.get(TEAM, "/api/v1/visits").json()["results"])
        assert press_ctrl_c(demo.process) == 0
    finally:
        demo.end()
    assert count(given, "bookings_visit") > 1, "stopping leaves a database that is not ours as it is"
    again = started(demo_folder, "--reset", DATABASE_URL=given)
    try:
        browser = team_browser(again.port)
        assert browser.get(TEAM, f"/api/v1/visits/{visit['id']}").status == 404
        assert browser.get(TEAM, "/api/v1/visits").json()["results"]
    finally:
        again.end()
    assert (demo_folder / "demo" / "postgres" / "PG_VERSION").exists(), "the embedded world was not what was to be forgotten"


def test_reset_of_a_database_that_holds_something_else_is_refused(given: str, tmp_path: Path) -> None:
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute("CREATE TABLE shoes AS SELECT 40 AS size")
    code, said = outcome(tmp_path, free_port(), "--reset", DATABASE_URL=given)
    assert code == 1
    assert "The database has tables that are not Passerelle's: shoes. Nothing was changed." in said
    assert count(given, "shoes") == 1


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "port 1 failed: Connection refused"),
        ("sqlite:///data", 'missing "="'),
    ],
)
def test_a_database_that_does_not_answer_is_said_plainly(tmp_path: Path, url: str, why: str) -> None:
    code, said = outcome(tmp_path, free_port(), DATABASE_URL=url)
    assert code == 1
    assert said.startswith("The database that DATABASE_URL names cannot be used: ")
    assert why in said
    assert said.endswith("\nUnset it, and one is started for you.\n")
