"""What kind of file it is, told from its first bytes and never from its name; what is none gets a sentence."""

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from passerelle.domain.refusals import Code, refuse
from passerelle.imports.reading.delimited import read_delimited
from passerelle.imports.reading.sheet import MOST_BYTES, Sheet
from passerelle.imports.reading.workbook import read_workbook

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"SQLite format")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def read_sheet(data: bytes, *, recognises: Callable[[list[str]], int]) -> Sheet:
    """``recognises`` says how many of a line's texts look like headers: of several sheets the first that has some is read.

    Refuses with a sentence, ``at`` the file, what is empty, too large, damaged, locked, or no spreadsheet.
    """
    if len(data) > MOST_BYTES:
        raise refuse(Code.FILE_TOO_LARGE, at="file", most=f"{MOST_BYTES // 1024**2} MB")
    if not data.strip(b"\0\t\r\n "):
        raise refuse(Code.FILE_EMPTY, at="file")
    if data.startswith(b"PK"):
        _require_workbook(data)
        return read_workbook(data, recognises=recognises)
    if data.startswith(_OLE):
        raise refuse(_of_old_office(data), at="file")
    if data.startswith(_OTHERS):
        raise refuse(Code.FILE_NO_SHEET, at="file")
    return read_delimited(data)


def _of_old_office(data: bytes) -> Code:
    if _ENCRYPTED in data:
        return Code.FILE_LOCKED
    return Code.FILE_OTHER_SHEET if any(mark in data for mark in _WORKBOOKS) else Code.FILE_NO_SHEET


def _require_workbook(data: bytes) -> None:
    """Of what is packed as ``.zip``, only ``.xlsx`` is read; other spreadsheets are told from what is none."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            kind = packed.open("mimetype").read(200) if "mimetype" in names else b""
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise refuse(Code.FILE_DAMAGED, at="file") from None
    if "xl/workbook.xml" in names:
        return
    other = "xl/workbook.bin" in names or b"opendocument.spreadsheet" in kind or any(n.endswith(".iwa") for n in names)
    raise refuse(Code.FILE_OTHER_SHEET if other else Code.FILE_NO_SHEET, at="file")
