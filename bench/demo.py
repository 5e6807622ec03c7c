"""How long somebody waits for the product after ``make demo``."""

import statistics

from bench import product
from bench.results import Figure

ROUNDS = 3


def measure() -> list[Figure]:
    """Seconds to the greeting: of a first start with everything installed and built, and of later ones."""
    product.forget()
    with product.running() as (_, first):
        pass
    later = []
    for _ in range(ROUNDS):
        with product.running() as (_, seconds):
            later.append(seconds)
    return [
        Figure("bench/demo_first_s", round(first, 1), "s", "packages and build there, no data yet, to the greeting; once"),
        Figure("bench/demo_warm_s", round(statistics.median(later), 1), "s", f"started again; median of {ROUNDS}"),
    ]
