"""Every service that writes, with at least one scenario: a line a service, a file an app or a noun.

To add one: a line in the table of the file that fits (or a new file, named in ``ALL`` below). Where the world of
``tests/frames/world.py`` has nothing for it to act on, give it ``first`` acts, or add to the world.
"""

from tests.frames.scenario import Scenario
from tests.frames.scenarios import (
    accounts,
    agencies,
    answers,
    asking,
    closing,
    forgetting,
    imports,
    interpreters,
    moving,
    not_paired,
    requests,
    visits,
)

ALL: list[Scenario] = [
    *answers.SCENARIOS,
    *asking.SCENARIOS,
    *closing.SCENARIOS,
    *forgetting.SCENARIOS,
    *moving.SCENARIOS,
    *requests.SCENARIOS,
    *visits.SCENARIOS,
    *interpreters.SCENARIOS,
    *not_paired.SCENARIOS,
    *agencies.SCENARIOS,
    *accounts.SCENARIOS,
    *imports.SCENARIOS,
]
