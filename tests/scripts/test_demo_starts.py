"""The one command: what a newcomer sees, what stays, what a wrong word is answered with."""

import socket
from pathlib import Path

import pytest

from scripts.ports import free_port
from tests.scripts.conftest import TEAM, FirstRun, team_browser
from tests.scripts.running import Demo, outcome, press_ctrl_c, start, started
from tests.support.browser import Browser
from tests.support.waiting import until

NAMES = {"partner.localhost": "partner", "interpreter.localhost": "interpreter", TEAM: "team"}


def test_the_greeting_names_an_address_and_a_sign_in_for_each_role(demo: Demo) -> None:
    said = demo.said.splitlines()
    for name in NAMES:
        assert f"  {name.split('.')[0]:<12} http://{name}:{demo.port}" in said
    for role, who in (("coordinator", "Hannah Whitlock"), ("Art Refuge", "Juliette Carpentier"), ("interpreter", "Shirin")):
        (line,) = [line.split("\t") for line in said if line.startswith(f"  {role}\t{who}\t")]
        signed_in = Browser(demo.port).password("partner.localhost", line[2], line[3])
        assert (signed_in.status, signed_in.json()["data"]["user"]["email"]) == (200, line[2])


def test_one_browser_holds_three_people_at_once(demo: Demo) -> None:
    browser = Browser(demo.port)
    for name, key in NAMES.items():
        page = browser.get(name, "/")
        assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert b'<div id="root">' in page.body
        assert browser.get(name, "/api/v1/me").status == 401
        assert browser.sign_in(name, key).status == 200
    assert {name: browser.get(name, "/api/v1/me").json()["roles"] for name in NAMES} == {n: [key] for n, key in NAMES.items()}
    assert {cookie.domain for cookie in browser.jar} == set(NAMES)
    assert not any(cookie.domain_specified for cookie in browser.jar), "a cookie for a domain would reach the other windows"


def test_a_name_that_is_not_the_demos_is_refused(demo: Demo) -> None:
    assert Browser(demo.port).get("elsewhere.example", "/api/v1/me").status == 400


def test_a_second_start_on_the_same_folder_is_refused_and_harms_nothing(demo: Demo) -> None:
    before = demo.children()
    said = demo.said
    assert outcome(demo.run, free_port(), said="again") == (
        1,
        "The demo is already running here. Stop it with Ctrl-C where it was started.\n",
    )
    assert (demo.children(), demo.said) == (before, said)


def test_a_second_start_keeps_what_was_done_and_prepares_less(first_run: FirstRun, demo: Demo) -> None:
    # The cookie of the first run is still good as well: the secret is kept.
    assert first_run.browser.get(TEAM, f"/api/v1/visits/{first_run.visit['id']}").json() == first_run.visit
    assert demo.preparation() < first_run.preparation


def test_ctrl_c_stops_everything_it_started_and_nothing_else(first_run: FirstRun) -> None:
    started_by_it = {process.pid for process in first_run.before_ctrl_c}
    assert len(started_by_it) > len({"keeper", "database", "web", "worker"}), "the database has processes of its own"
    assert (first_run.exit_code, first_run.said.splitlines()[-1]) == (0, "Everything is stopped.")
    assert first_run.still_running == []
    assert first_run.bystander_lives


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("postgres*", id="while the database is made"),
        pytest.param("postgres/postmaster.pid", id="while the world is built"),
    ],
)
def test_ctrl_c_during_a_first_start_stops_it_at_once(tmp_path: Path, moment: str) -> None:
    keeper = start(tmp_path, free_port())
    until(lambda: any((tmp_path / "demo").glob(moment)), what=moment)
    assert press_ctrl_c(keeper) == 0
    assert (tmp_path / "said").read_text() == "Everything is stopped.\n"
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {"lock", "secret", "postgres", "postgres.log"}


def test_reset_starts_afresh(first_run: FirstRun, demo: Demo, demo_folder: Path) -> None:
    before = first_run.browser.get(TEAM, "/api/v1/visits").json()["results"]
    again = started(demo_folder, "--reset")
    try:
        assert again.said.startswith("Forgetting the demo world\n")
        browser = team_browser(again.port)
        assert browser.get(TEAM, f"/api/v1/visits/{first_run.visit['id']}").status == 404
        # The same world, told anew: other ids.
        after = browser.get(TEAM, "/api/v1/visits").json()["results"]
        assert after
        assert not {visit["id"] for visit in after} & {visit["id"] for visit in before}
        assert press_ctrl_c(again.process) == 0
    finally:
        again.end()


def test_a_busy_port_is_named_with_what_to_write(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        said = f"Port {port} cannot be used (Address already in use). Choose another one: make demo PORT={port + 1}\n"
        assert outcome(tmp_path, port) == (1, said)
    assert not list((tmp_path / "demo").glob("postgres*"))


@pytest.mark.parametrize("port", ["http", "0", "65536", "80 80", "-1", "８０００", "1e3"])
def test_a_port_that_is_none_is_named_with_what_to_write(tmp_path: Path, port: str) -> None:
    said = f"PORT is {port!r}; it must be a number from 1 to 65535, such as: make demo PORT=8001\n"
    assert outcome(tmp_path, port) == (1, said)
