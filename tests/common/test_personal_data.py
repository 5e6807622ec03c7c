"""The register of personal data: every field of the database is in it, and ``manage.py personal_data`` says what is not."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from passerelle.common.management.commands.personal_data import PAGE
from passerelle.common.register import Table, against_models, tables, unregistered
from passerelle.common.register_page import page
from passerelle.domain.personal import Condition, Erasing, Kept, Personal, Plain, Reader, Whom

LABELS = sorted(model._meta.label for model in apps.get_models(include_auto_created=True))
ALL = tables()


def run(*arguments: object) -> str:
    said = StringIO()
    call_command("personal_data", *map(str, arguments), stdout=said)
    return said.getvalue()


def without(label: str, *names: str) -> list[Table]:
    """The register, of which a table lacks these fields; or, without names, the whole table."""
    kept = [table for table in ALL if table.model != label]
    if not names:
        return kept
    table = next(table for table in ALL if table.model == label)
    return [*kept, replace(table, fields={name: said for name, said in table.fields.items() if name not in names})]


def said_of(label: str) -> dict[str, Personal]:
    return next(table for table in ALL if table.model == label).personal


def test_every_field_is_registered() -> None:
    assert against_models(ALL) == []
    assert unregistered(ALL) == []


@pytest.mark.django_db
def test_every_table_of_the_database_has_a_model() -> None:
    """What no model knows, the register cannot know: there is nothing of that kind but the note of what was migrated."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    models = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert there - models == {"django_migrations"}


@pytest.mark.parametrize("label", LABELS)
def test_a_table_that_is_left_out_is_named_with_each_field(label: str) -> None:
    table = next(table for table in ALL if table.model == label)
    assert unregistered(without(label)) == [f"{label}.{name}: not registered" for name in sorted(table.fields)]


def test_a_field_that_is_left_out_is_named() -> None:
    assert against_models(without("interpreters.Interpreter", "phone")) == ["interpreters.Interpreter.phone: not registered"]


def test_a_field_that_is_gone_is_named() -> None:
    table = next(table for table in ALL if table.model == "accounts.User")
    old = replace(table, fields={**table.fields, "nickname": Plain.THING})
    assert against_models([*without("accounts.User"), old]) == ["accounts.User.nickname: registered, and gone"]


def test_a_table_that_is_gone_is_named() -> None:
    assert against_models([*ALL, Table("accounts.Diary", {})]) == ["accounts.Diary: no such table"]


def test_a_table_registered_twice_is_named() -> None:
    assert against_models([*ALL, ALL[0]]) == [f"{ALL[0].model}: registered twice"]


def test_exported_fields_need_rows_and_rows_need_exported_fields() -> None:
    table = next(table for table in ALL if table.model == "accounts.User")
    assert against_models([*without("accounts.User"), replace(table, own=None)]) == [
        "accounts.User: has fields that are exported, and does not say which rows are whose"
    ]
    plain = next(table for table in ALL if table.model == "agencies.Agency")
    assert against_models([*without("agencies.Agency"), replace(plain, own=table.own)]) == [
        "agencies.Agency: says which rows are whose, and exports none of its fields"
    ]


def test_what_could_tell_of_origin_is_held_by_a_condition_of_its_own() -> None:
    interpreter, skill = said_of("interpreters.Interpreter"), said_of("interpreters.LanguageSkill")
    assert {interpreter[name].condition for name in ("gender", "places", "not_themes")} == {Condition.CONSENT}
    assert {said.condition for said in skill.values()} == {Condition.CONSENT}
    assert {said.condition for said in said_of("interpreters.Credential").values()} == {Condition.CHECKS}


def test_whoever_a_pairing_is_about_is_not_among_its_readers() -> None:
    assert {said.seen_by for said in said_of("interpreters.NotPaired").values()} == {frozenset({Reader.WRITER})}


def test_what_is_exported_is_read_by_the_person_or_is_their_own_note() -> None:
    """Nobody downloads of themselves what the screens keep from them."""
    shown = {Reader.SELF, Reader.WRITER, Reader.TEAM}
    for table in ALL:
        for name, said in table.personal.items():
            assert not said.exported or said.seen_by & shown, f"{table.model}.{name}"


def test_what_is_of_no_one_person_is_about_a_group_alone() -> None:
    of_no_one = {said.about for table in ALL for said in table.personal.values() if said.erasing is Erasing.NO_ONE}
    assert of_no_one == {Whom.GROUP}


def test_what_runs_out_has_a_clock() -> None:
    spans = {said.kept for table in ALL for said in table.personal.values() if said.erasing is Erasing.RUNS_OUT}
    assert all(kept.time for kept in spans)
    with pytest.raises(TypeError, match="JOURNAL has no end"):
        _ = Kept.JOURNAL.time


def test_the_page_in_the_repository_is_current() -> None:
    before = PAGE.read_bytes()
    assert run("--check") == "personal-data.md shows the register of personal data.\n"
    assert PAGE.read_bytes() == before


def test_draws_the_page_and_then_finds_it_current(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.md"
    assert run("--to", drawn) == "drawn.md shows the register of personal data.\n"
    assert drawn.read_text() == page(ALL)
    assert run("--check", "--to", drawn) == "drawn.md shows the register of personal data.\n"


def test_the_page_names_every_table_and_every_field() -> None:
    text = page(ALL)
    for table in ALL:
        assert table.model in text
        assert [name for name in table.personal if f"`{name}`" not in text] == []


def test_check_fails_where_the_page_is_old_or_is_not_there(tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text(page(without("availability.Break")))
    for path in (old, tmp_path / "none.md"):
        with pytest.raises(CommandError, match=f"{path.name} is not what the register says. Run `make generate`."):
            run("--check", "--to", path)


def test_check_fails_where_a_field_is_not_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.conf.settings.PERSONAL_REGISTERS", settings.PERSONAL_REGISTERS[:-1])
    with pytest.raises(CommandError, match=r"imports\.ImportRow\.cells: not registered"):
        run("--check")
