"""Every operation of the API, each once. A new route needs a line here: see ``call.Call``."""

from tests.contract.calls.imports import IMPORTS
from tests.contract.calls.people import BY_THE_TEAM, OF_INTERPRETERS, PEOPLE
from tests.contract.calls.sessions import SESSIONS
from tests.contract.calls.shifts import OFFERS, SHIFTS
from tests.contract.calls.visits import VISITS

CALLS = (*PEOPLE, *BY_THE_TEAM, *OF_INTERPRETERS, *VISITS, *SESSIONS, *SHIFTS, *OFFERS, *IMPORTS)

FOR_ANYBODY = {
    "GET schema": "the document of the API is no secret",
    "GET docs": "nor are its pages (tests/e2e/test_docs.py)",
    "GET demo/people": "demo mode only (tests/demo/test_api.py)",
    "POST demo/sign-in": "demo mode only (tests/demo/test_api.py)",
    "POST claims": "whoever holds the link and is not signed in yet (tests/interpreters/)",
}
"""Operations that ask nobody who they are, and why."""
