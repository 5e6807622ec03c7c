"""The world, put back before each test, and everyone who looks at it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from passerelle.journal import selectors
from passerelle.journal.audiences import audiences_of
from passerelle.journal.selectors import Line
from passerelle.live.frames import Audiences
from tests.frames.reading import Heard, Parts, Reader, heard_by
from tests.frames.scenario import Scenario
from tests.frames.world import READERS, Builder, World
from tests.support.snapshot import Snapshot
from tests.support.sockets import session_of


@dataclass(frozen=True)
class Seen:
    """What one person read before and after an act, and what they may hear at both times."""

    reader: Reader
    before: Parts
    after: Parts
    could_hear: Audiences
    can_hear: Audiences

    def heard(self, lines: Iterable[Line]) -> Heard:
        return heard_by(self.can_hear, self.reader.user_id, lines)


@dataclass
class Stage:
    """The world as built, and its readers. What they read in it is fetched once."""

    world: World
    readers: list[Reader]
    snapshot: Snapshot
    _read: dict[str, Parts] = field(default_factory=dict)

    def play(self, scenario: Scenario) -> tuple[list[Seen], list[Line]]:
        """Act; what everyone saw of it, and the lines it added to the journal."""
        before = self._before(scenario.first)
        could_hear = {reader.name: audiences_of(reader.actor()) for reader in self.readers}
        number = selectors.last_number()
        scenario.act(self.world)
        seen = [
            Seen(one, before[one.name], one.everything(), could_hear[one.name], audiences_of(one.actor()))
            for one in self.readers
        ]
        return seen, selectors.after(number)

    def _before(self, first: tuple[Scenario, ...]) -> dict[str, Parts]:
        if first:
            for scenario in first:
                scenario.act(self.world)
            return self._everything()
        self._read = self._read or self._everything()
        return self._read

    def _everything(self) -> dict[str, Parts]:
        return {reader.name: reader.everything() for reader in self.readers}


_built: list[Stage] = []


@pytest.fixture
def stage(committed_db: None) -> Stage:
    """Built by the first test that asks for it, put back for the others."""
    if _built:
        _built[0].snapshot.put_back()
    else:
        world = Builder().build()
        session_of(world.users["partner"])  # on another device, of which nobody hears
        readers = [Reader(name, world.users[name]) for name in READERS]
        _built.append(Stage(world, readers, Snapshot.take()))
    return _built[0]
