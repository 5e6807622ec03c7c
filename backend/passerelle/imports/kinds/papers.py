"""Checks, training and agreements that were seen, as a cell lists them: what, the day it was seen, the last day it counts."""

import re
from collections.abc import Iterable
from datetime import datetime

from passerelle.domain.refusals import Code
from passerelle.domain.words import CredentialKind
from passerelle.imports.kinds.cells import day_in
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary import words
from passerelle.interpreters.models import Credential
from passerelle.interpreters.services import Seen

_PIECE = re.compile(r"(?P<what>\D+?):?\s+(?P<seen>\d\S*)\s*(?:[–—-]|to|until|au|jusqu’au|إلى|حتى)\s+(?P<until>\d\S*)")


def read(reader: Reader, name: str, now: datetime) -> list[Seen]:
    """Each once, in the order of the cell."""
    found = []
    for text in filter(None, (piece.strip() for piece in re.split(r"[;؛\n]", reader.text(name)))):
        seen = _seen(text)
        if seen is None:
            reader.against(name, Code.SEEN_UNREAD, word=text, known="credentials")
        elif not reader.against_all(name, seen.against(now)):
            found.append(seen)
    return list(dict.fromkeys(found))


def _seen(text: str) -> Seen | None:
    parts = _PIECE.fullmatch(text)
    if parts is None:
        return None
    kind, seen_on, expires_on = words.CREDENTIAL.read(parts["what"]), day_in(parts["seen"]), day_in(parts["until"])
    return None if kind is None or seen_on is None or expires_on is None else Seen(kind, seen_on, expires_on)


def seen_of(row: Credential) -> Seen:
    return Seen(CredentialKind(row.kind), row.seen_on, row.expires_on)


def write(papers: Iterable[Seen], language: str) -> str:
    in_order = sorted(papers, key=lambda one: (one.kind, one.seen_on, one.expires_on))
    return "; ".join(f"{words.CREDENTIAL.write(one.kind, language)} {one.seen_on} – {one.expires_on}" for one in in_order)
