"""Databases of the bench's own, in the project's embedded PostgreSQL, beside nothing that anybody uses."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

from scripts.paths import RUN
from scripts.postgres import DATABASE, Postgres

HOME = RUN / "bench-databases"


@contextmanager
def server(name: str, *, durable: bool = True) -> Iterator[Postgres]:
    """A PostgreSQL with nothing in it; its data is gone at the end. ``durable``: each commit waits for the disk."""
    shutil.rmtree(HOME / name, ignore_errors=True)
    postgres = Postgres(HOME / name, durable=durable)
    postgres.start()
    try:
        yield postgres
    finally:
        postgres.stop()
        shutil.rmtree(HOME / name, ignore_errors=True)


def log(name: str) -> Path:
    """Where a process that stands on them writes."""
    return HOME / f"{name}.log"


def create(postgres: Postgres, name: str) -> str:
    """A new database called ``name``; its address."""
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    return postgres.url.replace(f"/{DATABASE}?", f"/{name}?")
