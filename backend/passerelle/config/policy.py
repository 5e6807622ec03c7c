"""What a page of ours may load, and from where: ``frontend/policy.json``, and what stands in the built page itself.

The build puts one script and one style into the page (decision 28). They are let through by their digests, and nothing
else that stands in a page is. ``python -m passerelle.config.policy dist/index.html`` writes the line for the front server.
"""

import json
import re
import sys
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from django.utils.csp import build_policy

from passerelle.config.env import REPOSITORY

type Policy = dict[str, list[str]]

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_ALLOWS = {"script": "script-src", "style": "style-src"}
SAME_HOST = "wss://{http.request.hostport}"
"""The socket, as the front server fills it in: it answers on whatever names it is told."""


def policy(page: Path, sockets: Iterable[str]) -> Policy:
    """The policy for all answers. ``page`` may be missing: another server has it. ``sockets`` are origins of sockets.

    ``'self'`` covers sockets too, but not in every browser that is still about.
    """
    found: Policy = json.loads((REPOSITORY / "frontend" / "policy.json").read_text())
    found["connect-src"] += sockets
    for kind, written in _INLINE.findall(page.read_text() if page.is_file() else ""):
        found[_ALLOWS[kind]].append(f"'sha256-{b64encode(sha256(written.encode()).digest()).decode()}'")
    return found


def sockets_of(origins: Iterable[str]) -> list[str]:
    """``https://book.example`` has its sockets at ``wss://book.example``."""
    return [re.sub("^http", "ws", origin) for origin in origins]


def line(page: Path) -> str:
    """What ``deploy/Caddyfile`` imports."""
    return f'header Content-Security-Policy "{build_policy(policy(page, [SAME_HOST]))}"'


if __name__ == "__main__":
    print(line(Path(sys.argv[1])))  # noqa: T201
