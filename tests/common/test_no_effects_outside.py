"""A transaction may be done again as a whole, so nothing in it reaches outside the database: no mail, no message, no file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.paths import BACKEND

HERE = BACKEND / "passerelle"
LAYERS = (
    "domain",
    "matching",
    "common",
    "journal",
    "accounts",
    "agencies",
    "interpreters",
    "availability",
    "bookings",
    "imports",
)
"""Where services are, and all that they call. ``live`` hears of what was committed; ``config`` and ``demo`` start things."""
OUTWARD = (
    *("asyncio", "channels", "django.core.cache", "django.core.files.storage", "django.core.mail", "http.client", "httpx"),
    *("multiprocessing", "pathlib", "redis", "requests", "shutil", "smtplib", "socket", "subprocess", "tempfile"),
    *("threading", "urllib.request", "websockets"),
)
ACTS = {
    "defer",
    "defer_async",
    "group_send",
    "on_commit",
    "send",
    "send_mail",
    "send_messages",
    "unlink",
    "write_bytes",
    "write_text",
}
REASONS = {
    "accounts/adapter.py": "builds the mail with the code to sign in; allauth sends it, and no service does",
    "accounts/shared.py": "a cache that is a table: what is kept in it is undone with the transaction",
    "common/management": "commands that a person runs",
    "interpreters/management": "a command that a person runs; it writes before the transaction begins",
    "journal/services.py: on_commit": "rings after the commit; who misses it looks all the same",
}
"""Files, folders, and acts in a file, that may, and why."""


def outward(source: str) -> Iterator[str]:
    """What in ``source`` reaches outside: a module it imports, or a call."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                named = [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(module)):
                named = [f"{module}.{alias.name}" for alias in node.names]
            case ast.Call(func=ast.Name(id="open")):
                yield "open"
                continue
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in ACTS:
                yield name
                continue
            case _:
                continue
        yield from (name for name in named if any(f"{name}.".startswith(f"{one}.") for one in OUTWARD))


def found(root: Path = HERE) -> set[str]:
    """``file: what`` for everything that reaches outside, but for what may."""
    files = [path for layer in LAYERS for path in sorted((root / layer).rglob("*.py"))]
    lines = {f"{path.relative_to(root).as_posix()}: {what}" for path in files for what in outward(path.read_text())}
    return {line for line in lines if not any(line.startswith(reason) for reason in REASONS)}


def test_nothing_that_services_call_reaches_outside_the_database() -> None:
    assert found() == set()


def test_every_reason_is_of_something() -> None:
    lines = [path.relative_to(HERE).as_posix() for layer in LAYERS for path in (HERE / layer).rglob("*.py")]
    assert all(any(line.startswith(reason.partition(":")[0]) for line in lines) for reason in REASONS)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("from django.core.mail import send_mail", "django.core.mail.send_mail"),
        ("from channels.layers import get_channel_layer", "channels.layers.get_channel_layer"),
        ("import socket", "socket"),
        ("open('/tmp/x')", "open"),
        ("layer.group_send('team', {})", "group_send"),
        ("transaction.on_commit(ring)", "on_commit"),
        ("task.defer(visit=1)", "defer"),
    ],
)
def test_it_is_noticed_in_a_service(tmp_path: Path, source: str, what: str) -> None:
    file = tmp_path / "bookings" / "services" / "visits.py"
    file.parent.mkdir(parents=True)
    file.write_text(source)
    assert found(tmp_path) == {f"bookings/services/visits.py: {what}"}
