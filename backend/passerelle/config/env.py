"""What a process is told from outside. Wrong or missing values stop it at once, with a sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from passerelle.common import pool

REPOSITORY = Path(__file__).resolve().parents[3]
SECRET_LENGTH, DIFFERENT_CHARACTERS = 50, 10
PATIENCE = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=15s"
"""A process that hangs in the middle of an act lets go of what it holds, and who waits for it is told so: else those who
wait would take every thread and every connection, and with them everybody else's acts."""
LOCAL_SECRET = "local-only-and-not-a-secret-" + "0" * 32


class Environment(StrEnum):
    LOCAL = "local"
    TEST = "test"
    PRODUCTION = "production"


_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_MAIL_OPTIONS = {
    "EMAIL_HOST": "host",
    "EMAIL_PORT": "port",
    "EMAIL_HOST_USER": "username",
    "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls",
    "EMAIL_USE_SSL": "use_ssl",
    "EMAIL_TIMEOUT": "timeout",
}


@dataclass(frozen=True)
class Configuration:
    environment: Environment
    demo: bool
    secret_key: str
    database: dict[str, Any]
    redis_url: str | None
    listens: bool
    origins: tuple[str, ...]
    frontend: Path
    trusted_proxies: int
    mailer: dict[str, Any]
    mail_from: str
    erased: Path | None
    """Where it is written down who was erased: outside the database, for after a restore."""

    @property
    def hosts(self) -> list[str]:
        return sorted({urlsplit(origin).hostname or "" for origin in self.origins})


def read(environ: Env | None = None) -> Configuration:
    """The configuration of this process; ``ImproperlyConfigured`` says which variable is wrong and what to do."""
    try:
        return _read(environ or Env())
    except EnvError as wrong:  # it names the variable and what its value must be
        raise ImproperlyConfigured(str(wrong)) from None


def _read(env: Env) -> Configuration:
    environment = _environment(env)
    demo = env.bool("PASSERELLE_DEMO", False)
    if demo and environment is Environment.PRODUCTION:
        raise ImproperlyConfigured(
            "PASSERELLE_DEMO is on in a production environment: demo mode lets anyone sign in as anyone. "
            "Unset PASSERELLE_DEMO, or set PASSERELLE_ENVIRONMENT=local."
        )
    return Configuration(
        environment=environment,
        demo=demo,
        secret_key=_secret_key(env, environment),
        database=_database(env),
        redis_url=_redis(env),
        # Off behind a pooler that gives each transaction another connection, such as PgBouncer's: LISTEN hears nothing there.
        listens=env.bool("PASSERELLE_LISTEN", True),
        origins=_origins(env, environment),
        frontend=Path(env.str("PASSERELLE_FRONTEND", str(REPOSITORY / "frontend" / "dist"))),
        trusted_proxies=_count(env, "PASSERELLE_TRUSTED_PROXIES", 0),
        mailer=_mailer(env, environment),
        mail_from=_mail_from(env, environment),
        erased=_erased(env, environment),
    )


def _environment(env: Env) -> Environment:
    name = env.str("PASSERELLE_ENVIRONMENT", Environment.PRODUCTION.value)
    try:
        return Environment(name)
    except ValueError:
        known = ", ".join(Environment)
        raise ImproperlyConfigured(f"PASSERELLE_ENVIRONMENT is {name!r}; it must be one of: {known}.") from None


def _secret_key(env: Env, environment: Environment) -> str:
    key: str = env.str("SECRET_KEY", "")
    if environment is not Environment.PRODUCTION:
        return key or LOCAL_SECRET
    if len(key) < SECRET_LENGTH or len(set(key)) < DIFFERENT_CHARACTERS or key == LOCAL_SECRET:
        raise ImproperlyConfigured("SECRET_KEY must be at least 50 random characters in production.")
    return key


def _database(env: Env) -> dict[str, Any]:
    url: str = env.str("DATABASE_URL", "")
    if not url:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. `make demo` and `make test` start a database by themselves; "
            "for anything else give the address of a PostgreSQL (15 or newer)."
        )
    try:
        database: dict[str, Any] = {**dj_database_url.parse(url)}
    except ValueError:  # the message of the parser may hold the password
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: write postgresql://user:password@host:5432/name, special characters percent-encoded."
        ) from None
    if database["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL: the guarantees against double booking are its.")
    # A pool, and no persistent connections: under ASGI the latter leak until PostgreSQL refuses.
    database["CONN_MAX_AGE"] = 0
    options = dict(database.get("OPTIONS", {}))
    if size := _count(env, "PASSERELLE_POOL", 12):  # 0: none, for commands that ask no database
        options["pool"] = pool.options(size)
        options["options"] = f"{PATIENCE} {options.get('options', '')}".rstrip()
    database["OPTIONS"] = options
    return database


def _count(env: Env, name: str, default: int) -> int:
    found: int = env.int(name, default)
    if found < 0:
        raise ImproperlyConfigured(f"{name} is {found}; it must be 0 or more.")
    return found


def _redis(env: Env) -> str | None:
    url: str = env.str("REDIS_URL", "")
    if url and not url.startswith(("redis://", "rediss://")):
        raise ImproperlyConfigured("REDIS_URL must start with redis:// or rediss://, or be unset: live updates work without.")
    return url or None


def _origins(env: Env, environment: Environment) -> tuple[str, ...]:
    given = [origin.strip() for origin in env.list("PASSERELLE_ORIGINS", [], subcast=str)]
    for origin in given:
        if not _is_origin(origin.rstrip("/")):
            raise ImproperlyConfigured(f"PASSERELLE_ORIGINS has {origin!r}; write full origins such as https://book.example.")
        if environment is Environment.PRODUCTION and urlsplit(origin).scheme != "https":
            raise ImproperlyConfigured(
                f"PASSERELLE_ORIGINS has {origin!r}, where nobody could sign in: cookies are for https:// only in production."
            )
    if given:
        return tuple(origin.rstrip("/") for origin in given)
    if environment is Environment.PRODUCTION:
        raise ImproperlyConfigured("PASSERELLE_ORIGINS is not set: list the full origins this product answers on.")
    names = ("partner.localhost", "interpreter.localhost", "team.localhost", "localhost", "127.0.0.1")
    return tuple(f"http://{name}:{port}" for name in names for port in (8000, 5173))


def _is_origin(text: str) -> bool:
    """A scheme, a name, perhaps a port, and nothing else: a wildcard would let other sites act for who is signed in."""
    try:
        parts = urlsplit(text)
        said = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return False
    return said == text.lower() and parts.scheme in {"http", "https"} and bool(_NAME.fullmatch(parts.hostname or ""))


def _mailer(env: Env, environment: Environment) -> dict[str, Any]:
    """``EMAIL_URL`` (``submission://user:password@host``) as Django's ``MAILERS`` takes it; local mail is printed."""
    url: str = env.str("EMAIL_URL", "")
    if not url and environment is Environment.PRODUCTION:
        raise ImproperlyConfigured("EMAIL_URL is not set: without it nobody can sign in by an e-mailed code.")
    try:
        parsed: dict[str, Any] = {**dj_email_url.parse(url or "console:")}
    except ValueError:
        raise ImproperlyConfigured("EMAIL_URL cannot be read: write submission://user:password@host:587.") from None
    if "EMAIL_BACKEND" not in parsed:
        raise ImproperlyConfigured("EMAIL_URL must start with smtp:, submission: (TLS), console: or file:.")
    backend = str(parsed["EMAIL_BACKEND"])
    if backend.endswith("filebased.EmailBackend"):
        return {"BACKEND": backend, "OPTIONS": {"file_path": f"/{parsed['EMAIL_FILE_PATH'].lstrip('/')}"}}
    if not backend.endswith("smtp.EmailBackend"):
        return {"BACKEND": backend}
    options = {option: parsed.get(name) for name, option in _MAIL_OPTIONS.items()}
    return {"BACKEND": backend, "OPTIONS": {name: value for name, value in options.items() if value is not None}}


def _mail_from(env: Env, environment: Environment) -> str:
    sender: str = env.str("PASSERELLE_MAIL_FROM", "")
    if "@" not in sender and (sender or environment is Environment.PRODUCTION):
        raise ImproperlyConfigured(
            "PASSERELLE_MAIL_FROM must be the address that mail comes from, such as Passerelle <no-reply@book.example>."
        )
    return sender or "Passerelle <no-reply@passerelle.invalid>"


def _erased(env: Env, environment: Environment) -> Path | None:
    """None in production unless told: a file of the container would be gone with it."""
    given: str = env.str("PASSERELLE_ERASED", "")
    if given:
        return Path(given)
    return None if environment is Environment.PRODUCTION else REPOSITORY / ".run" / "erased.txt"
