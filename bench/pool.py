"""That psycopg's pool holds under ASGI: many ask at once, again and again, and PostgreSQL counts who is connected."""

import threading
from collections.abc import Mapping

import psycopg

from bench import databases
from bench.person import Person
from bench.results import Figure
from bench.world.built import World, build
from scripts.say import stop
from tests.support.deployed import sockets

REQUESTS, AT_ONCE, POOL = 1000, 50, 12
BACKENDS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
KEPT = {"DJANGO_SETTINGS_MODULE": "bench.persistent"}


def measure() -> list[Figure]:
    """The most connections there were at any time: with the pool, and with connections that are kept instead."""
    with databases.server("pool") as postgres:
        world = build(postgres, 1000)
        most, well = most_backends(world, "sockets", {})
        if well != REQUESTS:
            stop(f"Of {REQUESTS} requests {well} were answered well.")
        kept, well_kept = most_backends(world, "kept", KEPT)
    how = f"{REQUESTS} requests under ASGI, {AT_ONCE} at once; the most pg_stat_activity counted"
    return [
        Figure("bench/asgi_backends_most", most, "connections", f"{how}; a pool of {POOL}, all answered"),
        Figure("bench/asgi_backends_most_kept", kept, "connections", f"{how}; CONN_MAX_AGE=None, {well_kept} answered well"),
    ]


def most_backends(world: World, name: str, more: Mapping[str, str]) -> tuple[int, int]:
    """The most backends while everybody asks of a process with those settings, and how many requests were answered well."""
    with (
        sockets(world.url, databases.log(name), more=more) as port,
        psycopg.connect(world.url, autocommit=True) as watching,
    ):
        return asked([Person(port, cookie) for cookie in world.interpreters[:AT_ONCE]], watching)


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
