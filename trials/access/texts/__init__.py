"""What tells who somebody is, and what tells nobody, in ten languages: through the rule, and through every field of the API.

Both halves were composed for this from sentences and shapes of numbers; they tell of nobody. The patterns were tuned on one
half, the other was written once they were frozen, and only that one is measured. What is reported later goes to the first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from django.test import override_settings

from bench.results import Figure
from passerelle.domain.identifying import Kind, found_in
from passerelle.domain.text import BEFORE_THE_WORK, CODES
from tests.contract.asking import undone
from tests.contract.texts import OF_PLACES, SCANNED, Text, call_of, send, texts, told_at
from tests.contract.world import World, a_world
from tests.support.database import clean
from tests.support.snapshot import Snapshot
from trials.lossless.found import Found

HERE = Path(__file__).parent
TUNING, HELD_OUT = HERE / "tuning.tsv", HERE / "held_out.tsv"
WRITTEN = date(2026, 11, 29)
"""The day on which the texts were written: they speak of the visits around it."""
INNOCENT = "innocent"
BY_NAME = "testserver"
"""The name by which Django's client asks."""
MOST_MISSED, MOST_REFUSED = 3.0, 1.0
"""Percent."""
LANGUAGES = {
    "en": "English", "fr": "French", "ar": "Arabic", "fa": "Farsi", "prs": "Dari", "ps": "Pashto", "ckb": "Sorani",
    "ti": "Tigrinya", "am": "Amharic", "sq": "Albanian",
}  # fmt: skip

Look = Callable[..., Sequence[Kind]]


@dataclass(frozen=True, slots=True)
class Written:
    """One text: ``kind`` is what is in it, or ``innocent``."""

    kind: str
    language: str
    text: str

    @property
    def personal(self) -> bool:
        return self.kind != INNOCENT


def half(path: Path) -> list[Written]:
    return [Written(*line.split("\t")) for line in path.read_text().splitlines()]


def measure(scale: float = 1.0, *, look: Look = found_in) -> Found:
    """Every text that was held out through ``look``, and ``scale`` of them through the API, each through one field in turn."""
    held_out, found = half(HELD_OUT), Found()
    _through_the_rule(held_out, look, found)
    step = max(1, round(1 / scale))
    sent = _through_the_api(held_out[::step], look, found)
    found.figures.append(Figure("access/texts_sent", sent, "texts", f"held out, each through one of {len(SCANNED)} fields"))
    return found


def _through_the_rule(held_out: Sequence[Written], look: Look, found: Found) -> None:
    wrong = {one for one in held_out if bool(look(one.text, today=WRITTEN)) != one.personal}
    personal, innocent = ([one for one in held_out if one.personal is it] for it in (True, False))
    missed, refused = _percent(wrong, personal), _percent(wrong, innocent)
    kinds = "; ".join(f"{kind} {_of(wrong, [one for one in personal if one.kind == kind])}" for kind in Kind)
    written = "written after the patterns were first frozen; they were mended since by other examples"
    how = f"{len(personal)} texts in {len(LANGUAGES)} languages, {written}"
    spoken = "; ".join(f"{name} {_of(wrong, _in(personal, code))}" for code, name in LANGUAGES.items())
    found.figures += [
        Figure("access/contact_strings_missed_pct", missed, "%", f"{how}: missed of {kinds}; of {spoken}"),
        Figure(
            "access/innocent_texts_refused_pct", refused, "%", f"{len(innocent)} texts in {len(LANGUAGES)} languages, likewise"
        ),
        Figure("access/texts_held_out", len(held_out), "texts", "personal and innocent, in ten languages"),
    ]
    for code, name in LANGUAGES.items():
        for of, what in ((personal, "missed"), (innocent, "refused")):
            told = f"{name}, of {len(_in(of, code))} texts"
            found.figures.append(Figure(f"access/texts_{what}_{code}", _count(wrong, _in(of, code)), "texts", told))
    if missed > MOST_MISSED:
        found.blame(f"missed: {one.text}" for one in held_out if one in wrong and one.personal)
    if refused > MOST_REFUSED:
        found.blame(f"refused: {one.text}" for one in held_out if one in wrong and not one.personal)


def _in(written: Iterable[Written], language: str) -> list[Written]:
    return [one for one in written if one.language == language]


def _count(wrong: set[Written], of: Sequence[Written]) -> int:
    return sum(count for one, count in Counter(of).items() if one in wrong)


def _of(wrong: set[Written], of: Sequence[Written]) -> str:
    return f"{_count(wrong, of)}/{len(of)}"


def _percent(wrong: set[Written], of: Sequence[Written]) -> float:
    return round(100 * _count(wrong, of) / len(of), 2)


def _through_the_api(written: Sequence[Written], look: Look, found: Found) -> int:
    """Each field has its share of them, and answers as the rule says; what it refuses leaves nothing behind.

    Returns how many were sent: a few are longer than their field takes.
    """
    fields, sent = [text for text in texts() if str(text) in SCANNED], 0
    with ExitStack() as stack:
        stack.callback(clean)
        stack.enter_context(override_settings(ALLOWED_HOSTS=[BY_NAME]))
        world = a_world()
        for at, field in enumerate(fields):
            mine = [one for one in written[at :: len(fields)] if len(one.text) <= field.most]
            found.blame(_wrong_at(world, field, mine, look))
            sent += len(mine)
    return sent


def _wrong_at(world: World, field: Text, written: Sequence[Written], look: Look) -> list[str]:
    """What was wrong with the answers to ``written`` in that field."""
    subject, wrong = call_of(field).on(world), []
    before = Snapshot.take()
    for one in written:
        with undone():
            told = told_at(field, send(world, field, subject, one.text))
            if not _as_told(field, told, one.text, look):
                wrong.append(f"{field} answered otherwise than the rule to: {one.text}")
            elif told and Snapshot.take() != before:
                wrong.append(f"{field} kept something of: {one.text}")
    return wrong


def _as_told(field: Text, told: set[str], text: str, look: Look) -> bool:
    """A place is named after any day. Names are looked through as on the day the work began, all else as of today."""
    days = (datetime.now(UTC).date(), BEFORE_THE_WORK)
    kinds = set(Kind) - ({Kind.BIRTH} if str(field) in OF_PLACES else set())
    ours = {code.value for code in CODES.values()}
    return any(told & ours == {CODES[kind].value for kind in look(text, today=day) if kind in kinds} for day in days)
