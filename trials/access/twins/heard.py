"""What somebody is answered, and what everybody is told of it: all of it that is not drawn by chance."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from passerelle.journal.audiences import audiences_of
from passerelle.journal.positions import Position, cursor_of, position
from passerelle.journal.selectors import Line, after, last_number
from passerelle.live.frames import Bodies, changes
from tests.contract.asking import ask, browser, undone, url
from tests.contract.calls.call import Call, Subject
from tests.contract.world import World
from trials.access.twins.chance import the_same_chance
from trials.access.twins.worlds import numbered

type Question = Mapping[str, str]

PAGES = 2
"""So many are read of a list, each from the marker that the one before it gave."""
SHEET = "application/vnd.openxmlformats"
CURSOR = "Live-Cursor"
"""The header in which whoever signs in is given their place in the journal, sealed."""
MADE_AT = "docProps/"
"""The part of a sheet that says when it was made."""
_SEALED = re.compile(r'(?<="next":")[^"]+')
_LINK = re.compile(r"(?<=/claim#)[\w-]{43}")


class Answer(NamedTuple):
    status: int
    headers: str
    body: str


@dataclass(frozen=True)
class Heard:
    """``frames`` are by who hears them; ``statements`` is how many were asked of the database."""

    answers: Sequence[Answer]
    frames: Mapping[str, Sequence[str]]
    mails: Sequence[str]
    statements: int

    @property
    def done(self) -> bool:
        return self.answers[0].status < 400


def hear(world: World, name: str, call: Call, subject: Subject, question: Question) -> Heard:
    """One of ``world`` sends ``call``; what it did is taken back."""
    before = position()
    mail.outbox = []
    with undone():
        with transaction.atomic():
            with the_same_chance(f"{call} by {name}"), CaptureQueriesContext(connection) as captured:
                answers = list(_answers(world, name, call, subject, question))
            if answers[0].status >= 400:  # as its own transaction would
                transaction.set_rollback(True)
        mails = [f"{message.to} {message.subject} {message.body}" for message in mail.outbox]
        frames = frames_since(world, before) if call.writes else {}
    return Heard(answers, frames, mails, len(captured))


def frames_since(world: World, before: Position) -> dict[str, list[str]]:
    """What each of ``world`` is told over the live line of all that was done since."""
    numbered()
    bodies, here = Bodies(lines_since(before)), position()
    found = {}
    for name, actor in world.people.items():
        body = bodies.heard_by(audiences_of(actor))
        if body is not None and actor.user_id is not None:
            found[name] = [alike(changes(1, cursor_of(here, user_id=actor.user_id), body))]
    return found


def lines_since(before: Position) -> list[Line]:
    """More of them than any one act writes."""
    return after(before.number, limit=last_number() - before.number) if last_number() > before.number else []


def alike(text: str) -> str:
    """Of what is sealed or drawn by chance only its length is compared."""
    text = re.sub(r'(?<="cursor":")[^"]+', _length, text)
    return _LINK.sub(_length, _SEALED.sub(_length, text))


def _length(found: "re.Match[str]") -> str:
    return f"({len(found[0])} characters)"


def _answers(world: World, name: str, call: Call, subject: Subject, question: Question) -> Iterator[Answer]:
    client = browser(world, name)
    address, asked = url(call.address, subject.names), dict(question)
    for _ in range(PAGES):
        answer = client.get(address, asked) if call.method == "GET" else ask(client, call, subject)
        yield _said(answer)
        marker = _marker(answer) if call.method == "GET" else None
        if marker is None:
            return
        asked["cursor"] = marker


def _marker(answer: Any) -> str | None:
    if answer.status_code != 200 or answer["Content-Type"] != "application/json":
        return None
    body = answer.json()
    found = body.get("next") if isinstance(body, dict) else None
    return found if isinstance(found, str) else None


def _said(answer: Any) -> Answer:
    content = answer.getvalue()
    headers, cookies = dict(answer.headers), sorted(answer.cookies)
    headers[CURSOR] = str(len(headers.get(CURSOR, "")))
    if headers.get("Content-Type", "").startswith(SHEET):
        headers.pop("Content-Length", None)
        return Answer(answer.status_code, f"{headers} {cookies}", _parts(content))
    return Answer(answer.status_code, f"{headers} {cookies}", alike(content.decode(errors="replace")))


def _parts(sheet: bytes) -> str:
    """What is in a sheet, but when it was made."""
    with zipfile.ZipFile(io.BytesIO(sheet)) as opened:
        names = sorted(name for name in opened.namelist() if not name.startswith(MADE_AT))
        return "\n".join(f"{name} {opened.read(name).decode(errors='replace')}" for name in names)
