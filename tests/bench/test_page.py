"""The page tells every figure with its goal, and says plainly where one does not hold."""

from bench.chart import OVER, WELL, Bar, chart
from bench.page import IMAGES, PAGE, Goal, drawn, unexplained

GOALS = [
    Goal("bench/accept", "<=", 12, "aim", "accept over SQL", "many statements"),
    Goal("bench/score", ">=", 95, "must", "a score"),
    Goal("bench/board", "<=", 6, "aim", "not measured"),
]
FOUND = {
    "bench/accept": {"name": "bench/accept", "figure": 15.5, "unit": "×", "how": "in turn", "machine": "two cores"},
    "bench/score": {"name": "bench/score", "figure": 95, "unit": "of 100", "how": "five times", "machine": "two cores"},
    "bench/growth_inbox": {"name": "bench/growth_inbox", "figure": 1.1, "unit": "×", "how": "GET: 5.0, 5.5 ms", "machine": "m"},
    "bench/other": {"name": "bench/other", "figure": 3, "unit": "s", "how": "once", "machine": "two cores"},
}


def test_every_figure_is_told_with_its_goal_and_whether_it_holds() -> None:
    lines = drawn(GOALS, FOUND)[PAGE].splitlines()
    assert [line for line in lines if line.startswith(("| `", "- `"))] == [
        "| `bench/accept` | 15.5 × | ≤ 12 | aim | **no** | accept over SQL |",
        "| `bench/score` | 95 of 100 | ≥ 95 | must | yes | a score |",
        "| `bench/board` | not yet | ≤ 6 | aim |  | not measured |",
        "- `bench/accept`: many statements.",
        "- `bench/accept`: in turn (two cores)",
        "- `bench/score`: five times (two cores)",
        "| `bench/other` | 3 s | once (two cores) |",
        "| `inbox` | 1.1 | 5.0, 5.5 ms |",
    ]


def test_only_ratios_are_drawn_beside_their_goals() -> None:
    files = drawn(GOALS, FOUND)
    assert "accept" in files[IMAGES / "bench-speed.svg"]
    assert "score" not in files[IMAGES / "bench-speed.svg"]
    assert "growth_inbox" in files[IMAGES / "bench-growth.svg"]


def test_a_bar_over_the_line_has_another_colour() -> None:
    text = chart("Shares", [Bar("a < b", 0.5, "6 ×"), Bar("c", 1.5, "18 ×")], line=1.0)
    assert [text.count(f'fill="{colour}"') for colour in (WELL, OVER)] == [1, 1]
    assert "a &lt; b" in text


def test_what_falls_short_is_explained() -> None:
    assert unexplained(GOALS, FOUND) == []
    silent = [Goal(goal.name, goal.op, goal.goal, goal.kind, goal.of) for goal in GOALS]
    assert unexplained(silent, FOUND) == ["bench/accept"]
