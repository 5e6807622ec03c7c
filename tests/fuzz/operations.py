"""Every operation on its own: the request that works, and many that are near it, each sent as every role."""

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.subjects import Draft, Planted
from tests.fuzz.surroundings import ROLES

SEED = 20261128
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large, HealthCheck.large_base_example)
"""What Hypothesis would stop at: requests that take their time to make, as those of large bodies do."""


def fuzz_operation(planted: Planted, *, examples: int) -> None:
    """Fails at the first answer that is not as it should be.

    Nothing is shrunk: each request changes what the next one is about, so that a shorter one says little.
    """
    for role in ROLES:
        planted.send_what_works(role)

    @seed(SEED)
    @settings(max_examples=examples, database=None, phases=[Phase.generate], suppress_health_check=SLOW, deadline=None)
    @given(draft=planted.drafts())
    def many(draft: Draft) -> None:
        for role in ROLES:
            planted.send(draft, role)

    many()
