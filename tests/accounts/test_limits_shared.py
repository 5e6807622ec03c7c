"""Two processes of the web service count together: what one let through, the other knows."""

import http.client
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.accounts.ways_in import PASSWORD, WRONG, somebody
from tests.support import deployed
from tests.support.database import database_url
from tests.support.waiting import PATIENCE

TRIES, AT_ONCE = 200, 12


def tried(port: int, email: str, number: int) -> int:
    """One wrong password, over a connection of its own; each sender writes another address before the proxy's word."""
    told = deployed.headers("nobody", writes=True) | {"X-Forwarded-For": f"10.0.0.{number}, 198.51.100.7"}
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    wire.request("POST", PASSWORD, json.dumps({"email": email, "password": WRONG}), told)
    status = wire.getresponse().status
    wire.close()
    return status


def test_many_at_once_in_two_processes_are_limited_as_one_after_the_other_in_one(committed_db: None, tmp_path: Path) -> None:
    email = somebody().email
    with deployed.web(database_url(), tmp_path / "web.log", workers=2) as port, ThreadPoolExecutor(AT_ONCE) as pool:
        answers = Counter(pool.map(lambda number: tried(port, email, number), range(TRIES)))
    assert answers == {400: 5, 429: TRIES - 5}
