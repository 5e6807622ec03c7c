"""What stands beside the product in the same run: PostgreSQL by itself, and Django REST framework with nothing around it."""

import hashlib
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import psycopg

from bench.person import Person
from scripts.postgres import program
from scripts.say import stop

SQL, HOT_ROW, DRF = "pgbench's transaction", "50 of them on one row", "a bare DRF list of 20"
ALL = (SQL, HOT_ROW, DRF)
WORK = "a fixed piece of work on every core"
HASHES = 600_000
"""So many take about a tenth of a second: what ends in less than one holds up few of the probes."""
CLIENTS, READS = 50, 12
ROWS = 1000
TABLES = """
CREATE TABLE place (id int PRIMARY KEY, holder int, version int NOT NULL DEFAULT 1);
CREATE TABLE event (id bigserial PRIMARY KEY, place int NOT NULL, kind text NOT NULL, at timestamptz NOT NULL DEFAULT now());
INSERT INTO place SELECT generate_series(1, 1000);
"""
TRANSACTION = """
\\set place {place}
BEGIN;
SELECT id FROM place WHERE id = :place FOR UPDATE;
UPDATE place SET holder = 1, version = version + 1 WHERE id = :place;
INSERT INTO event (place, kind) VALUES (:place, 'taken');
COMMIT;
"""
"""Lock, update, insert, commit: the least that taking a place can be."""


ITEMS = """
CREATE TABLE item (id uuid PRIMARY KEY, owner int NOT NULL, title text NOT NULL, state text NOT NULL, note text NOT NULL,
                   starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, version int NOT NULL);
CREATE INDEX item_of_owner ON item (owner, starts_at, id);
INSERT INTO item SELECT gen_random_uuid(), n % 10, 'Item ' || n, 'asked', 'Paper and paints are there.',
                        now() + n * interval '1 hour', now() + (n + 1) * interval '1 hour', 1
                 FROM generate_series(1, 1000) AS n;
"""
"""What ``bench.bare`` lists."""


def make_tables(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(TABLES)
        connection.execute(ITEMS)


def measures(url: str, port: int) -> dict[str, Callable[[], float]]:
    """By name, what asks for each limit once and tells the median seconds; the bare list answers on ``port``."""
    reader = Person(port)
    return {SQL: lambda: transaction(url), HOT_ROW: lambda: hot_row(url), DRF: lambda: bare_list(reader)}


def transaction(url: str, *, transactions: int = 200) -> float:
    """Seconds of one such transaction of one client: the median of ``transactions``, by pgbench's own log."""
    return statistics.median(_run(url, f"random(1, {ROWS})", transactions))


def hot_row(url: str, *, transactions: int = 6) -> float:
    """Seconds until fifty at once have each had one such transaction on one and the same row."""
    with tempfile.TemporaryDirectory() as folder:
        script = _script(Path(folder), "1")
        said = _pgbench(url, Path(folder), script, f"--client={CLIENTS}", f"--transactions={transactions}", "--jobs=2")
    (line,) = [line for line in said.splitlines() if line.startswith("tps = ")]
    return CLIENTS / float(line.split()[2])


def bare_list(reader: Person) -> float:
    answers = [reader.get("/items") for _ in range(READS)]
    if any(answer.status != 200 or len(answer.json()) != 20 for answer in answers):
        stop(f"The bare list answered {answers[0].status}: {answers[0].body[:500]!r}")
    return statistics.median(answer.seconds for answer in answers)


def work() -> float:
    """Seconds until every core has hashed as much: what it takes follows from who else has the machine."""
    cores = psutil.cpu_count(logical=True) or 1
    since = time.perf_counter()
    with ThreadPoolExecutor(cores) as pool:  # hashing lets the other threads run meanwhile
        list(pool.map(lambda _: hashlib.pbkdf2_hmac("sha256", b"passerelle", b"bench", HASHES), range(cores)))
    return time.perf_counter() - since


def _run(url: str, place: str, transactions: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        script = _script(Path(folder), place)
        _pgbench(url, Path(folder), script, f"--transactions={transactions}", "--log")
        logs = [log.read_text() for log in Path(folder).glob("pgbench_log.*")]
    # A line a transaction: client, number, microseconds, script, when.
    return [int(line.split()[2]) / 1_000_000 for log in logs for line in log.splitlines()]


def _script(folder: Path, place: str) -> Path:
    script = folder / "transaction.sql"
    script.write_text(TRANSACTION.format(place=place))
    return script


def _pgbench(url: str, folder: Path, script: Path, *options: str) -> str:
    command = [str(program("pgbench")), "--no-vacuum", "--protocol=prepared", f"--file={script}", *options, url]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"pgbench failed:\n{done.stderr}")
    return done.stdout
