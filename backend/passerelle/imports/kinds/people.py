"""Finding the interpreter a row speaks of: by id, by the address they sign in with, by phone, by name."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from passerelle.domain.refusals import Code
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary.folding import folded, plain_digits
from passerelle.interpreters.models import Interpreter


def digits(phone: str) -> str:
    """What tells one number from another: its last nine digits, since 06…, +33 6… and 0033 6… are one."""
    return re.sub(r"\D", "", plain_digits(phone))[-9:]


@dataclass
class People:
    """Everyone who interprets, as rows may speak of them."""

    by_id: dict[UUID, Interpreter] = field(default_factory=dict)
    by_email: dict[str, Interpreter] = field(default_factory=dict)
    by_phone: dict[str, list[Interpreter]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[Interpreter]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls) -> "People":
        found = cls()
        for person in Interpreter.objects.select_related("user").prefetch_related("languages", "credentials").order_by("id"):
            found.by_id[person.id] = person
            if person.user is not None:
                found.by_email[person.user.email] = person
            if person.phone:
                found.by_phone[digits(person.phone)].append(person)
            found.by_name[folded(person.name)].append(person)
        return found

    def find(self, reader: Reader, said: Mapping[str, Any], *, id_at: str = "id", name_at: str = "") -> Interpreter | None:
        """Who is meant; None for someone new. What is not clear is a problem of the cell it hangs on."""
        if (given := cells.identifier(reader, id_at)) is not None:
            if given not in self.by_id:
                reader.against(id_at, Code.ID_UNKNOWN)
            return self.by_id.get(given)
        if (email := reader.text("email").lower()) in self.by_email:
            return self.by_email[email]
        name = f"{said.get('first_name', '')} {said.get('family_name', '')}".strip()
        if phone := digits(said.get("phone", "")):
            alike = [person for person in self.by_phone.get(phone, []) if _share_a_name(person.name, name)]
            if len(alike) == 1:
                return alike[0]
        named = self.by_name.get(folded(name), []) if name else []
        if len(named) > 1:
            reader.against(name_at or ("name" if "name" in reader.row.cells else "first_name"), Code.SEVERAL_SUCH, name=name)
            return None
        return named[0] if named else None


def _share_a_name(one: str, other: str) -> bool:
    """Two people may have one telephone; one person is written in two ways."""
    return not other or bool(set(folded(one).split()) & set(folded(other).split()))
