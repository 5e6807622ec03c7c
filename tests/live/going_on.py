"""Sockets that say where they were, and what happens meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.test import Client

from passerelle.accounts.models import User
from passerelle.journal import audiences
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.support.server import Server
from tests.support.sockets import Screen, opened, session_of


def heard(*kinds: str, people: People) -> None:
    """One transaction that the partner hears of, a line for each of ``kinds``."""
    tell(*(entry("session", kind, people.partners_audience) for kind in kinds))


def hidden(lines: int = 1) -> None:
    tell(*(entry("shift", "hidden", audiences.TEAM) for _ in range(lines)))


@contextmanager
def again(server: Server, user: User, cursor: str) -> Iterator[Screen]:
    """A socket that says where it was; the server has not answered yet."""
    with opened(server, session=session_of(user)) as screen:
        screen.hello(cursor)
        yield screen


def told_since(server: Server, user: User, cursor: str) -> list[str]:
    """The kinds that a socket going on from ``cursor`` is told, up to an end told now; earlier ends are left out."""
    with again(server, user, cursor) as screen:
        assert screen.frame()["resumed"] is True
        end = str(uuid4())
        tell(entry("end", end, audiences.EVERYONE))
        return [kind for type_, kind in screen.before(("end", end)) if type_ != "end"]


def starts_over(server: Server, user: User, cursor: str) -> bool:
    """Whether a socket that comes with ``cursor`` is told to fetch everything, and only what happens then."""
    with again(server, user, cursor) as screen:
        resumed = screen.frame()["resumed"]
        tell(marker(audiences.EVERYONE, audiences.user(user.id)))
        assert resumed or screen.before(MARKER) == []
        return not resumed


def first_fetch(user: User) -> str:
    """The cursor that the first thing a window reads comes with."""
    browser = Client()
    browser.force_login(user)
    return browser.get("/api/v1/me").headers["Live-Cursor"]
