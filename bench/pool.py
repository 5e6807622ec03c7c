"""That psycopg's pool holds under ASGI: many ask at once, again and again, and PostgreSQL counts who is connected."""

import threading

import psycopg

from bench import databases
from bench.person import Person
from bench.results import Figure
from bench.world.built import build
from scripts.say import stop
from tests.support.deployed import sockets

REQUESTS, AT_ONCE = 1000, 50
BACKENDS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def measure() -> list[Figure]:
    """The most connections there were at any time."""
    with databases.server("pool") as postgres:
        world = build(postgres, 1000)
        with sockets(world.url, databases.log("sockets")) as port, psycopg.connect(world.url, autocommit=True) as watching:
            most, answered = asked([Person(port, cookie) for cookie in world.interpreters], watching)
    if answered != REQUESTS:
        stop(f"Of {REQUESTS} requests {answered} were answered well.")
    how = f"{REQUESTS} requests under ASGI, {AT_ONCE} at once, all answered; the most pg_stat_activity counted; a pool of 12"
    return [Figure("bench/asgi_backends_most", most, "connections", how)]


def asked(people: list[Person], watching: "psycopg.Connection[tuple[int]]") -> tuple[int, int]:
    """The most backends while ``people`` ask at once, and how many of their requests were answered well."""
    share, well = REQUESTS // len(people), []

    def ask(person: Person) -> None:
        well.append(sum(person.get("/api/v1/offers?show=asked").status == 200 for _ in range(share)))

    threads = [threading.Thread(target=ask, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    most = 0
    while any(thread.is_alive() for thread in threads):
        most = max(most, backends(watching))
    return max(most, backends(watching)), sum(well)


def backends(watching: "psycopg.Connection[tuple[int]]") -> int:
    row = watching.execute(BACKENDS).fetchone()
    return row[0] if row else 0
