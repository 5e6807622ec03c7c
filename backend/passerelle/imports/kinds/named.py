"""People with an account, as a cell names them: by their name, or by the address they sign in with."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Member
from passerelle.domain.refusals import Code
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary.folding import folded

_BETWEEN = re.compile(r"[;؛\n]")


@dataclass
class Named:
    """Those who may be named in one place: the team, or the people of one partner, those who left among them."""

    by_name: defaultdict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_email: dict[str, UUID] = field(default_factory=dict)

    def add(self, id_: UUID, user: User) -> None:
        self.by_name[folded(user.name)].append(id_)
        self.by_email[user.email.lower()] = id_

    def written(self, user: User) -> str:
        """Their name where it says who, and is read as one; else their address."""
        says_who = len(self.by_name[folded(user.name)]) == 1 and folded(user.name) and not _BETWEEN.search(user.name)
        return user.name if says_who else user.email

    def one(self, reader: Reader, at: str, text: str, unknown: Code, **params: str) -> UUID | None:
        """Who is meant by ``text``; who is not known, or not told apart, is a problem of the cell."""
        if (found := self.by_email.get(text.lower())) is not None:
            return found
        alike = self.by_name.get(folded(text), []) if folded(text) else []
        if len(alike) != 1:
            reader.against(at, Code.SEVERAL_NAMED if alike else unknown, name=text, **params)
            return None
        return alike[0]

    def several(self, reader: Reader, at: str, unknown: Code, **params: str) -> list[UUID]:
        """Everyone a cell lists, each once. Between semicolons a name stands as it is; what nobody is called is cut further."""
        texts = [part.strip() for part in _BETWEEN.split(reader.lines(at)) if part.strip()]
        names = [name for text in texts for name in ([text] if self._knows(text) else cells.pieces(text))]
        found = [self.one(reader, at, name, unknown, **params) for name in names]
        return list(dict.fromkeys(id_ for id_ in found if id_ is not None))

    def _knows(self, text: str) -> bool:
        return folded(text) in self.by_name or text.lower() in self.by_email


def the_team() -> Named:
    found = Named()
    for member in TeamMember.objects.select_related("user").order_by("id"):
        found.add(member.id, member.user)
    return found


def people_of_partners() -> defaultdict[UUID, Named]:
    """By the agency they are, or were, of."""
    found: defaultdict[UUID, Named] = defaultdict(Named)
    for member in Member.objects.select_related("user").order_by("id"):
        found[member.agency_id].add(member.id, member.user)
    return found
