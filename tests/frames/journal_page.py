"""What the team reads of the journal's lines: the front end's words, read out of its source."""

import re
from collections.abc import Iterable, Iterator

from passerelle.journal import audiences
from passerelle.journal.selectors import HIDDEN, Line
from tests.frames.keys import SOURCES

_SOURCE = (SOURCES / "desk" / "changes.ts").read_text()
KINDS = frozenset(re.findall(r'^  "(\w+\.\w+)": msg`', _SOURCE, re.MULTILINE))
"""What can have happened, as ``session.moved``."""
THINGS = frozenset(re.findall(r"^  (\w+): msg`", _SOURCE[_SOURCE.index("THINGS") :], re.MULTILINE))
"""The types of things that can be chosen."""


def wordless(lines: Iterable[Line], kinds: Iterable[str] = KINDS, things: Iterable[str] = THINGS) -> Iterator[str]:
    """The lines that somebody of the team reads, for which the page has no words of its own."""
    for line in lines:
        if audiences.TEAM in line.audiences or line.entity in HIDDEN:
            if f"{line.entity}.{line.kind}" not in kinds:
                yield f"The journal's page has no words for {line.entity}.{line.kind}."
            if line.entity not in things:
                yield f"The journal's page has no word for {line.entity}."
