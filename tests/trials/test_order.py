"""The order of the journal, in a small part of its trial; and that a reader who goes by ids is caught."""

import pytest
from psycopg import sql

from passerelle.journal.models import Change
from passerelle.journal.selectors import Line
from passerelle.live.source import Source
from trials.lossless import order

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.02

_BY_ID = sql.SQL(
    "SELECT id, number, entity, entity_id, version, kind, audiences FROM {} WHERE id > %s ORDER BY id LIMIT %s"
).format(sql.Identifier(Change._meta.db_table))


async def by_id(source: Source, place: int) -> list[tuple[int, Line]]:
    """As one would who takes the ids for the order of commits."""
    cursor = await source._connection.execute(_BY_ID, [place, order.BATCH])
    return [(row[0], Line(row[1], row[2], row[3], row[4], row[5], frozenset(row[6]))) for row in await cursor.fetchall()]


def test_nothing_is_missed_doubled_or_out_of_order() -> None:
    found = order.measure(PART)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/order_gaps"] == 0
    assert counted["lossless/order_transactions"] == order.TRANSACTIONS * PART


def test_a_reader_who_goes_by_ids_loses_lines() -> None:
    found = order.measure(PART, read=by_id)
    assert any("never read" in one for one in found.wrong)
