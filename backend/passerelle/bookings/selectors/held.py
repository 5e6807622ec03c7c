"""Which booked blocks people hold: the ground of every "clashes with"."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from passerelle.bookings.models import Shift
from passerelle.bookings.selectors.facts import span_of
from passerelle.domain.eligibility.facts import Booking
from passerelle.domain.states.shift import HELD
from passerelle.domain.time import Span


class HeldBlocks:
    """The places these people hold around these spans. One query, whatever the number of either."""

    def __init__(self, interpreter_ids: Iterable[UUID], spans: Iterable[Span]) -> None:
        self._held: dict[UUID, list[Booking]] = defaultdict(list)
        ids, around = set(interpreter_ids), list(spans)
        if not ids or not around:
            return
        window = (min(span.start for span in around), max(span.end for span in around))
        for shift in Shift.objects.filter(holder__in=ids, state__in=HELD, block__overlap=window):
            if shift.holder_id is not None:
                self._held[shift.holder_id].append(Booking(shift.id, span_of(shift)))

    def clash(self, interpreter_id: UUID, shift: Shift) -> bool:
        """Whether the interpreter holds another place that overlaps ``shift``."""
        own = span_of(shift)
        return any(held.shift_id != shift.id and held.block.overlaps(own) for held in self._held[interpreter_id])
