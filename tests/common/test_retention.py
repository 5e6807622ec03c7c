"""Whatever the register keeps for a while only, somebody forgets; and what goes wrong with one part keeps no other from it."""

from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from django.db import OperationalError

from passerelle.common.register import tables
from passerelle.common.retention import Forget, Forgetting, each_alone, emptied, forget_all, forgettings
from passerelle.domain.personal import Kept, Personal
from tests.factories.people import NOW


def kept_for_a_while() -> set[tuple[Kept, str]]:
    """Each time of the register, with the table that has something that is kept for it."""
    said = {(one.kept, table.model) for table in tables() for one in table.personal.values()}
    return {(kept, model) for kept, model in said if kept.value.time is not None}


def forgotten() -> list[tuple[Kept, str]]:
    return [(one.kept, model) for one in forgettings() for model in one.tables]


def test_whatever_is_kept_for_a_while_is_forgotten_by_one() -> None:
    assert sorted(forgotten(), key=str) == sorted(kept_for_a_while(), key=str)


def test_nothing_to_forget_is_nothing_done(db: None) -> None:
    assert forget_all(now=NOW) == 0


def doing(log: list[str], name: str, error: Exception | None = None) -> Forgetting:
    def forget(*, now: datetime) -> int:
        log.append(name)
        if error is not None:
            raise error
        return 1

    told: Forget = forget
    return Forgetting(Kept.TEXTS, (name,), told)


def test_the_rest_is_done_where_one_goes_wrong_and_it_is_told() -> None:
    log: list[str] = []
    with pytest.raises(ExceptionGroup) as raised:
        forget_all(now=NOW, each=[doing(log, "one", ValueError("no")), doing(log, "two")])
    assert log == ["one", "two"]
    assert [str(error) for error in raised.value.exceptions] == ["no"]


def test_a_database_that_went_away_is_for_all_of_it_to_be_done_again() -> None:
    log: list[str] = []
    with pytest.raises(OperationalError):
        forget_all(now=NOW, each=[doing(log, "one", OperationalError()), doing(log, "two")])
    assert log == ["one"]


def test_one_row_holds_up_no_other() -> None:
    done: list[int] = []

    def forget(number: int) -> None:
        if number == 1:
            raise ValueError("no")
        done.append(number)

    with pytest.raises(ExceptionGroup) as raised:
        each_alone(partial(forget, number) for number in range(3))
    assert done == [0, 2]
    assert [str(error) for error in raised.value.exceptions] == ["no"]
    assert each_alone(partial(forget, number) for number in (4, 5)) == 2


def test_records_of_accounts_are_kept_for_six_years_from_the_end_of_their_year() -> None:
    """A session of the first day of a year is of the accounts that the year closes, whenever that begins."""
    first = [date(year, 4, 1) for year in range(2024, 2032)]
    assert all(day + Kept.RECORD.time >= day.replace(year=day.year + 7) for day in first)


def test_what_is_emptied_follows_from_the_register() -> None:
    session = next(table for table in tables() if table.model == "bookings.Session")
    assert emptied(session, Kept.CONTACTS) == {"contact_name": "", "contact_phone": "", "staff_present": []}
    assert emptied(session, Kept.TEXTS) == {"notes": "", "proposed_change": None, "gap_reason": "", "reason_note": ""}


@pytest.mark.parametrize("kept", [Kept.TEXTS, Kept.CONTACTS])
def test_what_is_emptied_is_of_no_one_who_could_be_counted_on_to_ask(kept: Kept) -> None:
    """Fields that are emptied by the clock are not what a person's own record is made of."""
    fields: list[tuple[str, Any]] = [(table.model, said) for table in tables() for said in table.personal.values()]
    assert not [model for model, said in fields if isinstance(said, Personal) and said.kept is kept and said.exported]
