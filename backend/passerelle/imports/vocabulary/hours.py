"""Times of day as people write them, alone and from one to another."""

import re
import unicodedata
from datetime import time

from passerelle.imports.vocabulary.folding import plain_digits

_TIME = re.compile(r"(\d{1,2})(?:(?:\s*[:h.]\s*)(\d{2})?)?(?::00)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_FROM = re.compile(r"(?:from|de|من)\s+", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-‐‑‒–—−→~]|\b(?:to|until|till|à|إلى|الى|حتى)\b)\s*", re.IGNORECASE)


def time_in(text: str) -> time | None:
    """``14:30``, ``14h30``, ``14h``, ``2.30 pm``, or a part of a day as a spreadsheet stores it; in digits of any script."""
    text = plain_digits(text)
    try:
        if re.fullmatch(r"0\.\d+", text):
            minutes = round(float(text) * 24 * 60)
            return time(minutes // 60, minutes % 60)
        if parts := _TIME.fullmatch(text):
            hour, half = int(parts[1]), (parts[3] or "").lower()
            if half and not 1 <= hour <= 12:  # noqa: PLR2004  (of a clock with two halves)
                return None
            return time(hour % 12 + 12 * (half == "p") if half else hour, int(parts[2] or 0))
    except ValueError:
        pass
    return None


def times_in(text: str) -> tuple[time, time] | None:
    """``10:00-11:15``, ``10h à 11h15``, ``from 2 to 3.30 pm``: a start and an end."""
    text = unicodedata.normalize("NFC", plain_digits(text)).strip()
    parts = _TO.split(_FROM.sub("", text, count=1) if _FROM.match(text) else text)
    if len(parts) != 2:  # noqa: PLR2004  (from and to)
        return None
    starts, ends = time_in(parts[0]), time_in(parts[1])
    if starts is None or ends is None:
        return None
    return _same_half(parts[0], parts[1], ends) or starts, ends


def _same_half(first: str, last: str, ends: time) -> time | None:
    """``2`` of ``2-3 pm`` is in the afternoon too, ``11`` of ``11-1 pm`` is not."""
    own, other = _TIME.fullmatch(first), _TIME.fullmatch(last)
    if own is None or other is None or own[3] or not other[3]:
        return None
    halves = [time_in(f"{first} {half}m") for half in "pa"]
    return next((found for found in halves if found is not None and found < ends), None)
