"""A life of a visit that is played by hand."""

from trials.life.cast import Cast
from trials.life.life import Acts, Life
from trials.life.machine import Everybody


class Friday(Everybody):
    """One Friday with everybody's part."""

    def __init__(self, cast: Cast) -> None:
        self.life = Life(cast, Acts())

    def begins(self, *, hours: tuple[int, ...] = (10,), who: frozenset[int] = frozenset({0, 1})) -> None:
        """A session at each of ``hours``, with one place, for which ``who`` was asked."""
        for hour in hours:
            self.asks_for_a_session(group=0, day=0, hour=hour, minutes=60)
            self.schedules(which=0, two=False)
            self.asks(which=0, who=set(who), hours=None)

    def is_taken(self) -> None:
        """The last who was asked said yes to the newest place."""
        self.tap_yes(which=0)

    def said_yes_and_is_not_paired(self) -> None:
        """Two did, one of whom the team has ruled out since; the other takes no such theme."""
        self.begins()
        self.is_taken()
        self.stand_by(which=0, by_phone=False)
        self.is_not_to_be_paired(who=0, by="colleague", whole=False)
        self.says_how_they_work(who=1, theme=True, area="", by_phone=False)
        self.writes_the_details(which=0, what="a theme")
