"""What is lost, doubled or told to the wrong people while things go wrong: nothing, and each trial here counts it.

Each is a module with ``measure(scale)``: at 1 it is as long as its goals ask, and the tests run a small part of it.
"""

NAMES = (
    "order",
    "restore",
    "wakeups",
    "faults",
    "load",
    "half_load",
    "churn",
    "accepting",
    "idle",
    "fanout",
    "replay",
    "offline",
    "clash",
    "weeks",
)
"""In the order in which they run."""
