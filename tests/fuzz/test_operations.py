"""Every operation of the document, generated requests as each role: no fault of ours, every answer as described."""

import pytest

from tests.contract.calls.call import Call
from tests.fuzz.calls import EVERY
from tests.fuzz.operations import fuzz_operation
from tests.fuzz.subjects import Planted
from tests.fuzz.surroundings import Surroundings

EXAMPLES = 2
"""Of each operation, as each role. ``make trials only=fuzz`` takes more."""


@pytest.mark.parametrize("call", EVERY, ids=str)
def test_every_answer_is_as_the_document_says(around: Surroundings, call: Call) -> None:
    planted = Planted(around, call)
    fuzz_operation(planted, examples=EXAMPLES)
    assert around.account.well(planted.operation.label), "No role brought it to a 2xx."


def test_every_operation_of_the_document_is_asked_for(around: Surroundings) -> None:
    assert sorted(Planted(around, call).operation.label for call in EVERY) == sorted(around.account.operations)
