"""The figures of the generated requests: what was answered, what was wrong, and what nobody was ever answered well."""

from collections import Counter

from tests.fuzz.account import Account
from trials.fuzz import figures


def test_figures_count_faults_and_name_what_was_never_well() -> None:
    account = Account(("GET /a", "POST /b"), wrong=["a fault", "an answer unlike its description"])
    account.answered["GET /a"] = Counter({200: 3, 401: 1})
    account.answered["POST /b"] = Counter({500: 1, 404: 2})
    found = {figure.name.removeprefix("races/fuzz_"): figure for figure in figures(account)}
    assert {name: figure.figure for name, figure in found.items()} == {
        "requests": 7,
        "5xx": 1,
        "answers_not_as_described": 1,
        "operations_never_2xx": 1,
    }
    assert found["operations_never_2xx"].how.endswith("; POST /b")
