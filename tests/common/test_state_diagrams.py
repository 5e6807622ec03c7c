"""``manage.py state_diagrams``: draws the page, and says when it is not what the tables say."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from passerelle.common.management.commands.state_diagrams import PAGE
from passerelle.domain.states.drawing import MACHINES, page

MEND = "Run `make generate`."


def run(*arguments: object) -> str:
    said = StringIO()
    call_command("state_diagrams", *map(str, arguments), stdout=said)
    return said.getvalue()


def test_the_page_in_the_repository_is_current() -> None:
    before = PAGE.read_bytes()
    assert run("--check") == "states.md shows the state tables.\n"
    assert PAGE.read_bytes() == before


def test_draws_the_page_and_then_finds_it_current(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.md"
    assert run("--to", drawn) == "drawn.md shows the state tables.\n"
    assert drawn.read_text() == page()
    assert run("--check", "--to", drawn) == "drawn.md shows the state tables.\n"


@pytest.mark.parametrize("place", range(len(MACHINES)), ids=[machine.name for machine in MACHINES])
def test_check_fails_when_a_table_has_a_line_that_the_page_has_not(tmp_path: Path, place: int) -> None:
    """The page as it was drawn before the table's last line was written."""
    machine, old = MACHINES[place], tmp_path / "old.md"
    before = replace(machine, table=dict(list(machine.table.items())[:-1]))
    old.write_text(page([*MACHINES[:place], before, *MACHINES[place + 1 :]]))
    kept = old.read_bytes()
    with pytest.raises(CommandError, match=f"old.md is not what the state tables say. {MEND}"):
        run("--check", "--to", old)
    assert old.read_bytes() == kept


def test_check_fails_without_a_page(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=MEND):
        run("--check", "--to", tmp_path / "none.md")
    assert not (tmp_path / "none.md").exists()
