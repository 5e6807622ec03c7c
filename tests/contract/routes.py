"""What the running router answers on, and what the OpenAPI document says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from django.urls import URLPattern, URLResolver, get_resolver

from scripts.check import OPENAPI

PREFIX = "api/v1/"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Route:
    """``address`` as the router writes it after the prefix: ``sessions/<uuid:pk>/cancel``."""

    address: str
    methods: tuple[str, ...]

    @property
    def operations(self) -> list[str]:
        """As ``POST sessions/<uuid:pk>/cancel``."""
        return [f"{method} {self.address}" for method in self.methods]


@cache
def routes() -> tuple[Route, ...]:
    return tuple(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, before: str) -> Iterator[Route]:
    for found in resolver.url_patterns:
        address = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from _walk(found, address)
        elif isinstance(found, URLPattern) and address.startswith(PREFIX):
            view = getattr(found.callback, "cls", None)
            methods = tuple(method for method in METHODS if hasattr(view, method.lower()))
            yield Route(address.removeprefix(PREFIX), methods)


@cache
def document() -> dict[str, Any]:
    """What the API says of itself, as the front end is made from it."""
    found: dict[str, Any] = yaml.safe_load(OPENAPI.read_text())
    return found


def described(operation: str) -> dict[str, Any]:
    """The operation as the document describes it; empty for the document itself and its pages."""
    method, _, address = operation.partition(" ")
    found: dict[str, Any] = document()["paths"].get(path_of(address), {}).get(method.lower(), {})
    return found


def path_of(address: str) -> str:
    """``address`` as the document writes it: ``/api/v1/sessions/{id}/cancel``."""
    return f"/{PREFIX}" + re.sub(r"<\w+:(\w+)>", lambda part: f"{{{parameter(part[1])}}}", address)


def parameter(name: str) -> str:
    """What the document calls a part of an address that the router calls ``name``."""
    return "id" if name == "pk" else name


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """``schema`` with a reference followed, through ``allOf`` and ``oneOf`` with null."""
    while True:
        if "$ref" in schema:
            schema = document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        elif len(schema.get("allOf", [])) == 1:
            schema = schema["allOf"][0]
        elif options := [s for s in schema.get("oneOf", schema.get("anyOf", [])) if s.get("type") != "null"]:
            schema = options[0]
        else:
            return schema


def body_of(operation: str) -> dict[str, Any]:
    """The schema of the body that the operation takes; empty for none, and for a form with a file."""
    content = described(operation).get("requestBody", {}).get("content", {})
    return resolved(content["application/json"]["schema"]) if "application/json" in content else {}


def answer_of(operation: str) -> dict[str, Any]:
    """The schema of what it answers when all is well."""
    for status, answer in described(operation).get("responses", {}).items():
        if status.startswith("2") and "application/json" in answer.get("content", {}):
            return resolved(answer["content"]["application/json"]["schema"])
    return {}


def lists() -> list[str]:
    """Every operation that answers with ``results``."""
    known = [operation for route in routes() for operation in route.operations if operation.startswith("GET ")]
    return [operation for operation in known if "results" in answer_of(operation).get("properties", {})]


def pages() -> list[str]:
    """Every list that comes in pages."""
    return [op for op in lists() if "cursor" in {parameter["name"] for parameter in described(op).get("parameters", [])}]
