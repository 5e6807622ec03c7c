"""Requests that follow from what was answered before, as each role: no fault of ours, every answer as described."""

import pytest

from tests.fuzz.chains import furnish, fuzz_chains
from tests.fuzz.surroundings import NOBODY, ROLES, Surroundings

REQUESTS, STEPS = 80, 8
"""Of each role. ``make trials only=fuzz`` takes more."""


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_in_a_chain_is_as_the_document_says(around: Surroundings, role: str) -> None:
    furnish(around.world)
    before, well = around.account.requests, around.account.all_well
    fuzz_chains(around, role, requests=REQUESTS, steps=STEPS)
    assert around.account.requests - before >= REQUESTS
    assert (around.account.all_well > well) is (role != NOBODY)
