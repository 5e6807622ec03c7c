"""The places of a row: who interpreted which language. One cell may list several of them, as the others then do."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from passerelle.bookings.services.past import PastPlace, is_due
from passerelle.domain.pay import may_be_given, may_be_missed
from passerelle.domain.refusals import Code
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language, Pay, PayStatus, ShiftOutcome
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.people import People, digits
from passerelle.imports.kinds.planning import Reader, Row
from passerelle.imports.reading import Cell
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.folding import folded
from passerelle.imports.vocabulary.words import Words
from passerelle.interpreters.models import Interpreter

_BETWEEN_PHONES = re.compile(r"[,;/\n|&،؛]|\s(?:and|et|و)\s")
_LISTS: dict[str, Words[Any]] = {
    "language": words.LANGUAGE,
    "pay": words.PAY,
    "outcome": words.OUTCOME,
    "pay_outcome": words.PAY_OUTCOME,
}

_LISTED = ("interpreter", "language", "phone", "pay", "outcome", "pay_outcome")

type Said = tuple[int, Cell]
"""A column, and what a cell of it says of one place."""


@dataclass(frozen=True)
class Seat:
    """A place in the session, who had it, and the reader of what the row says of it alone."""

    reader: Reader
    place: PastPlace
    person: Interpreter | None


def seats_of(reader: Reader, people: People) -> list[Seat]:
    """None where the row says nothing of a place, or it cannot be told what belongs together."""
    apart = _apart(reader, people)
    seats = [_seat(one, people, alone=len(apart) == 1) for one in apart]
    found = [seat for seat in seats if seat is not None]
    seen = set()
    for seat in found:
        if seat.person is not None and seat.person.id in seen:
            seat.reader.against("interpreter", Code.NAMED_TWICE, name=seat.person.name)
        seen.add(seat.person.id if seat.person is not None else None)
    return found


def against_rules(seats: Iterable[Seat]) -> None:
    """That nobody gets a fee who is never given one, no volunteer is recorded as missing, and nothing is due that cannot be."""
    for seat in seats:
        if not is_due(seat.place):
            seat.reader.against("pay_outcome", Code.NOTHING_DUE)
        if seat.person is None:
            continue
        if not may_be_given(seat.place.pay, PayStatus(seat.person.pay_status)):
            seat.reader.against("pay", Code.NEVER_A_FEE, name=seat.person.name)
        if seat.place.state is ShiftState.MISSED and not may_be_missed(seat.place.pay):
            seat.reader.against("outcome", Code.VOLUNTEER_MISSED)


def _apart(reader: Reader, people: People) -> list[Reader]:
    """A reader for each place the row speaks of; all of them keep their problems with the row's."""
    said = _abreast(reader, people) or {name: _said(reader, name, people) for name in _LISTED}
    of = next((name for name in ("interpreter", "language") if said[name]), None)
    if of is None:
        return [reader]
    count = len(said[of])
    odd = [name for name, found in said.items() if len(found) not in {0, 1, count}]
    if len(said["interpreter"]) > 1 and reader.text("interpreter_id"):  # an id is of one of them
        reader.against("interpreter_id", Code.COUNTS_DIFFER, here="1", other=str(count))
        return []
    for name in odd:
        reader.against(name, Code.COUNTS_DIFFER, here=str(len(said[name])), other=str(count))
    if len(said["phone"]) == 1 < len(said["interpreter"]):
        reader.against("phone", Code.PHONE_OF_WHOM)
        return []
    if odd:
        return []
    return [_of(reader, {name: found[at % len(found)] for name, found in said.items() if found}) for at in range(count)]


def _of(reader: Reader, said: dict[str, Said]) -> Reader:
    return Reader(Row(reader.row.number, {**reader.row.cells, **said}), reader.problems)


def _abreast(reader: Reader, people: People) -> dict[str, list[Said]] | None:
    """Where a column stands for each interpreter: the others of that number beside them, blank cells included."""
    width = len(reader.row.every("interpreter"))
    if width < 2 or len(reader.row.every("language")) not in {0, 1, width}:  # noqa: PLR2004  (one cell is a list, not a column for each)
        return None
    beside = {name: cells_ for name in _LISTED if len(cells_ := reader.row.every(name)) == width}
    if any(len(_in_cell(reader, name, one, people)) > 1 for name, found in beside.items() for one in found):
        return None
    who = [found for name, found in beside.items() if name in {"interpreter", "language"}]
    kept = [at for at in range(width) if any(found[at][1].text or found[at][1].fault for found in who)]
    alone = {name: _said(reader, name, people) for name in _LISTED if name not in beside}
    return {**{name: [found[at] for at in kept] for name, found in beside.items()}, **alone}


def _said(reader: Reader, name: str, people: People) -> list[Said]:
    """What the cells say of each place, in their order."""
    return [said for one in reader.row.every(name) for said in _in_cell(reader, name, one, people)]


def _in_cell(reader: Reader, name: str, one: Said, people: People) -> list[Said]:
    column, cell = one
    if cell.fault is not None:
        return [one]
    return [(column, Cell(text)) for text in _texts(_of(reader, {name: one}), name, people)]


def _texts(reader: Reader, name: str, people: People) -> list[str]:
    whole, text = reader.text(name), reader.lines(name)
    if name == "interpreter":
        names = _names(whole, text, people)
        return [whole] if _is_one(reader, whole, names, people) else names
    if name == "phone":
        return [part.strip() for part in _BETWEEN_PHONES.split(text) if part.strip()]
    return [whole] if _LISTS[name].read(whole) is not None else cells.pieces(text)


def _names(whole: str, text: str, people: People) -> list[str]:
    """A name that is somebody's as a whole is not cut; what is cut before an Arabic *and* may begin with it."""
    if folded(whole) in people.by_name:
        return [whole]
    return [
        part.removeprefix("و")
        if folded(part) not in people.by_name and folded(part.removeprefix("و")) in people.by_name
        else part
        for part in cells.pieces(text)
    ]


def _is_one(reader: Reader, whole: str, names: list[str], people: People) -> bool:
    """Whether an id, or a phone of who is called so, says that ``whole`` is one name, however it is written."""
    if reader.text("interpreter_id"):
        return not all(folded(one) in people.by_name for one in names)
    (phone, *others), said = _BETWEEN_PHONES.split(reader.lines("phone")), Counter(folded(whole).split())
    found = people.by_phone.get(digits(phone), ()) if not others else ()
    return any(said <= Counter(folded(one.name).split()) for one in found)


def _seat(reader: Reader, people: People, *, alone: bool) -> Seat | None:
    """Of a language without an interpreter: that nobody was there for it."""
    person = _person(reader, people)
    language = cells.word(reader, "language", words.LANGUAGE, "languages")
    pay = cells.word(reader, "pay", words.PAY, "pay")
    outcome = cells.word(reader, "outcome", words.OUTCOME, "outcomes")
    due = cells.word(reader, "pay_outcome", words.PAY_OUTCOME, "due")
    spoken = [Language(skill.language) for skill in person.languages.all()] if person is not None else []
    if language is None and len(spoken) == 1:
        language = spoken[0]
    if language is None:
        if person is not None and not reader.text("language"):
            reader.against("language", Code.EMPTY if alone else Code.LANGUAGE_OF_WHOM)
        return None
    if person is None:
        return Seat(reader, PastPlace(language, pay or Pay.VOLUNTEER, pay_outcome=due), None)
    usual = Pay.PAID if may_be_given(Pay.PAID, PayStatus(person.pay_status)) else Pay.VOLUNTEER
    came = outcome is not ShiftOutcome.MISSED
    return Seat(reader, PastPlace(language, pay or usual, person.id, came, due), person)


def _person(reader: Reader, people: People) -> Interpreter | None:
    said = {"first_name": reader.text("interpreter"), "phone": cells.phone(reader, "phone")}
    if not said["first_name"] and not reader.text("interpreter_id"):
        return None
    person = people.find(reader, said, id_at="interpreter_id", name_at="interpreter")
    if person is None and not reader.text("interpreter_id") and folded(said["first_name"]) not in people.by_name:
        reader.against("interpreter", Code.INTERPRETER_UNKNOWN, name=said["first_name"])
    return person
