"""The API as its own document describes it, on the real WSGI application, and who calls it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import schemathesis
from django.conf import settings
from django.test import override_settings
from schemathesis import Case, Response
from schemathesis.core.failures import FailureGroup

from passerelle.common.idempotency import HEADER
from passerelle.config.wsgi import application
from tests.contract.world import COORDINATOR, INTERPRETER, PARTNER, World, a_world
from tests.fuzz.account import Account
from tests.support.database import clean

NOBODY, TEAM = "nobody", "team"
ROLES = (NOBODY, PARTNER, INTERPRETER, TEAM)
TOKEN = "f" * 32
"""Of a browser: the cookie and the header that must match it."""
HELD = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
"""What every answer is held to: no fault of ours; its status, type, headers and body as described. (That what the
document forbids is refused, field by field, is tests/contract/test_bodies.py's.)"""


@dataclass
class Surroundings:
    """``api`` is the document that the application serves; ``world`` what is asked about, in an otherwise empty database."""

    api: Any
    account: Account
    world: World

    def renew(self) -> None:
        """Somebody of the world was changed so that they no longer can what the next request needs."""
        clean()
        self.world = a_world()

    def session(self, role: str, team: str = COORDINATOR) -> str | None:
        """Of somebody in ``role``; ``team`` is who of the team."""
        return None if role == NOBODY else self.world.sessions[team if role == TEAM else role]

    def send(self, case: Case[Any], session: str | None) -> Response:
        """Send ``case`` as a browser of ours would, with a key for each act."""
        case.cookies = {"csrftoken": TOKEN} | ({settings.SESSION_COOKIE_NAME: session} if session else {})
        case.headers["X-CSRFToken"] = TOKEN
        case.headers["Accept-Encoding"] = "identity"  # nothing between the application and us would unpack it
        if case.method != "GET":
            case.headers[HEADER] = str(uuid4())
        answer = case.call()
        self.account.note(case, answer)
        return answer

    def hold(self, case: Case[Any], answer: Response) -> None:
        """Fails when ``answer`` is a fault of ours, or not as the document describes it."""
        try:
            case.validate_response(answer)
        except FailureGroup as found:
            self.account.wrong.append(str(found))
            raise


@contextmanager
def surroundings() -> Iterator[Surroundings]:
    """In demo mode, in which alone some operations are there. Nothing is left in the database."""
    checks = {"enabled": False, **{name: {"enabled": True} for name in HELD}}
    config = schemathesis.Config.from_dict({"checks": checks})
    with override_settings(DEMO_MODE=True):
        api: Any = schemathesis.openapi.from_wsgi("/api/v1/schema", application, config=config)
        operations = tuple(found.ok().label for found in api.get_all_operations())
        try:
            yield Surroundings(api, Account(operations), a_world())
        finally:
            clean()
