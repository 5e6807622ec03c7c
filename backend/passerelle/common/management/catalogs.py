"""The message catalogs: taken from the source, kept as ``.po``, compiled to ``.mo``.

Babel is a tool of development: nothing that serves a request imports this module.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from passerelle.common.management.readers import Readers

MARKS: dict[str, None] = {"_": None, "gettext": None, "gettext_lazy": None}
SOURCE_LANGUAGE = "en"
"""Messages are written in it: its catalog may stay empty."""
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""The history knows when a message changed; a date in the file would change it every time."""
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Catalogs:
    """The catalogs in ``folder`` of the messages marked in the Python files under ``source``."""

    source: Path
    folder: Path
    languages: Sequence[str]
    for_interpreters: Collection[str] = ()
    """Languages that need only the messages which interpreters can meet."""

    def update(self) -> None:
        """Write each catalog anew: what is translated stays, what is new waits, what is gone goes."""
        for language in self.languages:
            catalog = self._refreshed(language)
            place = self._file(language, ".po")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_as_po(catalog))
            self._file(language, ".mo").write_bytes(_as_mo(catalog))

    def problems(self) -> list[str]:
        """What keeps a reader from a sentence in their language, and what was not written anew; empty when all is well."""
        return [problem for language in self.languages for problem in self._problems(language)]

    def _problems(self, language: str) -> Iterator[str]:
        known, readers = self._known(language), Readers(self.source)
        for message, where in self._marked().items():
            found = known.get(message)
            if found is None:
                yield f"{language}: lacks the message “{message}”"
            elif found.string or (language != SOURCE_LANGUAGE and self._needs(language, message, where, readers)):
                yield from _against(language, message, str(found.string))
        marked = set(self._marked())
        yield from (f"{language}: nobody says any more: “{m.id}”" for m in known if m.id and m.id not in marked)
        compiled = self._file(language, ".mo")
        if not compiled.exists() or compiled.read_bytes() != _as_mo(known):
            yield f"{language}: {compiled.name} is not what {compiled.stem}.po compiles to"

    def _needs(self, language: str, message: str, where: list[str], readers: Readers) -> bool:
        return language not in self.for_interpreters or readers.interpreters_meet(message, where)

    def _refreshed(self, language: str) -> Catalog:
        catalog = self._known(language)
        template = Catalog()
        for message, where in self._marked().items():
            template.add(message, locations=[(name, 0) for name in where])
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        return _undated(catalog)

    def _known(self, language: str) -> Catalog:
        place = self._file(language, ".po")
        if not place.exists():
            return _undated(Catalog(locale=language))
        with place.open("rb") as file:
            return read_po(file, locale=language)

    def _marked(self) -> dict[str, list[str]]:
        """Every marked message, and the files that say it."""
        found: dict[str, list[str]] = {}
        for name, _line, message, _comments, _context in extract_from_dir(
            self.source, [("**.py", "python")], keywords=MARKS, directory_filter=lambda folder: "migrations" not in str(folder)
        ):
            where = found.setdefault(str(message), [])
            if name not in where:
                where.append(name)
        return {message: sorted(where) for message, where in sorted(found.items())}

    def _file(self, language: str, suffix: str) -> Path:
        return self.folder / language / "LC_MESSAGES" / f"django{suffix}"


def _against(language: str, message: str, translation: str) -> Iterator[str]:
    if not translation:
        yield f"{language}: no translation of “{message}”"
    elif set(_PLACEHOLDER.findall(message)) != set(_PLACEHOLDER.findall(translation)):
        yield f"{language}: other placeholders than in “{message}”"


def _undated(catalog: Catalog) -> Catalog:
    catalog.project, catalog.version, catalog.copyright_holder = "Passerelle", "1", "Passerelle"
    catalog.header_comment = f"# Passerelle: {catalog.locale_identifier}\n# Written anew by `manage.py messages`."
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = "Passerelle"
    catalog.creation_date = catalog.revision_date = _NO_DATE
    catalog.fuzzy = False
    return catalog


def _as_po(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def _as_mo(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()
