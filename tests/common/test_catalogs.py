"""Every marked sentence is there in every language, and the check that says so does not sleep."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation
from pytest_django import Settings

from passerelle.common.language import say
from passerelle.config.languages import FOR_INTERPRETERS
from passerelle.domain.refusals import MESSAGES, Code
from passerelle.domain.states.machine import Machine
from passerelle.domain.states.offer import OFFER
from passerelle.domain.states.session import SESSION
from passerelle.domain.states.shift import SHIFT
from passerelle.domain.states.spoken import SPOKEN
from passerelle.domain.states.visit import VISIT

MARKED = """
from django.utils.translation import gettext as _
HELLO = _("Good morning, %(name)s.")
BYE = _("Until Friday.")
"""


@pytest.fixture
def source(tmp_path: Path, settings: Settings) -> Path:
    """A small source with complete catalogs in English and French."""
    folder = tmp_path / "locale"
    settings.LOCALE_PATHS = [folder]
    settings.LANGUAGES = [("en", "English"), ("fr", "Français")]
    settings.LANGUAGES_FOR_INTERPRETERS = frozenset()
    (tmp_path / "said.py").write_text(MARKED)
    with pytest.raises(CommandError, match=r"fr: no translation of “Until Friday.”"):
        call_command("messages", stdout=StringIO())
    translate(tmp_path, "Good morning, %(name)s.", "", "Bonjour, %(name)s.")
    translate(tmp_path, "Until Friday.", "", "À vendredi.")
    call_command("messages", stdout=StringIO())
    return tmp_path


def french(source: Path) -> Path:
    return source / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def translate(source: Path, message: str, before: str, after: str) -> None:
    text, place = french(source).read_text(), f'msgid "{message}"\nmsgstr "{before}"'
    assert place in text
    french(source).write_text(text.replace(place, f'msgid "{message}"\nmsgstr "{after}"'))


def check() -> None:
    call_command("messages", "--check", stdout=StringIO())


def test_catalogs_of_the_product_are_complete() -> None:
    check()


def test_complete_catalogs_pass(source: Path) -> None:
    check()


def test_a_removed_translation_fails_and_is_named(source: Path) -> None:
    translate(source, "Until Friday.", "À vendredi.", "")
    with pytest.raises(CommandError, match=r"fr: no translation of “Until Friday.”"):
        check()


def test_a_new_message_fails_and_is_named(source: Path) -> None:
    (source / "more.py").write_text(MARKED.replace("Until Friday.", "Until Monday."))
    with pytest.raises(CommandError, match=r"en: lacks the message “Until Monday.”"):
        check()


def test_a_message_nobody_says_any_more_fails_until_it_is_taken_out(source: Path) -> None:
    (source / "said.py").write_text(MARKED.replace("Until Friday.", "Good morning, %(name)s."))
    with pytest.raises(CommandError, match=r"fr: nobody says any more: “Until Friday.”"):
        check()
    call_command("messages", stdout=StringIO())
    check()
    assert "Until Friday." not in french(source).read_text()


def test_a_lost_placeholder_fails(source: Path) -> None:
    translate(source, "Good morning, %(name)s.", "Bonjour, %(name)s.", "Bonjour, %(nom)s.")
    with pytest.raises(CommandError, match=r"fr: other placeholders than in “Good morning"):
        check()


def test_a_compiled_catalog_that_lags_behind_fails(source: Path) -> None:
    translate(source, "Until Friday.", "À vendredi.", "À vendredi !")
    with pytest.raises(CommandError, match=r"fr: django.mo is not what django.po compiles to"):
        check()


def test_a_missing_language_fails(source: Path) -> None:
    shutil.rmtree(source / "locale" / "fr")
    with pytest.raises(CommandError, match=r"fr: lacks the message"):
        check()


def test_updating_what_is_up_to_date_changes_nothing(source: Path) -> None:
    before = {path: path.read_bytes() for path in (source / "locale").rglob("django.*")}
    call_command("messages", stdout=StringIO())
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES if code not in {"en", *FOR_INTERPRETERS}])
@pytest.mark.parametrize("code", MESSAGES)
def test_a_refusal_reads_in_the_language_of_its_reader(code: Code, language: str) -> None:
    with translation.override(language):
        assert say(MESSAGES[code]) != MESSAGES[code]


@pytest.mark.parametrize("language", sorted(FOR_INTERPRETERS))
@pytest.mark.parametrize("code", [Code.NOT_SIGNED_IN, Code.PLACE_TAKEN, Code.TOO_LATE_TO_UNDO, Code.WRONG_STATE, Code.BUSY])
def test_what_an_answer_meets_reads_in_the_language_of_an_interpreter(code: Code, language: str) -> None:
    with translation.override(language):
        assert say(MESSAGES[code]) != MESSAGES[code]


def test_what_only_the_team_meets_may_stay_english(source: Path, settings: Settings) -> None:
    """In a language for interpreters: a sentence of the team's is not asked for, one of theirs is."""
    settings.LANGUAGES_FOR_INTERPRETERS = frozenset({"fr"})
    (source / "matching").mkdir()
    (source / "matching" / "said.py").write_text(MARKED.replace("Until Friday.", "Nobody fits."))
    call_command("messages", stdout=StringIO())
    check()
    (source / "answers.py").write_text(MARKED.replace("Until Friday.", "Come as you are."))
    with pytest.raises(CommandError) as lacking:
        call_command("messages", stdout=StringIO())
    assert "fr: no translation of “Come as you are.”" in str(lacking.value)
    assert "Nobody fits." not in str(lacking.value)


@pytest.mark.parametrize("machine", [VISIT, SESSION, SHIFT, OFFER], ids=lambda machine: machine.name)
def test_every_state_can_be_said(machine: Machine) -> None:  # type: ignore[type-arg]
    assert {state.value for state in type(machine.initial)} <= set(SPOKEN)
