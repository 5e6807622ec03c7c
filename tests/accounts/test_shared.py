"""What all processes share for a while: one of many adds, what is over is over, and keys tell nothing."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.forgetting import forget_tries
from passerelle.accounts.models import SharedEntry
from passerelle.domain.personal import Kept

AT_ONCE = 8


def test_what_is_set_is_read_as_it_was(db: None) -> None:
    tries = [time.time(), time.time() - 1]
    cache.set("tries", tries, 60)
    assert cache.get("tries") == tries
    cache.set("tries", [], 60)
    assert (cache.get("tries"), cache.get("nothing"), cache.get("nothing", [])) == ([], None, [])


def test_what_is_there_is_not_added_again_until_it_is_over_or_deleted(db: None) -> None:
    assert [cache.add("lock", True, 60), cache.add("lock", True, 60)] == [True, False]
    assert [cache.delete("lock"), cache.delete("lock"), cache.add("lock", True, 60)] == [True, False, True]
    cache.set("lock", True, 0)
    assert cache.get("lock") is None
    assert cache.add("lock", True, 60)


def test_of_many_at_once_one_adds(committed_db: None) -> None:
    begin = Barrier(AT_ONCE)

    def add(_number: int) -> bool:
        begin.wait()
        try:
            return cache.add("lock", True, 60)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sorted(pool.map(add, range(AT_ONCE))) == [False] * (AT_ONCE - 1) + [True]


def test_each_act_is_one_statement(db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        cache.add("a", 1, 60)
        cache.set("a", 2, 60)
        cache.get("a")
        cache.delete("a")
    assert len(asked) == 4


def test_of_what_it_is_no_key_tells(db: None) -> None:
    cache.set("tries of 203.0.113.9", [1.5], 60)
    (row,) = SharedEntry.objects.all()
    assert re.fullmatch(r"[0-9a-f]{64}", row.key)
    assert row.key not in {sha256(said.encode()).hexdigest() for said in ("tries of 203.0.113.9", ":1:tries of 203.0.113.9")}


def test_nothing_is_kept_for_good(db: None) -> None:
    with pytest.raises(ValueError, match="Nothing is kept here for good"):
        cache.set("a", 1, None)


def test_what_is_over_goes_at_night_and_nothing_else(db: None) -> None:
    cache.set("over", 1, 0)
    cache.set("counts", 1, 60)
    assert forget_tries(now=datetime.now(UTC) + Kept.TRIES.time + timedelta(seconds=1)) == 1
    assert (SharedEntry.objects.count(), cache.get("counts")) == (1, 1)


def test_however_much_there_is_nothing_is_put_away_for_something_else(db: None) -> None:
    """Whoever names a thousand accounts does not make the tries for one of them forgotten."""
    cache.set("tries", [1.5], 60)
    for number in range(500):
        cache.set(f"other {number}", [1.5], 60)
    assert cache.get("tries") == [1.5]
