"""A file becomes a sheet of cells, or a sentence about why it cannot be read. Knows no database and no kind of import."""

from passerelle.imports.reading.files import read_sheet
from passerelle.imports.reading.sheet import Cell, Line, Sheet

__all__ = ["Cell", "Line", "Sheet", "read_sheet"]
