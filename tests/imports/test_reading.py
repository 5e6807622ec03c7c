"""Files as they are found: what they say is read, and what cannot be read is said in a sentence at its place."""

from datetime import datetime, timedelta
from io import BytesIO
from time import process_time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from passerelle.domain.refusals import Code, Refusal
from passerelle.domain.words import ImportKind
from passerelle.imports.matching import matched, recognised
from passerelle.imports.reading import Sheet, read_sheet
from passerelle.imports.reading.sheet import MOST_BYTES, MOST_ROWS
from tests.imports.sheets import comma, workbook

MANY = 50_000
MOST_SECONDS = 8.0
"""Of this process, whatever else the machine does: a tenth of it is needed, and thrice as much to read every formula."""
ROWS = (("Name", "Languages"), ("Zoé Lefèvre", "Dari"), ("Amal", "Arabe"))


def read(data: bytes) -> Sheet:
    return read_sheet(data, recognises=lambda texts: recognised(ImportKind.INTERPRETERS, texts))


def texts(data: bytes) -> list[list[str]]:
    return [line.texts for line in read(data).lines]


def refused(data: bytes) -> Code:
    with pytest.raises(Refusal) as refusal:
        matched(ImportKind.INTERPRETERS, read(data))
    (problem,) = refusal.value.problems
    assert problem.field == "file"
    return problem.code


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_any_delimiter_in_any_western_encoding(delimiter: str, encoding: str) -> None:
    assert texts(comma(ROWS, delimiter=delimiter, encoding=encoding)) == [list(row) for row in ROWS]


def test_a_comma_or_a_line_break_inside_a_cell_cuts_nothing() -> None:
    rows = (("Name", "Languages"), ("Azizi, Shirin", "Dari\nFarsi; Pashto"), ("Amal", "Arabic"))
    for delimiter in (",", ";"):
        sheet = read(comma(rows, delimiter=delimiter))
        assert [(line.number, line.texts) for line in sheet.lines] == [(n, list(row)) for n, row in enumerate(rows, 1)]


def test_rows_keep_the_numbers_the_spreadsheet_shows() -> None:
    data = b"Our interpreters,,\r\n\r\nName,Languages\r\n,\r\nShirin,Dari\r\n"
    sheet = read(data)
    found = matched(ImportKind.INTERPRETERS, sheet)
    assert (found.header_row, [line.number for line in found.lines]) == (3, [5])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b" \r\n\t\r\n", Code.FILE_EMPTY),
        (b"\x00" * 5000, Code.FILE_EMPTY),
        (b"Name,Languages\r\n", Code.ONLY_A_HEADER),
        (b"Name,Languages\r\n,\r\n ,\r\n", Code.ONLY_A_HEADER),
        (b"%PDF-1.7 and more", Code.FILE_NO_SHEET),
        (b"\x89PNG\r\n\x1a\n0000", Code.FILE_NO_SHEET),
        (b"<html><table><tr><td>Name</td></tr></table></html>", Code.FILE_NO_SHEET),
        (b'{"name": "Shirin"}', Code.FILE_NO_SHEET),
        (b"Name,\x01\x02\x03\r\nShirin,Dari", Code.FILE_NO_SHEET),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), Code.FILE_OTHER_SHEET),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), Code.FILE_LOCKED),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), Code.FILE_NO_SHEET),
        ("الاسم,اللغات\r\nشيرين,الدارية\r\n".encode("cp1256"), Code.FILE_LETTERS),
        (b"\xff\xfeN\x00a\x00m\x00\x00\xd8x", Code.FILE_LETTERS),
        (b"PK\x03\x04 no more than that", Code.FILE_DAMAGED),
        (b"a" * (MOST_BYTES + 1), Code.FILE_TOO_LARGE),
        (b"Name" + b",x" * 80 + b"\r\nShirin\r\n", Code.TOO_MANY_COLUMNS),
        (b'Name,Languages\r\n"' + b"x" * 200_000 + b'",Dari\r\n', Code.FILE_DAMAGED),
    ],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(data: bytes, code: Code) -> None:
    assert refused(data) is code


def zipped(entries: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}, Code.FILE_OTHER_SHEET),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, Code.FILE_NO_SHEET),
        ({"xl/workbook.bin": b""}, Code.FILE_OTHER_SHEET),
        ({"Index/Document.iwa": b""}, Code.FILE_OTHER_SHEET),
        ({"word/document.xml": b""}, Code.FILE_NO_SHEET),
        ({"xl/workbook.xml": b"<nothing"}, Code.FILE_DAMAGED),
        ({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * 80_000_000}, Code.FILE_TOO_LARGE),
    ],
    ids=["ods", "odt", "xlsb", "numbers", "docx", "broken", "bomb"],
)
def test_what_is_packed_is_told_apart(entries: dict[str, bytes], code: Code) -> None:
    assert refused(zipped(entries)) is code


def test_a_workbook_that_was_cut_off_or_changed_is_damaged() -> None:
    whole = workbook(ROWS)
    assert refused(whole[: len(whole) // 2]) is Code.FILE_DAMAGED
    with ZipFile(BytesIO(whole)) as packed:
        entries = {name: packed.read(name) for name in packed.namelist()}
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    sheet = entries["xl/worksheets/sheet1.xml"]
    entries["xl/worksheets/sheet1.xml"] = sheet.replace(b"<worksheet", entity + b"<worksheet", 1)
    assert refused(zipped(entries)) is Code.FILE_DAMAGED


def _with_formulas(page: Worksheet) -> None:
    for number in range(2, MANY + 2):
        page.cell(number, 3, f"=A{number}")


@pytest.mark.parametrize("form", ["csv", "xlsx", "xlsx with formulas"])
def test_too_many_rows_are_counted_and_nothing_more_is_done_with_them(form: str) -> None:
    rows = [("Name", "Languages"), *((f"Person {n}", "Dari") for n in range(MANY))]
    data = comma(rows) if form == "csv" else workbook(rows, then=_with_formulas if "formulas" in form else None)
    begun = process_time()
    with pytest.raises(Refusal) as refusal:
        read(data)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.params) == (Code.TOO_MANY_ROWS, {"rows": "50001", "most": "2000"})
    assert process_time() - begun < MOST_SECONDS


def test_a_quote_that_is_never_closed_far_below_is_a_file_that_is_damaged() -> None:
    """It takes in more than one cell may hold, below the rows that are read."""
    rows = [("Name", "Languages"), *((f"Person {n}", "Dari") for n in range(MANY))]
    lines = comma(rows).split(b"\n")
    lines[3000] = b'"' + lines[3000]
    with pytest.raises(Refusal) as refusal:
        read(b"\n".join(lines))
    assert [problem.code for problem in refusal.value.problems] == [Code.FILE_DAMAGED]


def test_a_sheet_of_nothing_but_open_formulas_is_not_read_to_its_end() -> None:
    data = workbook([("Name",)], then=_with_formulas)
    begun = process_time()
    with pytest.raises(Refusal) as refusal:
        read(data)
    assert [problem.code for problem in refusal.value.problems] == [Code.TOO_MANY_ROWS]
    assert process_time() - begun < MOST_SECONDS


def test_the_most_rows_are_read() -> None:
    rows = [("Name", "Languages"), *((f"Person {n}", "Dari") for n in range(MOST_ROWS))]
    assert len(matched(ImportKind.INTERPRETERS, read(comma(rows))).lines) == MOST_ROWS
    with pytest.raises(Refusal, match="split it"):
        matched(ImportKind.INTERPRETERS, read(comma([*rows, ("One more", "Dari")])))


def test_a_workbook_says_what_it_shows() -> None:
    moment = datetime(2026, 11, 27, 14, 30)  # noqa: DTZ001  (a spreadsheet knows no zones)
    values = (moment.date(), moment, moment.time(), timedelta(hours=1, minutes=30), 7.0, 7.5, True, None)
    assert texts(workbook([("Name",), values]))[1] == ["2026-11-27", "2026-11-27 14:30", "14:30", "1:30", "7", "7.5", "yes"]


def test_formulas_count_by_their_result_and_without_one_are_a_problem_of_their_cell() -> None:
    def formulas(page: Worksheet) -> None:
        page["B2"] = "=CONCATENATE(A2)"

    sheet = read(workbook([("Name", "Languages"), ("Dari", "x"), ("Farsi", "#N/A")], then=formulas))
    assert [(cell.text, cell.fault) for cell in sheet.lines[1].cells] == [("Dari", None), ("", Code.FORMULA_UNSAID)]
    assert [(cell.text, cell.fault) for cell in sheet.lines[2].cells] == [("Farsi", None), ("#N/A", Code.FORMULA_FAILED)]


def test_the_result_a_program_saved_is_read() -> None:
    whole = workbook([("Name", "Languages"), ("Shirin", "=A1")])
    with ZipFile(BytesIO(whole)) as packed:
        entries = {name: packed.read(name) for name in packed.namelist()}
    page = "xl/worksheets/sheet1.xml"
    entries[page] = entries[page].replace(b'<c r="B2"><f>A1</f><v></v></c>', b'<c r="B2" t="str"><f>A1</f><v>Dari</v></c>')
    entries[page] = entries[page].replace(b'<c r="B2"><f>A1</f><v /></c>', b'<c r="B2" t="str"><f>A1</f><v>Dari</v></c>')
    assert b"<v>Dari</v>" in entries[page]
    assert texts(zipped(entries))[1] == ["Shirin", "Dari"]


def test_cells_merged_downwards_say_the_same_and_across_are_a_problem() -> None:
    def merge(page: Worksheet) -> None:
        page.merge_cells("A1:C1")
        page.merge_cells("A3:A5")
        page.merge_cells("B5:C5")

    rows: list[Any] = [("Our people", None, None), ("Name", "Languages", "Phone"), ("Amal", "Arabic", "")]
    sheet = read(workbook([*rows, ("", "Dari", ""), ("", "Farsi", "")], then=merge))
    found = matched(ImportKind.INTERPRETERS, sheet)
    assert found.header_row == 2
    assert [[cell.text for cell in line.cells[:2]] for line in found.lines] == [
        ["Amal", "Arabic"],
        ["Amal", "Dari"],
        ["Amal", "Farsi"],
    ]
    assert [cell.fault for cell in found.lines[2].cells] == [None, Code.CELLS_MERGED, Code.CELLS_MERGED]
    assert found.notes == [Code.MERGED_FILLED]


def test_of_several_sheets_the_one_with_headers_is_read_and_that_is_said() -> None:
    def more(page: Worksheet) -> None:
        assert page.parent is not None
        other = page.parent.create_sheet("People")
        for row in ROWS:
            other.append(list(row))

    sheet = read(workbook([("Notes",), ("Ask Ines",)], then=more, title="Notes"))
    assert (sheet.name, sheet.notes, len(sheet.lines)) == ("People", [Code.SEVERAL_SHEETS], 3)


def test_a_crafted_row_number_does_not_keep_us_busy() -> None:
    whole = workbook(ROWS)
    with ZipFile(BytesIO(whole)) as packed:
        entries = {name: packed.read(name) for name in packed.namelist()}
    page = "xl/worksheets/sheet1.xml"
    for here, there in ((b'<row r="3"', b'<row r="999999999999"'), (b'r="A3"', b'r="A9"'), (b'r="B3"', b'r="B9"')):
        entries[page] = entries[page].replace(here, there)
    assert len(read(zipped(entries)).lines) == 2
