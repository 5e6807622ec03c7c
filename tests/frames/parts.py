"""What a person reads of one resource, and the things it shows: see ``resources``."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

type Card = tuple[str, UUID]
type Body = dict[str, Any]

UUIDS = re.compile(r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')


@dataclass(frozen=True)
class Part:
    """Something a person reads. ``key`` says where it stands and what it is; ``says`` is what it reads, as JSON."""

    key: str
    says: str
    shows: frozenset[str]
    names: frozenset[UUID]
    cards: frozenset[Card] = frozenset()
    any_of: frozenset[str] = frozenset()
    version: int | None = None

    def is_announced_by(self, type_: str, id_: UUID) -> bool:
        return type_ in self.shows and (id_ in self.names or type_ in self.any_of)


@dataclass(frozen=True)
class Reading:
    """One answer: who reads, where it was read, and the id in its address, if any."""

    me: Body
    where: str
    address: UUID | None
    body: Body

    def part(
        self, what: str, says: Any, shows: str, *, names: Iterable[UUID] = (), cards: Iterable[Card] = (), any_of: str = ""
    ) -> Part:
        text = json.dumps(says, sort_keys=True)
        address = () if self.address is None else (self.address,)
        return Part(
            key=f"{self.where} {what}".strip(),
            says=text,
            shows=frozenset(shows.split("+")),
            names=frozenset({UUID(found) for found in UUIDS.findall(text)} | {*names, *address}),
            cards=frozenset(cards),
            any_of=frozenset(any_of.split("+")) if any_of else frozenset(),
            version=says.get("version") if isinstance(says, dict) else None,
        )

    def card(self, kind: str, says: Body, *, shows: str = "", names: Iterable[UUID] = ()) -> Part:
        """The card of one thing: ``says`` has its id."""
        return self.part(f"{kind} {says['id']}", says, shows or kind, names=names, cards=[(kind, UUID(says["id"]))])
