"""A view that raises and an answer unlike its description are caught, on their own and in a chain."""

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.response import Response
from schemathesis.core.failures import FailureGroup

from passerelle.accounts.api.views import MeView
from passerelle.agencies.api.views import AgenciesView
from passerelle.bookings.api.partners import SitesView
from tests.fuzz.calls import EVERY
from tests.fuzz.chains import fuzz_chains
from tests.fuzz.operations import fuzz_operation
from tests.fuzz.subjects import Planted
from tests.fuzz.surroundings import TEAM, Surroundings


def raises(_view: Any, _request: Any) -> Response:
    raise RuntimeError("Nobody meant this.")


def says_less(_view: Any, _request: Any) -> Response:
    return Response({"results": []})


def says_otherwise(_view: Any, _request: Any) -> Response:
    return Response({"results": [], "next": None}, status=202)


every_fault = pytest.mark.parametrize(
    ("get", "told"),
    [
        (raises, "Server error"),
        (says_less, "is a required property"),
        (says_otherwise, "Undocumented status code"),
    ],
)


@every_fault
def test_it_is_caught_in_an_operation(
    around: Surroundings, monkeypatch: pytest.MonkeyPatch, get: Callable[..., Response], told: str
) -> None:
    (me,) = [call for call in EVERY if call.operation == "GET me"]
    monkeypatch.setattr(MeView, "get", get)
    with pytest.raises(FailureGroup, match=told):
        fuzz_operation(Planted(around, me), examples=1)
    assert told in around.account.wrong[-1]


@every_fault
def test_it_is_caught_in_a_chain(
    around: Surroundings, monkeypatch: pytest.MonkeyPatch, get: Callable[..., Response], told: str
) -> None:
    monkeypatch.setattr(AgenciesView, "get", get)
    with pytest.raises(FailureGroup, match=told):
        fuzz_chains(around, TEAM, requests=300, steps=8)
    assert told in around.account.wrong[-1]


def test_faults_are_counted_and_what_was_never_well_is_named(around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    account, planted = around.account, Planted(around, next(call for call in EVERY if call.operation == "GET sites"))
    assert "GET /api/v1/sites" in account.never_well
    fuzz_operation(planted, examples=1)
    assert "GET /api/v1/sites" not in account.never_well
    before = account.faults
    monkeypatch.setattr(SitesView, "get", raises)
    with pytest.raises(FailureGroup):
        fuzz_operation(planted, examples=1)
    assert account.faults == before + 1
