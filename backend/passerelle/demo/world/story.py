"""Acts written in any order, done in the order of their times: the journal then reads as if it had been lived."""

from collections.abc import Callable
from datetime import datetime

type Act = Callable[[datetime], object]


class Story:
    """What happened, and when. An act is called with its own time as ``now``."""

    def __init__(self) -> None:
        self._acts: list[tuple[datetime, int, Act]] = []

    def at(self, moment: datetime, act: Act) -> None:
        """Note that ``act`` happened at ``moment``; of two at the same moment, the one noted first happened first."""
        self._acts.append((moment, len(self._acts), act))

    def tell(self, *, until: datetime) -> None:
        """Do every act in order. Nothing may lie after ``until``: the world is not built ahead of its clock."""
        for moment, _order, act in sorted(self._acts, key=lambda noted: noted[:2]):
            if moment > until:
                raise ValueError(f"An act of the demo world lies in the future: {moment} is after {until}.")
            act(moment)
