"""The worst of all paths is the figure that has a goal, and every path stands beside it."""

from bench.growth import figures
from bench.results import Figure

HOW = (
    "over HTTP, signed in, gunicorn as deployed; the same coming days, 1,000, 1,000,000 past places in front of them; "
    "medians of 2 rounds in turn"
)


def test_the_worst_path_is_named_and_all_are_told() -> None:
    found = {
        ("board", 1_000): [0.02, 0.02],
        ("board", 1_000_000): [0.021, 0.021],
        ("inbox", 1_000): [0.01, 0.01],
        ("inbox", 1_000_000): [0.03, 0.03],
    }
    assert figures(found) == [
        Figure("bench/growth_1e3_to_1e6_worst", 3.0, "×", f"inbox, of 2 paths; {HOW}"),
        Figure("bench/growth_board", 1.05, "×", f"{HOW}: 20.0, 21.0 ms"),
        Figure("bench/growth_inbox", 3.0, "×", f"{HOW}: 10.0, 30.0 ms"),
    ]
