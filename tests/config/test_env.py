"""What a process is told from outside: every value that would do harm stops it, with a sentence that names the variable."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from passerelle.common import pool
from passerelle.config import env
from tests.support.processes import BACKEND

PRODUCTION = {
    "PASSERELLE_ENVIRONMENT": "production",
    "PASSERELLE_ORIGINS": "https://book.example.org",
    "SECRET_KEY": "kX2vq0Zr8mPw4sTn6yBd1gHj3lQa5cUe7fIo9xRzKbVtNwMyLp",
    "DATABASE_URL": "postgresql://passerelle:secret@database:5432/passerelle",
    "EMAIL_URL": "submission://user:word@mail.example.org",
    "PASSERELLE_MAIL_FROM": "Passerelle <no-reply@example.org>",
}
LOCAL = {"PASSERELLE_ENVIRONMENT": "local", "DATABASE_URL": "postgresql://passerelle@/passerelle?host=/run"}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        *PRODUCTION,
        "PASSERELLE_DEMO",
        "PASSERELLE_POOL",
        "PASSERELLE_TRUSTED_PROXIES",
        "PASSERELLE_LISTEN",
        "PASSERELLE_ERASED",
        "REDIS_URL",
    ]:
        monkeypatch.delenv(name, raising=False)


def read(monkeypatch: pytest.MonkeyPatch, told: dict[str, str], **more: str | None) -> env.Configuration:
    """The configuration of a process told ``told``, but for ``more``; ``None`` is not said at all."""
    for name, value in {**told, **more}.items():
        if value is not None:
            monkeypatch.setenv(name, value)
    return env.read()


def test_production_is_what_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(monkeypatch, PRODUCTION, REDIS_URL="redis://redis:6379/0", PASSERELLE_TRUSTED_PROXIES="1")
    assert (found.environment, found.demo, found.secret_key) == (env.Environment.PRODUCTION, False, PRODUCTION["SECRET_KEY"])
    assert (found.origins, found.hosts) == (("https://book.example.org",), ["book.example.org"])
    assert (found.redis_url, found.listens, found.trusted_proxies) == ("redis://redis:6379/0", True, 1)
    assert found.mail_from == "Passerelle <no-reply@example.org>"
    assert found.mailer == {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": "mail.example.org",
            "port": 587,
            "username": "user",
            "password": "word",
            "use_tls": True,
            "use_ssl": False,
        },
    }
    database = found.database
    assert (database["HOST"], database["PORT"], database["NAME"], database["USER"]) == (
        "database",
        5432,
        "passerelle",
        "passerelle",
    )
    assert database["CONN_MAX_AGE"] == 0
    assert database["OPTIONS"] == {"pool": pool.options(12), "options": env.PATIENCE}


def test_an_environment_that_is_not_said_is_production(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is forgotten must not open the doors."""
    assert read(monkeypatch, PRODUCTION, PASSERELLE_ENVIRONMENT=None).environment is env.Environment.PRODUCTION


def test_local_needs_a_database_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(monkeypatch, LOCAL)
    assert (found.demo, found.secret_key, found.redis_url, found.trusted_proxies) == (False, env.LOCAL_SECRET, None, 0)
    assert found.hosts == ["127.0.0.1", "interpreter.localhost", "localhost", "partner.localhost", "team.localhost"]
    assert found.mailer == {"BACKEND": "django.core.mail.backends.console.EmailBackend"}


NO_ORIGINS = (
    "*",
    "book.example.org",
    "https://",
    "https://*",
    "https://*.example.org",
    "https://.example.org",
    "https://book.example.org/path",
    "https://book.example.org?x=1",
    "https://user@book.example.org",
    "https://book.example.org:port",
    "https://[::1",
    "https://a b",
    "ftp://book.example.org",
)

WRONG: list[tuple[dict[str, str | None], str]] = [
    ({"PASSERELLE_ENVIRONMENT": "staging"}, "PASSERELLE_ENVIRONMENT is 'staging'; it must be one of: local, test, production."),
    ({"PASSERELLE_DEMO": "1"}, "PASSERELLE_DEMO is on in a production environment: demo mode lets anyone sign in as anyone."),
    ({"PASSERELLE_DEMO": "perhaps"}, 'Environment variable "PASSERELLE_DEMO" invalid: Not a valid boolean.'),
    ({"SECRET_KEY": None}, "SECRET_KEY must be at least 50 random characters in production."),
    ({"SECRET_KEY": "kX2vq0Zr8mPw4sTn6yBd1gHj3lQa5cUe7fIo9xRzKbVtNwMyL"}, "SECRET_KEY must be at least 50 random characters"),
    ({"SECRET_KEY": "x" * 60}, "SECRET_KEY must be at least 50 random characters"),
    ({"SECRET_KEY": env.LOCAL_SECRET}, "SECRET_KEY must be at least 50 random characters"),
    ({"DATABASE_URL": None}, "DATABASE_URL is not set."),
    ({"DATABASE_URL": "sqlite:///data"}, "DATABASE_URL must name a PostgreSQL"),
    ({"DATABASE_URL": "mysql://u:secret@h/n"}, "DATABASE_URL must name a PostgreSQL"),
    ({"DATABASE_URL": "passerelle"}, "DATABASE_URL cannot be read: write postgresql://user:password@host:5432/name"),
    ({"DATABASE_URL": "postgresql://u:secret@h:port/n"}, "DATABASE_URL cannot be read"),
    ({"DATABASE_URL": "postgresql://u:se[cret@h/n"}, "DATABASE_URL cannot be read"),
    ({"PASSERELLE_POOL": "many"}, 'Environment variable "PASSERELLE_POOL" invalid: Not a valid integer.'),
    ({"PASSERELLE_POOL": "-1"}, "PASSERELLE_POOL is -1; it must be 0 or more."),
    ({"PASSERELLE_TRUSTED_PROXIES": "one"}, 'Environment variable "PASSERELLE_TRUSTED_PROXIES" invalid: Not a valid integer.'),
    ({"PASSERELLE_TRUSTED_PROXIES": "-1"}, "PASSERELLE_TRUSTED_PROXIES is -1; it must be 0 or more."),
    ({"PASSERELLE_LISTEN": "often"}, 'Environment variable "PASSERELLE_LISTEN" invalid: Not a valid boolean.'),
    ({"REDIS_URL": "http://redis"}, "REDIS_URL must start with redis:// or rediss://"),
    ({"PASSERELLE_ORIGINS": None}, "PASSERELLE_ORIGINS is not set: list the full origins this product answers on."),
    ({"PASSERELLE_ORIGINS": "http://book.example.org"}, "PASSERELLE_ORIGINS has 'http://book.example.org', where nobody could"),
    ({"EMAIL_URL": None}, "EMAIL_URL is not set: without it nobody can sign in by an e-mailed code."),
    ({"EMAIL_URL": "mail.example.org"}, "EMAIL_URL must start with smtp:, submission: (TLS), console: or file:."),
    ({"EMAIL_URL": "submission://u:p@mail:port"}, "EMAIL_URL cannot be read: write submission://user:password@host:587."),
    ({"PASSERELLE_MAIL_FROM": None}, "PASSERELLE_MAIL_FROM must be the address that mail comes from"),
    ({"PASSERELLE_MAIL_FROM": "Passerelle"}, "PASSERELLE_MAIL_FROM must be the address that mail comes from"),
]
for _wrong in NO_ORIGINS:
    _told: dict[str, str | None] = {"PASSERELLE_ORIGINS": f"https://book.example.org,{_wrong}"}
    WRONG.append((_told, f"PASSERELLE_ORIGINS has {_wrong!r}; write full origins such as https://book.example."))


@pytest.mark.parametrize(("more", "sentence"), WRONG, ids=[f"{next(iter(more.items()))}" for more, _ in WRONG])
def test_a_wrong_or_missing_value_stops_with_its_sentence(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as stopped:
        read(monkeypatch, PRODUCTION, **more)
    assert str(stopped.value).startswith(sentence)
    assert "secret" not in str(stopped.value).lower().replace("secret_key", "")


def test_every_variable_that_is_read_is_tried() -> None:
    source = Path(env.__file__).read_text()
    named = {word for _name, word in re.findall(r'(env\.\w+\(|_count\(env, )"([A-Z_]+)"', source)}
    tried = {name for more, _ in WRONG for name in more}
    assert named - tried == {"PASSERELLE_FRONTEND", "PASSERELLE_ERASED"}, "add what a wrong value of the variable says to WRONG"


@pytest.mark.parametrize("url", ["file:/tmp/mails", "file:///tmp/mails", "file:////tmp/mails"])
def test_mail_can_go_to_files(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    assert read(monkeypatch, LOCAL, EMAIL_URL=url).mailer == {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": "/tmp/mails"},  # noqa: S108  (it is only read here)
    }


@pytest.mark.parametrize(
    ("told", "origins"),
    [
        ("https://book.example.org/", ("https://book.example.org",)),
        ("https://a.example,https://b.example:8443", ("https://a.example", "https://b.example:8443")),
        (" https://a.example , https://b.example ", ("https://a.example", "https://b.example")),
    ],
)
def test_origins_as_they_are_written(monkeypatch: pytest.MonkeyPatch, told: str, origins: tuple[str, ...]) -> None:
    assert read(monkeypatch, PRODUCTION, PASSERELLE_ORIGINS=told).origins == origins


def test_what_the_operator_says_of_a_connection_goes_before_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"{PRODUCTION['DATABASE_URL']}?options=-c%20lock_timeout%3D3s"
    found = read(monkeypatch, PRODUCTION, DATABASE_URL=url).database["OPTIONS"]["options"]
    assert found == f"{env.PATIENCE} -c lock_timeout=3s"  # the last one counts


def test_no_pool_for_commands_that_ask_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, PRODUCTION, PASSERELLE_POOL="0").database["OPTIONS"] == {}


def manage(*words: str, **told: str) -> subprocess.CompletedProcess[str]:
    """A management command in a process that is told nothing but ``told``."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, str(BACKEND / "manage.py"), *words]
    return subprocess.run(command, env=inherited | told, capture_output=True, text=True, timeout=120, check=False)


def test_a_process_that_is_told_wrong_ends_with_the_sentence() -> None:
    done = manage("check", **{**PRODUCTION, "PASSERELLE_DEMO": "1"})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: PASSERELLE_DEMO is on in a production environment: "
        "demo mode lets anyone sign in as anyone. Unset PASSERELLE_DEMO, or set PASSERELLE_ENVIRONMENT=local."
    )


def test_production_passes_djangos_own_check_of_deployments() -> None:
    done = manage("check", "--deploy", "--fail-level=WARNING", **PRODUCTION, PASSERELLE_TRUSTED_PROXIES="1")
    assert done.returncode == 0, done.stderr


def test_djangos_check_of_deployments_would_complain() -> None:
    """Told that it is local, the same command finds the cookies open: it does look."""
    done = manage("check", "--deploy", "--fail-level=WARNING", **{**PRODUCTION, "PASSERELLE_ENVIRONMENT": "local"})
    assert done.returncode == 1
    assert {"security.W004", "security.W012", "security.W016"} <= {
        word.strip("()") for word in done.stderr.split() if word.startswith("(security")
    }


def test_who_was_erased_is_written_where_it_is_told_and_nowhere_else_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, LOCAL).erased == env.REPOSITORY / ".run" / "erased.txt"
    assert read(monkeypatch, PRODUCTION).erased is None
    assert read(monkeypatch, PRODUCTION, PASSERELLE_ERASED="/kept/erased.txt").erased == Path("/kept/erased.txt")
