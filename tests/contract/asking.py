"""Asking the API as somebody, and undoing what it did."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from tests.contract.calls.call import Call, Subject, Upload
from tests.contract.routes import PREFIX
from tests.contract.world import World


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def url(address: str, names: dict[str, Any]) -> str:
    """``address`` as the router writes it, with its parts filled in; a part that is not named gets a new id."""
    return f"/{PREFIX}" + re.sub(r"<\w+:(\w+)>", lambda part: str(names.get(part[1], uuid4())), address)


def browser(world: World, name: str, **more: Any) -> Client:
    """A browser in which one of the world is signed in; ``more`` is for ``Client``."""
    client = Client(**more)
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[name]
    return client


def ask(client: Client, call: Call, subject: Subject, *, body: Any = None, raw: bytes | None = None, **headers: str) -> Any:
    """Send ``call`` about ``subject``; ``body`` (or ``raw`` bytes) in the place of the one that is well."""
    if isinstance(subject.body, Upload) and raw is None:
        return _upload(client, call, subject, subject.body, headers)
    sent = raw
    if sent is None and call.writes:
        sent = json.dumps(subject.body if body is None else body).encode()
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.generic(call.method, url(call.address, subject.names), sent or b"", "application/json", headers=headers)


def _upload(client: Client, call: Call, subject: Subject, form: Upload, headers: dict[str, str]) -> Any:
    file = SimpleUploadedFile("people.csv", form.file)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(url(call.address, subject.names), {**form, "file": file}, headers=headers)


def is_refusal(answer: Any) -> list[dict[str, str]]:
    """The lines of an answer in the one shape of errors; fails on any other."""
    assert answer["Content-Type"] == "application/json", answer.content[:200]
    body = answer.json()
    assert set(body) - {"current"} == {"errors"}, body
    assert body["errors"], body
    for line in body["errors"]:
        assert {"code", "message"} <= set(line) <= {"code", "message", "field"}, line
        assert line["message"], line
    lines: list[dict[str, str]] = body["errors"]
    return lines


def nobody() -> UUID:
    """An id of nothing."""
    return uuid4()
