"""Two full fetches of everything a person can read, what they were told between, and what does not fit."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.test import Client
from rest_framework.test import APIClient

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.agencies.selectors import visible_agencies, visible_groups
from passerelle.bookings.selectors import visibility
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.imports.selectors import visible_imports
from passerelle.interpreters.selectors import visible_interpreters
from passerelle.journal.audiences import user
from passerelle.journal.selectors import Line
from passerelle.live.frames import Audiences, Bodies
from passerelle.live.hub import RIGHTS_CHANGED
from tests.frames.parts import Part, Reading
from tests.frames.resources import RESOURCES, Resource

type Parts = Mapping[str, Part]

VISIBLE: Mapping[str, Callable[[Actor], QuerySet[Any]]] = {
    "interpreters": visible_interpreters,
    "agencies": visible_agencies,
    "groups": visible_groups,
    "visits": visibility.visits,
    "sessions": visibility.sessions,
    "shifts": visibility.shifts,
    "offers": visibility.offers,
    "imports": visible_imports,
}
"""Whose ids stand in addresses."""


def _every_address(resource: Resource) -> list[UUID | None]:
    if resource.of is None:
        return [None]
    return list(VISIBLE[resource.of](SYSTEM).order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True)
class Heard:
    """What one person was told: lines as (type, id, version, kind); or that they start over, or are signed out."""

    lines: tuple[tuple[str, UUID, int, str], ...]
    starts_over: bool


class Reader:
    """A person with a signed-in browser.

    Each fetch begins with ``/me`` over that session, which says who they are now. The rest is asked of the same views
    through the same middleware, with the actor the session stands for handed over: finding it anew for each of two
    hundred requests would be most of what the suite does.
    """

    def __init__(self, name: str, user: User) -> None:
        self.name, self._user = name, user
        self._session, self._browser = Client(), APIClient()
        self._session.force_login(user)

    @property
    def user_id(self) -> UUID:
        return self._user.pk

    def actor(self) -> Actor:
        """What they are now."""
        return actor_for(User.objects.get(pk=self._user.pk))

    def everything(self) -> Parts:
        """All they can read, taken apart; nothing once they are signed out."""
        me = self._sign_in()
        if me is None:
            return {}
        found: dict[str, Part] = {}
        for resource in RESOURCES:
            if self._ever_reads(resource, me) and not set(me["roles"]) & set(resource.same_for):
                found |= {part.key: part for part in self._parts(resource, me)}
        return found

    def left_out(self) -> list[str]:
        """The addresses ``everything`` does not fetch: of other roles, and of things they may not see."""
        me = self._sign_in()
        assert me is not None
        found = []
        for resource in RESOURCES:
            seen = self._addresses(resource) if self._ever_reads(resource, me) else []
            for pk in _every_address(resource):
                if pk not in seen:
                    found += [resource.url(pk, query) for query in resource.queries]
        return found

    def _sign_in(self) -> dict[str, Any] | None:
        """Who they are now, over their session; None where that has ended."""
        answer = self._session.get("/api/v1/me")
        if answer.status_code == 401:
            return None
        user = User.objects.get(pk=self._user.pk)
        self._browser.force_authenticate(user, actor_for(user))  # type: ignore[arg-type]  # our token is the actor
        me: dict[str, Any] = answer.json()
        return me

    @staticmethod
    def _ever_reads(resource: Resource, me: dict[str, Any]) -> bool:
        return not resource.read_by or bool(resource.read_by & set(me["roles"]))

    def _parts(self, resource: Resource, me: dict[str, Any]) -> Iterable[Part]:
        for pk in self._addresses(resource):
            for query in resource.queries:
                url = resource.url(pk, query)
                body = self.get(url)
                if body is not None:
                    assert body.get("next") is None, f"{url} has more than a page: make the world smaller"
                    yield from resource.apart(Reading(me, url.removeprefix("/api/v1"), pk, body))

    def _addresses(self, resource: Resource) -> list[UUID | None]:
        """The ids of the kind's things that they may see: others are not there (``test_completeness``)."""
        if resource.of is None:
            return [None]
        return list(VISIBLE[resource.of](self.actor()).order_by("pk").values_list("pk", flat=True))

    def get(self, url: str) -> dict[str, Any] | None:
        """The body, or None where there is nothing for them to read."""
        answer = self._browser.get(url)
        assert answer.status_code < 500, f"{answer.status_code} from {url}"
        return json.loads(answer.content) if answer.status_code == 200 else None


def heard_by(audiences: Audiences, user_id: UUID, lines: Iterable[Line]) -> Heard:
    """What is told to the sockets of someone who by now hears ``audiences``.

    Rights are read again, before anything is told, when a line of type ``me`` names the person; whoever then hears
    nothing is signed out, and their socket closed. Either way everything is fetched anew.
    """
    told = list(lines)
    own = user(user_id)
    body = Bodies(told).heard_by(audiences)
    changes = json.loads(body) if body is not None else []
    return Heard(
        lines=tuple((change["type"], UUID(change["id"]), change["version"], change["kind"]) for change in changes),
        starts_over=any(line.entity == RIGHTS_CHANGED and own in line.audiences for line in told),
    )


@dataclass(frozen=True)
class Fault:
    """Something that does not fit, in words; of a line that tells too much, its type and kind as well."""

    says: str
    line: tuple[str, str] | None = None
    part: str = ""


def unannounced(before: Parts, after: Parts, heard: Heard) -> list[Fault]:
    """What reads differently without anything having been told that fetches it again."""
    if heard.starts_over:
        return []
    found = []
    for key in _changed(before, after):
        either = [parts[key] for parts in (before, after) if key in parts]
        if not any(part.is_announced_by(type_, id_) for part in either for type_, id_, _, _ in heard.lines):
            difference = _difference(before.get(key), after.get(key))
            found.append(Fault(f"changed without a frame: {key}: {difference}", part=key))
    return found


def unfounded(before: Parts, after: Parts, heard: Heard) -> list[Fault]:
    """Lines about what reads the same, or cannot be read at all."""
    changed = [parts[key] for key in _changed(before, after) for parts in (before, after) if key in parts]
    if heard.starts_over:
        return [] if changed else [Fault("a frame, and nothing reads differently", (RIGHTS_CHANGED, ""))]
    cards = {card for part in changed for card in part.cards}
    known = {card for parts in (before, after) for part in parts.values() for card in part.cards}
    found = []
    for type_, id_, _, kind in heard.lines:
        if (type_, id_) not in cards:
            what = "reads the same" if (type_, id_) in known else "cannot be read"
            found.append(Fault(f"a frame about what {what}: {type_} {id_} ({kind})", (type_, kind)))
    return found


def outdated(after: Parts, heard: Heard) -> list[Fault]:
    """Lines that name another version than the one then read."""
    told = {(type_, id_): version for type_, id_, version, _ in heard.lines}
    return [
        Fault(f"told version {told[card]}, reads version {part.version}: {part.key}")
        for part in after.values()
        for card in part.cards
        if part.version is not None and told.get(card, part.version) != part.version
    ]


def _changed(before: Parts, after: Parts) -> list[str]:
    return [key for key in {**before, **after} if key not in before or key not in after or before[key].says != after[key].says]


def _difference(before: Part | None, after: Part | None) -> str:
    if before is None or after is None:
        return "appears" if before is None else "is gone"
    one, other = json.loads(before.says), json.loads(after.says)
    if isinstance(one, dict) and isinstance(other, dict):
        return "; ".join(f"{name}: {one.get(name)} → {other.get(name)}" for name in one if one.get(name) != other.get(name))
    return f"{one} → {other}"
