"""Whoever edits what they have read says which version that was; where an act takes none, here is why."""

import pytest

from tests.contract.calls import FOR_ANYBODY
from tests.contract.routes import body_of, routes

NEW = "makes something that nobody has read"
STATE = "an act, and no edit: whether it may still be done is in the state of what it is about"
SAYS = "says one thing anew, whatever was said before: the last word counts, and all who see it are told"
OWN = "one's own to say, and one thing at a time"

WITHOUT = {
    NEW: """
        POST agencies; POST agencies/<uuid:pk>/groups; POST agencies/<uuid:pk>/invite; POST imports; POST interpreters;
        POST pairings; POST sessions; POST sites; POST visits; POST interpreters/<uuid:pk>/claim-link;
        POST interpreters/<uuid:pk>/credentials; POST sessions/<uuid:pk>/open-shift
    """,
    STATE: """
        POST sessions/<uuid:pk>/submit; POST sessions/<uuid:pk>/discard; POST sessions/<uuid:pk>/schedule;
        POST sessions/<uuid:pk>/decline; POST sessions/<uuid:pk>/withdraw; POST sessions/<uuid:pk>/cancel;
        POST sessions/<uuid:pk>/close; POST visits/<uuid:pk>/cancel;
        POST shifts/<uuid:pk>/ask; POST shifts/<uuid:pk>/assign; POST shifts/<uuid:pk>/release; POST shifts/<uuid:pk>/override;
        POST shifts/<uuid:pk>/cancel;
        POST offers/<uuid:pk>/accept; POST offers/<uuid:pk>/stand-by; POST offers/<uuid:pk>/decline; POST offers/<uuid:pk>/undo;
        POST offers/<uuid:pk>/withdraw; POST offers/<uuid:pk>/stand-down;
        POST agencies/<uuid:pk>/members/<uuid:user>/remove; POST pairings/<uuid:pk>/allow;
        POST interpreters/<uuid:pk>/withdraw-claim-link; DELETE imports/<uuid:pk>; POST imports/<uuid:pk>/undo;
        POST me/sign-ins/<uuid:pk>/end; POST me/sign-ins/end-others
    """,
    SAYS: """
        PUT agencies/<uuid:pk>/members/<uuid:member>; PUT visits/<uuid:pk>/therapists/<uuid:member>;
        PUT visits/<uuid:pk>/duty-phone; POST shifts/<uuid:pk>/ticket; PUT travel-times;
        PUT interpreters/<uuid:pk>/free-days/usual; PUT interpreters/<uuid:pk>/free-days/break;
        PUT interpreters/<uuid:pk>/free-days/<day:day>
    """,
    OWN: "PATCH me; PUT free-days/usual; PUT free-days/break; PUT free-days/<day:day>; POST free-days/as-before",
}
"""By the reason, the acts that take no version."""
REASONS = {" ".join(one.split()): why for why, some in WITHOUT.items() for one in some.split(";")}
ACTS = {operation for route in routes() for operation in route.operations if not operation.startswith("GET ")}
TAKING = {operation for operation in ACTS if "version" in body_of(operation).get("properties", {})}


def test_every_act_takes_the_version_that_was_read_or_has_its_reason() -> None:
    assert ACTS - TAKING - set(FOR_ANYBODY) == set(REASONS)


@pytest.mark.parametrize("operation", sorted(TAKING))
def test_it_is_no_act_without_it(operation: str) -> None:
    """(All fields of a ``PATCH`` may be left out but this one: tests/imports/test_api.py.)"""
    if not operation.startswith("PATCH "):
        assert "version" in body_of(operation)["required"]
