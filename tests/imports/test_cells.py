"""Texts of cells as people write them, and as values."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passerelle.domain.refusals import Code
from passerelle.domain.words import ImportKind, Language, Variety
from passerelle.imports.exporting import defused
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.planning import Reader, Row
from passerelle.imports.reading import Cell, read_sheet
from passerelle.imports.vocabulary.fields import FIELDS, suggested
from passerelle.imports.vocabulary.folding import folded
from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN
from tests.imports.sheets import comma


def reader(text: str) -> Reader:
    return Reader(Row(2, {"it": (0, Cell(text))}))


def said(read: Any, text: str, **more: Any) -> Any:
    """The value, or the codes of what is wrong with it."""
    one = reader(text)
    value = read(one, "it", **more)
    return [problem.code for problem in one.problems] or value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("2026-11-27 00:00", date(2026, 11, 27)),
        ("27/11/2026", date(2026, 11, 27)),
        ("27.11.26", date(2026, 11, 27)),
        ("5/6/2026", date(2026, 6, 5)),
        ("٢٧/١١/٢٠٢٦", date(2026, 11, 27)),
        ("۲۰۲۶-۱۱-۲۷", date(2026, 11, 27)),
        ("46353", date(2026, 11, 27)),
        ("27 Nov 2026", date(2026, 11, 27)),
        ("Friday 27th November 2026", date(2026, 11, 27)),
        ("vendredi 27 novembre 2026", date(2026, 11, 27)),
        ("1er février 2026", date(2026, 2, 1)),
        ("27 نوفمبر 2026", date(2026, 11, 27)),
        ("", None),
        ("11/27/2026", [Code.DAY_UNREAD]),
        ("31/2/2026", [Code.DAY_UNREAD]),
        ("next Friday", [Code.DAY_UNREAD]),
        ("27 Foo 2026", [Code.DAY_UNREAD]),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("1899-12-31", [Code.DAY_UNREAD]),
        ("0001-01-01", [Code.DAY_UNREAD]),
        ("31/12/9999", [Code.DAY_UNREAD]),
        ("1 January 2101", [Code.DAY_UNREAD]),
    ],
)
def test_day(text: str, value: Any) -> None:
    assert said(cells.day, text) == value


def test_an_address_is_no_longer_than_an_account_can_keep() -> None:
    longest = f"{'a' * 60}@{'.'.join(['b' * 48] * 3)}.{'c' * 43}.fr"
    assert len(longest) == cells.MOST_OF_AN_EMAIL == 254
    assert said(cells.email, longest) == longest
    assert said(cells.email, f"a{longest}") == [Code.EMAIL_WRONG]


def test_a_day_that_reads_both_ways_beside_one_with_the_month_first_is_asked_about() -> None:
    assert cells.month_first(["11/27/2026", "5/6/2026"])
    assert not cells.month_first(["27/11/2026", "5/6/2026", "2026-11-27", ""])
    assert said(cells.day, "5/6/2026", unclear=True) == [Code.DAY_UNCLEAR]
    assert said(cells.day, "6/6/2026", unclear=True) == date(2026, 6, 6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14:30", time(14, 30)),
        ("14h30", time(14, 30)),
        ("14h", time(14)),
        ("14.30", time(14, 30)),
        ("14:30:00", time(14, 30)),
        ("2.30 pm", time(14, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("١٤:٣٠", time(14, 30)),
        ("0.604166666666667", time(14, 30)),
        ("25:00", [Code.TIME_UNREAD]),
        ("14 pm", [Code.TIME_UNREAD]),
        ("afternoon", [Code.TIME_UNREAD]),
    ],
)
def test_wall_time(text: str, value: Any) -> None:
    assert said(cells.wall_time, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10:00-11:15", (time(10), time(11, 15))),
        ("10h-11h15", (time(10), time(11, 15))),
        ("10–11.15", (time(10), time(11, 15))),
        ("10:00 to 11:15", (time(10), time(11, 15))),
        ("de 10h à 11h15", (time(10), time(11, 15))),
        ("من ١٠:٠٠ إلى ١١:١٥", (time(10), time(11, 15))),
        ("۱۰:۰۰ - ۱۱:۱۵", (time(10), time(11, 15))),
        ("2-3.30 pm", (time(14), time(15, 30))),
        ("11-1pm", (time(11), time(13))),
        ("10 a.m. - 2 p.m.", (time(10), time(14))),
        ("14:00", (time(14), None)),
        ("", (None, None)),
        ("10:00-", [Code.TIME_UNREAD]),
        ("10:00-25:00", [Code.TIME_UNREAD]),
        ("10:00-11:00-12:00", [Code.TIME_UNREAD]),
    ],
)
def test_wall_times(text: str, value: Any) -> None:
    assert said(cells.wall_times, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dari", {Language.DARI: []}),
        ("dari, FARSI ; Pashtou / ckb", {Language.DARI: [], Language.FARSI: [], Language.PASHTO: [], Language.SORANI: []}),
        ("Arabic and French", {Language.ARABIC: [], Language.FRENCH: []}),
        ("arabe et français", {Language.ARABIC: [], Language.FRENCH: []}),
        ("العربية والفارسية", {Language.ARABIC: [], Language.FARSI: []}),
        ("العربية، الدارية", {Language.ARABIC: [], Language.DARI: []}),
        ("دری، پښتو", {Language.DARI: [], Language.PASHTO: []}),
        ("ትግርኛ", {Language.TIGRINYA: []}),
        ("Arabic (Sudanese, Levantine), Dari", {Language.ARABIC: [Variety.SUDANESE, Variety.LEVANTINE], Language.DARI: []}),
        ("Sudanese Arabic", {Language.ARABIC: [Variety.SUDANESE]}),
        ("Arabe soudanais", {Language.ARABIC: [Variety.SUDANESE]}),
        ("Klingon", [Code.WORD_UNKNOWN]),
        ("Kurdish", [Code.WORD_WIDER]),
        ("Kurde, Dari", [Code.WORD_WIDER]),
        ("Kurdish (Sorani), Kurde kurmandji", {Language.SORANI: [], Language.KURMANJI: []}),
        ("Dari\nFarsi", {Language.DARI: [], Language.FARSI: []}),
        ("Dari (Sudanese)", [Code.VARIETY_OF_ANOTHER]),
        # A symbol of a word processor's own, in the part of Unicode that is nobody's.
        ("\ue000 Dari", {Language.DARI: []}),
        ("Arabic \ue000 (Sudanese)", {Language.ARABIC: [Variety.SUDANESE]}),
    ],
)
def test_languages(text: str, value: Any) -> None:
    assert said(cells.languages, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+33 6 99 00 12 34", "+33 6 99 00 12 34"),
        ("٠٦ ٩٩ ٠٠ ١٢ ٣٤", "06 99 00 12 34"),
        ("699001234", "0699001234"),
        ("ask Ines", [Code.PHONE_WRONG]),
    ],
)
def test_phone(text: str, value: Any) -> None:
    assert said(cells.phone, text) == value


def test_number_in_digits_of_any_script() -> None:
    assert said(cells.number, "١٢", least=0, most=500) == 12
    assert said(cells.number, "12.0", least=0, most=500) == 12
    assert said(cells.number, "501", least=0, most=500) == [Code.NUMBER_UNREAD]
    assert said(cells.number, "a dozen", least=0, most=500) == [Code.NUMBER_UNREAD]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("NOM COMPLET", "name"),
        ("Prénom", "first_name"),
        ("prenom", "first_name"),
        ("الاسم", "name"),
        ("Langue(s)", "languages"),
        ("اللغات", "languages"),
        ("E-Mail", "email"),
        ("Tél.", "phone"),
        ("Paid / volunteer", "pay_status"),
        ("Shoe size", None),
        ("", None),
    ],
)
def test_a_header_is_recognised_without_accents_or_capitals(header: str, name: str | None) -> None:
    assert suggested(ImportKind.INTERPRETERS, header) == name


@pytest.mark.parametrize("kind", ImportKind)
def test_what_an_export_writes_above_a_column_is_recognised_as_that_column(kind: ImportKind) -> None:
    for language in LANGUAGES_WRITTEN:
        written = [field for field in FIELDS[kind] if field.exported]
        assert [suggested(kind, field.header(language)) for field in written] == [field.name for field in written]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool))
def test_a_text_made_harmless_reads_as_it_was(text: str) -> None:
    made = defused(text)
    assert not made.startswith(("=", "+", "-", "@"))
    sheet = read_sheet(b"\xef\xbb\xbf" + comma([("x", "y"), (made, "z")]), recognises=lambda _: 0)
    assert sheet.lines[1].cells[0].text == text[:1000].strip()


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đặng Łucja Işık", "dang lucja isik"),
        ("Éloïse LEFÈVRE-Bœuf", "eloise lefevre boeuf"),
        ("فاطمة", "فاطمه"),
        ("ٱلرحمٰن مؤمن", "الرحمن مومن"),
        ("هیوا", "ھيوا"),
        ("عليّ", "علی"),
    ],
)
def test_a_name_written_another_way_is_the_same_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_stay_different() -> None:
    names = ["سلمى", "سليم", "Omar", "Omer", "Dana", "Dina", "علي", "عالي"]
    assert len({folded(name) for name in names}) == len(names)
