"""What the front end fetches, and with a change of which types again: read out of its sources.

A query's key begins with the types it shows, joined by "+". A query whose key or address cannot be read raises
``LookupError``: nothing is passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "frontend" / "src"

_QUERY = re.compile(r"\buse(?:Infinite)?Query\((?!(?:\{ \.\.\.)?ask\()|\bfunction [a-z]\w*Found\b")
"""Where something is fetched, or written down to be: ``desk/Chooser`` fetches what a function called ``…Found`` hands it."""
_FETCHING = re.compile(r"\bqueryFn:(?! \(\) => Promise<)")
_KEY = re.compile(r"queryKey:\s*(\[\s*)?([\w.]+|\"[^\"]*\"|`[^`]*`)")
_FETCHED = re.compile(r"\bapi\.GET\(\s*\"/api/v1/([^\"]+)\"")
_CALLED = re.compile(r"\b(fetch\w+)\b")
_NAMED = re.compile(
    r"(?:\bconst\s+|^\s+)(\w+)\s*[=:]\s*"  # const KEY =, or a line of an object: list:
    r"(?:\([^)]*\)\s*=>\s*)?"  # (id: string) =>
    r"\[?\s*(\"[^\"]*\"|`[^`]*`|[A-Z]+\b)",  # ["session+shift", or another name
    re.MULTILINE,
)


@dataclass(frozen=True)
class Query:
    """One thing that is fetched: ``route`` as the frames' resources have it."""

    file: str
    route: str
    types: frozenset[str]


def sources() -> Iterator[tuple[str, str]]:
    """Every file that fetches, by its place under ``src``."""
    for path in sorted(SOURCES.rglob("*.ts*")):
        text = path.read_text()
        if ".test." not in path.name and (_QUERY.search(text) or _FETCHING.search(text)):
            yield path.relative_to(SOURCES).as_posix(), text


def queries(files: Iterable[tuple[str, str]], routes: Iterable[str]) -> list[Query]:
    """Every query of ``files`` for one of ``routes``."""
    wanted, found = set(routes), []
    for file, text in files:
        blocks = [text[begin.start() : text.index("\n}", begin.start())] for begin in _QUERY.finditer(text)]
        if sum(len(_FETCHING.findall(block)) for block in blocks) < len(_FETCHING.findall(text)):
            raise LookupError(
                f"{file}: something is fetched in no query; what is handed to a chooser is a function called …Found."
            )
        for block in blocks:
            for address in _addresses(block, text, file):
                route = re.sub(r"\{\w+\}", "<uuid:pk>", address)
                if route in wanted:
                    found.append(Query(file, route, frozenset(_types(block, text, file).split("+"))))
    return found


def _addresses(block: str, text: str, file: str) -> list[str]:
    """What the query fetches: in its own words, or in the function of that file which it calls."""
    if inside := _FETCHED.findall(block):
        return inside
    for called in _CALLED.findall(block):
        if at := re.search(rf"function {called}\b.*?\n}}", text, re.DOTALL):
            return _FETCHED.findall(at[0])
    if handed_over := _FETCHED.findall(text):
        return handed_over
    raise LookupError(f"{file}: what is fetched by {block.splitlines()[0]}?")


def _types(block: str, text: str, file: str) -> str:
    key = _KEY.search(block)
    if key is None:
        raise LookupError(f"{file}: no key in {block.splitlines()[0]}")
    return _spelt_out(key[2], text, file)


def _spelt_out(word: str, text: str, file: str) -> str:
    """``word`` of a key as the text it stands for."""
    if word[0] == '"':
        return word.strip('"')
    if word[0] == "`":
        return re.sub(r"\$\{(\w+)\}", lambda inner: _spelt_out(inner[1], text, file), word.strip("`"))
    name = word.rsplit(".", maxsplit=1)[-1]
    for known, value in _NAMED.findall(text):
        if known == name and value != name:
            return _spelt_out(value, text, file)
    raise LookupError(f"{file}: what is {word}?")
