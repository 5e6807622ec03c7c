"""``docker-compose.yml`` as Compose reads it: merged, and with the values of an environment filled in."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from scripts.paths import ROOT

_VARIABLE = re.compile(r"\$\{(\w+)(?:(:[?-])([^}]*))?\}")


def services() -> dict[str, dict[str, Any]]:
    """Each service by its name, with variables as they are written."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return found


def variables() -> dict[str, str]:
    """Every variable the file asks for, and what follows its name: ``:?`` required, ``:-`` with a default."""
    return {name: kind for name, kind, _rest in _VARIABLE.findall((ROOT / "docker-compose.yml").read_text())}


def filled(text: str, told: Mapping[str, str]) -> str:
    """``text`` with its variables; one that is required and not told fails."""

    def value(found: re.Match[str]) -> str:
        name, kind, rest = found.groups()
        return told[name] if name in told or kind != ":-" else rest

    return _VARIABLE.sub(value, text)


def command(service: str, told: Mapping[str, str]) -> list[str]:
    return [filled(word, told) for word in services()[service]["command"]]


def environment(service: str, told: Mapping[str, str]) -> dict[str, str]:
    return {name: filled(value, told) for name, value in services()[service]["environment"].items()}
