"""Which places people hold: the ground of every "clashes with"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from passerelle.agencies.travel import routes
from passerelle.bookings.models import Shift
from passerelle.bookings.selectors.people import booking_of, bookings_of
from passerelle.domain.eligibility.facts import Booking
from passerelle.domain.states.shift import HELD
from passerelle.domain.travel import MOST_TRAVEL, Routes


@dataclass(frozen=True, slots=True)
class Clash:
    """How a place stands against what somebody holds: the blocks overlap, or the way between is too long."""

    overlaps: bool = False
    too_far: bool = False

    def __bool__(self) -> bool:
        return self.overlaps or self.too_far


def clash_of(one: Booking, others: Iterable[Booking], ways: Routes) -> Clash:
    """``one`` against what is held beside it."""
    beside = [other for other in others if other.shift_id != one.shift_id]
    if any(other.block.overlaps(one.block) for other in beside):
        return Clash(overlaps=True)
    return Clash(too_far=any(other.way_too_long(one.block, one.stop, ways) is not None for other in beside))


class HeldPlaces:
    """The places these people hold around these shifts. Two queries, whatever the number of either."""

    def __init__(self, interpreter_ids: Iterable[UUID], shifts: Sequence[Shift], *, ways: Routes | None = None) -> None:
        """``shifts`` come with session, group and site; ``ways`` is the table of travel times, where it was read already."""
        self._held: Mapping[UUID, list[Booking]] = {}
        self._ways = ways or Routes()
        ids = set(interpreter_ids)
        if not ids or not shifts:
            return
        self._ways = routes() if ways is None else ways
        window = (min(s.block.lower for s in shifts) - MOST_TRAVEL, max(s.block.upper for s in shifts) + MOST_TRAVEL)
        self._held = bookings_of(Shift.objects.filter(holder__in=ids, state__in=HELD, block__overlap=window))

    def clash(self, interpreter_id: UUID, shift: Shift) -> Clash:
        """How ``shift`` stands against what the interpreter holds beside it."""
        held = self._held.get(interpreter_id)
        return clash_of(booking_of(shift), held, self._ways) if held else Clash()

    @property
    def ways(self) -> Routes:
        return self._ways
