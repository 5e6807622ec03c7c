"""From when to when a session was held: in one cell, or a start with an end or a number of minutes beside it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from passerelle.agencies.models import Group
from passerelle.domain.refusals import Code
from passerelle.domain.time import Span, moments_of
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.planning import Reader

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=12)


def span_of(reader: Reader, group: Group | None, day: date | None) -> Span | None:
    """From start to end on the clocks of the group's site, once both are said."""
    starts, within = cells.wall_times(reader, "starts")
    ends, minutes = cells.wall_time(reader, "ends"), _minutes(reader)
    if ends is None and minutes is None and within is None:
        _against_silence(reader)
    if group is None or day is None or starts is None or reader.problems:
        return None
    zone = ZoneInfo(group.site.time_zone)
    start = _at(reader, "starts", day, starts, zone)
    clocks = (("starts", within), ("ends", ends))
    said = {name: _at(reader, name, day, end, zone) for name, end in clocks if end is not None}
    if reader.problems:
        return None
    if minutes is not None:
        said["minutes"] = start + minutes
    return _agreed(reader, start, said, zone)


def _agreed(reader: Reader, start: datetime, said: dict[str, datetime], zone: ZoneInfo) -> Span | None:
    """``said``: the end, by the field whose cell says it; all of them have to say the same."""
    (name, end), *others = said.items()
    for other, at in others:
        if at != end:
            here, there = (f"{one.astimezone(zone):%H:%M}" for one in (at, end))
            reader.against(other, Code.ENDS_OTHERWISE, here=here, other=there)
    if end <= start:
        reader.against(name, Code.ENDS_BEFORE_IT_STARTS)
    elif not SHORTEST <= end - start <= LONGEST:
        reader.against(name, Code.TOO_LONG_A_TIME)
    return None if reader.problems else Span(start, end)


def _at(reader: Reader, name: str, day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment at which clocks there show it; refused where they skip it on that day, or show it twice."""
    found = moments_of(day, clock, zone.key)
    if len(found) != 1:
        reader.against(name, Code.CLOCKS_SHOWED_IT_TWICE if found else Code.CLOCKS_SKIPPED_IT, time=f"{clock:%H:%M}")
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _against_silence(reader: Reader) -> None:
    """No end is said, where none was written that cannot be read."""
    if any(found.field in {"ends", "minutes"} or found.code is Code.TIME_UNREAD for found in reader.problems):
        return
    column = next((name for name in ("ends", "minutes") if name in reader.row.cells), None)
    if column is not None:
        reader.against(column, Code.EMPTY)
    elif reader.text("starts"):
        reader.against("starts", Code.END_UNSAID)


def _minutes(reader: Reader) -> timedelta | None:
    """``90``, ``1:30``, ``1h30`` or ``90 min``."""
    text = reader.text("minutes").lower().removesuffix("minutes").removesuffix("min").strip()
    if not text:
        return None
    if ":" in text or "h" in text:
        length = cells.wall_time(reader, "minutes")
        return None if length is None else timedelta(hours=length.hour, minutes=length.minute)
    minutes = cells.number_in(reader, "minutes", text, least=1, most=24 * 60)
    return None if minutes is None else timedelta(minutes=minutes)
