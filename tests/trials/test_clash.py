"""Acts that clash, over HTTP on many connections; and the trial sees somebody booked twice where nothing holds that off."""

from passerelle.bookings.models import Shift
from tests.races.mechanisms import without_constraint
from tests.trials.weakened import UNLOCKED
from trials.lossless.clash import OFTEN, found, run
from trials.lossless.crowd import Crowd

ACTS, BATCH = 600, 300
AT_MOST = 20_000
"""Acts until somebody is booked twice who is not held off from it: a few hundred, mostly."""


def test_acts_that_clash_book_nobody_twice(committed_db: None, web: int) -> None:
    tally = run(Crowd(web), ACTS, batch=BATCH)
    assert (tally.overlaps, tally.unsound, tally.broken, tally.untold) == ([], [], [], [])
    assert sum(tally.answers.values()) == tally.sent == ACTS
    assert 0 < tally.winners < ACTS
    assert {name.partition(" ")[0] for name in tally.answers} == set(OFTEN)
    figures = {figure.name.removeprefix("lossless/clash_"): figure.figure for figure in found(tally).figures}
    assert figures["acts"] == ACTS
    assert (figures["overlaps"], figures["5xx"], figures["invariants_broken"], figures["losers_untold"]) == (0, 0, 0, 0)


def test_somebody_booked_twice_is_noticed(committed_db: None, weakened_web: int) -> None:
    with without_constraint(Shift, "bookings_no_double_booking"):
        tally = run(Crowd(weakened_web, more={UNLOCKED: "interpreters_interpreter"}), AT_MOST, batch=100)
    assert tally.overlaps, f"nobody in {tally.sent} acts"
    assert all("is booked twice" in one for one in tally.overlaps)
    assert any("is booked twice" in one for one in found(tally).wrong)
