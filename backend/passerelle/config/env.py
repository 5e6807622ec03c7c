"""What a process is told from outside. Wrong or missing values stop it at once, with a sentence."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env

REPOSITORY = Path(__file__).resolve().parents[3]
SECRET_LENGTH = 50
LOCAL_SECRET = "local-only-and-not-a-secret-" + "0" * 32


class Environment(StrEnum):
    LOCAL = "local"
    TEST = "test"
    PRODUCTION = "production"


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
    origins: tuple[str, ...]
    frontend: Path
    trusted_proxies: int
    mailer: dict[str, Any]

    @property
    def hosts(self) -> list[str]:
        return sorted({urlsplit(origin).hostname or "" for origin in self.origins})


def read(environ: Env | None = None) -> Configuration:
    """The configuration of this process; ``ImproperlyConfigured`` says which variable is wrong and what to do."""
    env = environ or Env()
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
        redis_url=env.str("REDIS_URL", None),
        origins=_origins(env, environment),
        frontend=Path(env.str("PASSERELLE_FRONTEND", str(REPOSITORY / "frontend" / "dist"))),
        trusted_proxies=env.int("PASSERELLE_TRUSTED_PROXIES", 0),
        mailer=_mailer(env, environment),
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
    if len(key) < SECRET_LENGTH or key == LOCAL_SECRET:
        raise ImproperlyConfigured("SECRET_KEY must be at least 50 random characters in production.")
    return key


def _database(env: Env) -> dict[str, Any]:
    url: str = env.str("DATABASE_URL", "")
    if not url:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. `make demo` and `make test` start a database by themselves; "
            "for anything else give the address of a PostgreSQL (15 or newer)."
        )
    database: dict[str, Any] = {**dj_database_url.parse(url)}
    if database["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL: the guarantees against double booking are its.")
    # A pool, and no persistent connections: under ASGI the latter leak until PostgreSQL refuses.
    database["CONN_MAX_AGE"] = 0
    # The pool asks a connection whether it is alive before handing it out: after the database was away, most are not.
    database["CONN_HEALTH_CHECKS"] = True
    options = dict(database.get("OPTIONS", {}))
    if size := env.int("PASSERELLE_POOL", 12):  # 0: none, for commands that ask no database
        options["pool"] = {"min_size": 1, "max_size": size, "timeout": 10}
    database["OPTIONS"] = options
    return database


def _origins(env: Env, environment: Environment) -> tuple[str, ...]:
    origins: tuple[str, ...] = tuple(origin.rstrip("/") for origin in env.list("PASSERELLE_ORIGINS", [], subcast=str))
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.hostname.startswith(".") or parts.path:
            raise ImproperlyConfigured(f"PASSERELLE_ORIGINS has {origin!r}; write full origins such as https://book.example.")
    if origins:
        return origins
    if environment is Environment.PRODUCTION:
        raise ImproperlyConfigured("PASSERELLE_ORIGINS is not set: list the full origins this product answers on.")
    names = ("partner.localhost", "interpreter.localhost", "team.localhost", "localhost", "127.0.0.1")
    return tuple(f"http://{name}:{port}" for name in names for port in (8000, 5173))


def _mailer(env: Env, environment: Environment) -> dict[str, Any]:
    """``EMAIL_URL`` (``submission://user:password@host``) as Django's ``MAILERS`` takes it; local mail is printed."""
    url: str = env.str("EMAIL_URL", "")
    if not url and environment is Environment.PRODUCTION:
        raise ImproperlyConfigured("EMAIL_URL is not set: without it nobody can sign in by an e-mailed code.")
    parsed: dict[str, Any] = {**dj_email_url.parse(url or "console:")}
    options = {option: parsed.get(name) for name, option in _MAIL_OPTIONS.items()}
    if "EMAIL_BACKEND" not in parsed:
        raise ImproperlyConfigured("EMAIL_URL must start with smtp:, submission: (TLS), console: or file:.")
    backend = str(parsed["EMAIL_BACKEND"])
    if not backend.endswith("smtp.EmailBackend"):
        return {"BACKEND": backend}
    return {"BACKEND": backend, "OPTIONS": {name: value for name, value in options.items() if value is not None}}
