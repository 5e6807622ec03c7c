"""The register as a page: ``docs/personal-data.md``."""

from collections.abc import Iterable

from passerelle.common.register import Table
from passerelle.domain.personal import Personal, Plain, Reader, Registered

HEAD = """# What Passerelle knows of people

Drawn from the `personal.py` of each app by `make generate`; `make check` fails when it is not what they say, or when a field of
the database is in none of them. Why it is as it is: [decisions/0039](decisions/0039-personal-data.md).

Of the people in a group there are counts, languages, needs and a few short texts, never a name. A field that is about people,
but of no one person, stays when somebody is erased. *Exported*: it is in what a person downloads of themselves. Bases and
conditions are the charity's own reading of the law, for its trustees to confirm.
"""
COLUMNS = ("fields", "about", "what for", "by which right", "how long", "who reads it", "when the person is erased", "exported")


def page(tables: Iterable[Table]) -> str:
    """The whole page; tables by their name, and for each what is personal in it and what is not."""
    ordered = sorted(tables, key=lambda table: table.model)
    some = [table for table in ordered if table.personal]
    none = [table for table in ordered if not table.personal]
    return "\n".join([HEAD, *(_table(table) for table in some), _without(none)])


def _table(table: Table) -> str:
    rows = [_row(_code(names), said) for said, names in _alike(table) if isinstance(said, Personal)]
    plain = [f"- {_code(names)}: {said}" for said, names in _alike(table) if isinstance(said, Plain)]
    lines = [f"## {table.model}", "", _cells(COLUMNS), _cells(["---"] * len(COLUMNS)), *rows]
    return "\n".join([*lines, *(["", "Not personal:", "", *plain] if plain else []), ""])


def _without(tables: Iterable[Table]) -> str:
    lines = [f"- `{table.model}`: {', '.join(sorted(set(map(str, table.fields.values()))))}" for table in tables]
    return "\n".join(["## Tables that hold nothing personal", "", *lines, ""])


def _row(names: str, said: Personal) -> str:
    right = f"{said.basis}; {said.condition}" if said.condition else said.basis
    who = ", ".join(reader for reader in Reader if reader in said.seen_by)
    kept = said.kept.value.words
    return _cells([names, said.about, said.purpose, right, kept, who, said.erasing, "yes" if said.exported else "no"])


def _alike(table: Table) -> list[tuple[Registered, list[str]]]:
    """Fields of which the same is said, together."""
    found: dict[Registered, list[str]] = {}
    for name, said in table.fields.items():
        found.setdefault(said, []).append(name)
    return list(found.items())


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
